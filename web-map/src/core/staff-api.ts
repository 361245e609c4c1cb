import { lonLat } from './api';
import type { PlaceSheet } from './here-types';
import type { Http } from './http';
import type * as S from './staff-types';
import type * as T from './types';

const signalOf = (signal?: AbortSignal): { signal?: AbortSignal } => (signal ? { signal } : {});

/** The queue's filter. */
export interface DeskFilter extends T.RequestFilter {
  team?: string;
  dueBefore?: string;
  sort?: 'due' | 'received';
  limit?: number;
  after?: string;
}

/** What the desk asks and does. Every update names the revision it was made on. */
export class DeskApi {
  constructor(readonly http: Http) {}

  requests(filter: DeskFilter, signal?: AbortSignal): Promise<S.DeskPage> {
    return this.http.get('/api/desk/requests', { query: filter, ...signalOf(signal) });
  }
  request(id: string, signal?: AbortSignal): Promise<S.DeskDetail> {
    return this.http.get(`/api/desk/requests/${id}`, signalOf(signal));
  }
  register(request: S.NewDeskRequest, idempotencyKey: string): Promise<T.Registered> {
    return this.http.post('/api/desk/requests', request, { idempotencyKey });
  }
  assign(card: Revised, teamId: string, reason: string): Promise<S.DeskDetail> {
    return this.update(card, 'assignment', { teamId, reason });
  }
  transition(card: Revised, to: T.State, reason: string, publicText?: string): Promise<S.DeskDetail> {
    return this.update(card, 'transitions', { to, reason, publicText });
  }
  setPriority(card: Revised, priority: T.Priority, reason?: string): Promise<S.DeskDetail> {
    return this.update(card, 'priority', { priority, reason });
  }
  movePin(card: Revised, position: T.Point, reason: string): Promise<S.DeskDetail> {
    return this.update(card, 'position', { position, reason });
  }
  setCategory(card: Revised, category: string, reason: string): Promise<S.DeskDetail> {
    return this.update(card, 'category', { category, reason });
  }
  addNote(card: Revised, text: string): Promise<S.DeskDetail> {
    return this.update(card, 'notes', { text });
  }
  /** Safe to repeat, and no change of the request. */
  markRead(id: string, messages: readonly string[]): Promise<S.DeskDetail> {
    return this.http.post(`/api/desk/requests/${id}/readings`, { messages });
  }
  /** @param waits nothing is counted until the requester has answered */
  sendMessage(card: Revised, text: string, waits: boolean): Promise<S.DeskDetail> {
    return this.update(card, 'messages', { text, waits });
  }
  pause(card: Revised, reason: S.PauseReason): Promise<S.DeskDetail> {
    return this.update(card, 'pause', { reason });
  }
  resume(card: Revised): Promise<S.DeskDetail> {
    return this.update(card, 'resume', {});
  }
  teams(): Promise<{ items: S.Team[] }> {
    return this.http.get('/api/desk/teams');
  }
  /** Over everything that ever came in, newest first. */
  search(query: S.HistoryQuery, signal?: AbortSignal): Promise<S.HistoryPage> {
    return this.http.get('/api/desk/search', { query, ...signalOf(signal) });
  }
  /** Everything about a place and what lies so many metres around it. */
  place(position: T.Point, metres: number, signal?: AbortSignal): Promise<PlaceSheet> {
    return this.http.get('/api/desk/place', { query: { ...lonLat(position), metres }, ...signalOf(signal) });
  }
  callers(phone: string, signal?: AbortSignal): Promise<{ items: S.Caller[] }> {
    return this.http.get('/api/desk/callers', { query: { phone }, ...signalOf(signal) });
  }

  private update(card: Revised, what: string, body: unknown): Promise<S.DeskDetail> {
    return this.http.post(`/api/desk/requests/${card.id}/${what}`, body, { revision: card.revision });
  }
}

/** Anything that has an id and the revision it was read at. */
export interface Revised {
  id: string;
  revision: number;
}

/** What a team in the field asks and reports. */
export class FieldApi {
  constructor(readonly http: Http) {}

  jobs(near?: T.Point, ended = false, signal?: AbortSignal): Promise<S.Jobs> {
    return this.http.get('/api/field/jobs', {
      query: { ...(near ? lonLat(near) : {}), ended },
      ...signalOf(signal),
    });
  }
  job(id: string, signal?: AbortSignal): Promise<S.Job> {
    return this.http.get(`/api/field/jobs/${id}`, signalOf(signal));
  }
  thread(jobId: string): Promise<{ items: S.InternalMessage[] }> {
    return this.http.get(`/api/field/jobs/${jobId}/thread`);
  }
  /** Safe to repeat: the message's id is made on the phone. */
  write(jobId: string, id: string, text: string): Promise<{ items: S.InternalMessage[] }> {
    return this.http.post(`/api/field/jobs/${jobId}/thread`, { id, text });
  }
  markRead(jobId: string, messages: readonly string[]): Promise<{ items: S.InternalMessage[] }> {
    return this.http.post(`/api/field/jobs/${jobId}/thread/readings`, { messages });
  }
  /** Safe to repeat: the receipt's id is made on the phone. */
  reportStep(jobId: string, report: S.StepReport): Promise<S.StepReceipt> {
    return this.http.post(`/api/field/jobs/${jobId}/steps`, report);
  }
  sendPosition(position: T.Point, headingDegrees?: number): Promise<void> {
    return this.http.post('/api/field/position', { position, headingDegrees });
  }
  report(request: T.NewRequest, idempotencyKey: string): Promise<T.Registered> {
    return this.http.post('/api/field/requests', request, { idempotencyKey });
  }
}
