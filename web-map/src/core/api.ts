import type { Asset } from './assets';
import type { Http } from './http';
import type { CategoryQuestions } from './questions';
import type { Address, Located, NewWatch, PlaceQuestion, WatchedArea } from './place-types';
import type * as T from './types';

type Signal = { signal?: AbortSignal };
const signalOf = (signal?: AbortSignal): Signal => (signal ? { signal } : {});

/** What everyone may ask: browse, report, follow, sign in. */
export class PublicApi {
  constructor(readonly http: Http) {}

  jurisdiction(): Promise<T.Jurisdiction> {
    return this.http.get('/api/jurisdiction');
  }
  /** With a position, what may be reported there; without, what may be reported anywhere. */
  catalogue(position?: T.Point, signal?: AbortSignal): Promise<T.Catalogue> {
    return this.http.get('/api/catalogue', {
      query: position ? lonLat(position) : {},
      ...signalOf(signal),
    });
  }
  /** What is promised and what was kept in the last twelve whole months. */
  promises(): Promise<T.PromisesAchieved> {
    return this.http.get('/api/figures/promises');
  }
  /** What the category asks of whoever reports. */
  questions(category: string): Promise<CategoryQuestions> {
    return this.http.get(`/api/categories/${encodeURIComponent(category)}`);
  }
  requests(
    filter: T.RequestFilter & { sort?: 'received' | 'due'; limit?: number; after?: string },
    signal?: AbortSignal,
  ): Promise<T.Page<T.RequestCard>> {
    return this.http.get('/api/requests', { query: filter, ...signalOf(signal) });
  }
  counts(filter: T.RequestFilter, signal?: AbortSignal): Promise<T.Counts> {
    return this.http.get('/api/requests/counts', { query: filter, ...signalOf(signal) });
  }
  request(numberOrId: string, signal?: AbortSignal): Promise<T.RequestDetail> {
    return this.http.get(`/api/requests/${encodeURIComponent(numberOrId)}`, signalOf(signal));
  }
  nearby(
    position: T.Point,
    category?: string,
    signal?: AbortSignal,
  ): Promise<{ radiusMetres: number; items: T.NearbyRequest[] }> {
    return this.http.get('/api/requests/nearby', {
      query: { ...lonLat(position), category },
      ...signalOf(signal),
    });
  }
  /** Safe to repeat with the same key: the same request comes back. */
  report(request: T.NewRequest, idempotencyKey: string): Promise<T.Registered> {
    return this.http.post('/api/requests', request, { idempotencyKey });
  }
  uploadPhoto(id: string, image: Blob, signal?: AbortSignal): Promise<T.UploadedPhoto> {
    return this.http.put(`/api/photos/${id}`, image, signalOf(signal));
  }
  addresses(q: string, near?: T.Point, signal?: AbortSignal): Promise<{ items: Address[]; tookMs: number }> {
    return this.http.get('/api/addresses', {
      query: { q, limit: 8, ...(near ? lonLat(near) : {}) },
      ...signalOf(signal),
    });
  }
  nearestAddress(position: T.Point, signal?: AbortSignal): Promise<Address> {
    return this.http.get('/api/addresses/nearest', { query: lonLat(position), ...signalOf(signal) });
  }
  /** Things of the town whose code begins so; `lamp:47` names the kind, too. */
  assets(q: string, signal?: AbortSignal): Promise<{ items: Asset[] }> {
    return this.http.get('/api/assets', { query: { q }, ...signalOf(signal) });
  }
  assetsNear(position: T.Point, category?: string, signal?: AbortSignal): Promise<{ items: Asset[] }> {
    return this.http.get('/api/assets/near', {
      query: { ...lonLat(position), category },
      ...signalOf(signal),
    });
  }
  /** By its id, or as `lamp:4711`; with the open requests about it. */
  asset(asset: string, signal?: AbortSignal): Promise<{ asset: Asset; requests: T.RequestCard[] }> {
    return this.http.get('/api/assets/named', { query: { asset }, ...signalOf(signal) });
  }
  /** @throws Problem sector-not-near when the sector chosen is not near the position: see `locateChosen` */
  locate(question: PlaceQuestion, signal?: AbortSignal): Promise<Located> {
    const { position, answers, ...about } = question;
    // what somebody writes belongs into no address line
    if (question.description || question.channel || answers)
      return this.http.post('/api/locate', question, signalOf(signal));
    return this.http.get('/api/locate', { query: { ...lonLat(position), ...about }, ...signalOf(signal) });
  }
  track(token: string): Promise<T.TrackedRequest> {
    return this.http.get(`/api/track/${encodeURIComponent(token)}`);
  }
  writeMessage(token: string, text: string): Promise<unknown> {
    return this.http.post(`/api/track/${encodeURIComponent(token)}/messages`, { text });
  }
  reopen(token: string, reason: string): Promise<void> {
    return this.http.post(`/api/track/${encodeURIComponent(token)}/reopening`, { reason });
  }
  /** @param score 1 to 5, 5 is best */
  rate(token: string, score: number, text: string): Promise<void> {
    return this.http.put(`/api/track/${encodeURIComponent(token)}/satisfaction`, { score, text });
  }
  followed(token: string): Promise<T.Reopenable> {
    return this.http.get(`/api/followed/${encodeURIComponent(token)}`);
  }
  reopenFollowed(token: string, reason: string): Promise<void> {
    return this.http.post(`/api/followed/${encodeURIComponent(token)}/reopening`, { reason });
  }
  follow(id: string, email: string): Promise<void> {
    return this.http.post(`/api/requests/${id}/followers`, { email });
  }
  /** Asks by e-mail for a yes; nothing is sent before it. */
  watch(area: NewWatch): Promise<void> {
    return this.http.post('/api/watched-areas', area);
  }
  watched(token: string): Promise<WatchedArea> {
    return this.http.get(`/api/watched-areas/${encodeURIComponent(token)}`);
  }
  confirmWatch(token: string): Promise<void> {
    return this.http.post(`/api/watched-areas/${encodeURIComponent(token)}/confirmation`);
  }
  endWatch(token: string): Promise<void> {
    return this.http.delete(`/api/watched-areas/${encodeURIComponent(token)}`);
  }

  async session(): Promise<T.Session> {
    return this.keepToken(await this.http.get<T.Session>('/api/session'));
  }
  async signIn(email: string, password: string): Promise<T.Session> {
    return this.keepToken(await this.http.post<T.Session>('/api/session', { email, password }));
  }
  async signOut(): Promise<void> {
    await this.http.delete('/api/session');
    await this.session();
  }

  private keepToken(session: T.Session): T.Session {
    this.http.csrfToken = session.csrfToken;
    return session;
  }
}

/** A point as the two query values every position search takes. */
export function lonLat(point: T.Point): { lon: number; lat: number } {
  return { lon: point.coordinates[0], lat: point.coordinates[1] };
}
