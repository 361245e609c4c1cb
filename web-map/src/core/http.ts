import { offlineProblem, problemOf } from './problem';

/** What a call may carry beside its path. */
export interface Call {
  query?: object;
  body?: unknown;
  /** The revision an update was made on; sent as If-Match. */
  revision?: number;
  idempotencyKey?: string;
  signal?: AbortSignal;
}
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** The first part of the path is the jurisdiction: `/aubrelle/desk` gives `/aubrelle`. */
export function jurisdictionBase(path: string): string {
  const code = path.split('/')[1] ?? '';
  return code === '' ? '' : `/${code}`;
}

/** Writes a query from plain values: lists are joined by commas, absent and empty values left out. */
export function queryOf(values: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values) as [string, unknown][]) {
    if (value === undefined || value === null || value === '' || value === false) continue;
    if (Array.isArray(value) && value.length === 0) continue;
    query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Speaks to the server of one jurisdiction. Every failure is a `Problem`, except an abort. */
export class Http {
  /** Set from the session; sent with every write. */
  csrfToken: string | undefined;

  constructor(
    readonly base: string,
    private readonly language = 'fr',
  ) {}

  get<T>(path: string, call: Call = {}): Promise<T> {
    return this.send<T>('GET', path, call);
  }
  post<T>(path: string, body?: unknown, call: Call = {}): Promise<T> {
    return this.send<T>('POST', path, { ...call, body });
  }
  put<T>(path: string, body?: unknown, call: Call = {}): Promise<T> {
    return this.send<T>('PUT', path, { ...call, body });
  }
  delete(path: string, call: Call = {}): Promise<void> {
    return this.send<void>('DELETE', path, call);
  }
  /** As {@link delete}, where the answer tells what followed. */
  remove<T>(path: string, call: Call = {}): Promise<T> {
    return this.send<T>('DELETE', path, call);
  }

  private async send<T>(method: Method, path: string, call: Call): Promise<T> {
    const url = `${this.base}${path}${call.query ? queryOf(call.query) : ''}`;
    const response = await this.reach(url, this.init(method, call));
    if (!response.ok) throw await problemOf(response);
    if (response.status === 204) return undefined as T;
    return (await response.json()) as T;
  }

  private async reach(url: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, init);
    } catch (cause) {
      // an abort was asked for by the page: it is not a failure to tell anyone about
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw offlineProblem(cause);
    }
  }

  private init(method: Method, call: Call): RequestInit {
    const headers = new Headers({ Accept: 'application/json', 'Accept-Language': this.language });
    if (method !== 'GET' && this.csrfToken) headers.set('X-CSRF-Token', this.csrfToken);
    if (call.revision !== undefined) headers.set('If-Match', `"${call.revision}"`);
    if (call.idempotencyKey) headers.set('Idempotency-Key', call.idempotencyKey);
    const init: RequestInit = { method, headers, credentials: 'same-origin' };
    if (call.signal) init.signal = call.signal;
    if (call.body instanceof Blob) {
      init.body = call.body;
      headers.set('Content-Type', call.body.type || 'application/octet-stream');
    } else if (call.body !== undefined) {
      init.body = JSON.stringify(call.body);
      headers.set('Content-Type', 'application/json');
    }
    return init;
  }
}
