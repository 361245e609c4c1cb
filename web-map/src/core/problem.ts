/** A refusal by the server (RFC 9457), or a failure to reach it at all. */
export class Problem extends Error {
  override readonly name = 'Problem';

  /** The last part of the problem's address, such as `changed-meanwhile`; `offline` when nothing answered. */
  readonly slug: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly title: string;
  /** A sentence for the reader that says what to do. */
  readonly detail: string;
  readonly errors: readonly FieldError[];
  /** Seconds to wait before trying again, when the server says so. */
  readonly retryAfter: number | undefined;

  constructor(told: ProblemTold) {
    super(told.detail || told.title);
    this.slug = told.slug;
    this.status = told.status;
    this.title = told.title;
    this.detail = told.detail;
    this.errors = told.errors ?? [];
    this.retryAfter = told.retryAfter;
  }

  /** The sentence about one field, when the server complained about it. */
  about(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.detail;
  }
}

interface ProblemTold {
  slug: string;
  status: number;
  title: string;
  detail: string;
  errors?: readonly FieldError[];
  retryAfter?: number | undefined;
}

export interface FieldError {
  field: string;
  detail: string;
}

/** Turns an unsuccessful response into a {@link Problem}, whatever its body is. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = await readBody(response);
  const type = typeof body['type'] === 'string' ? body['type'] : '';
  const slug = type.split('/').pop() || `http-${response.status}`;
  const title = typeof body['title'] === 'string' ? body['title'] : response.statusText;
  const detail = typeof body['detail'] === 'string' ? body['detail'] : '';
  const errors = Array.isArray(body['errors']) ? (body['errors'] as FieldError[]) : [];
  const wait = Number(response.headers.get('Retry-After'));
  return new Problem({
    slug,
    status: response.status,
    title,
    detail,
    errors,
    retryAfter: wait > 0 ? wait : undefined,
  });
}

/** The request never reached the server; the sentence is left to the page. */
export function offlineProblem(cause: unknown): Problem {
  return new Problem({
    slug: 'offline',
    status: 0,
    title: cause instanceof Error ? cause.message : 'offline',
    detail: '',
  });
}

async function readBody(response: Response): Promise<Record<string, unknown>> {
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) return {};
  try {
    return (await response.json()) as Record<string, unknown>;
  } catch {
    return {};
  }
}
