import type { Http } from './http';
import type * as R from './reply-types';

/** Formal replies. Every change names the revision it was made on and answers with the letters as they stand. */
export class ReplyApi {
  constructor(private readonly http: Http) {}

  of(requestId: string): Promise<R.Replies> {
    return this.http.get(path(requestId));
  }
  begin(requestId: string, templateId?: string): Promise<R.Replies> {
    return this.http.post(path(requestId), { templateId });
  }
  edit(requestId: string, revision: number, text: R.LetterText): Promise<R.Replies> {
    return this.http.put(path(requestId), text, { revision });
  }
  /** Submission, approval, return or posting. */
  act(requestId: string, revision: number, what: string, body?: object): Promise<R.Replies> {
    return this.http.post(`${path(requestId)}/${what}`, body, { revision });
  }
  abandon(requestId: string, revision: number): Promise<void> {
    return this.http.delete(path(requestId), { revision });
  }
  waiting(): Promise<{ items: R.WaitingReply[] }> {
    return this.http.get('/api/desk/replies');
  }
  delegations(): Promise<R.Delegations> {
    return this.http.get('/api/desk/delegations');
  }
  delegate(deputyId: string, firstDay: string, lastDay: string): Promise<R.Delegations> {
    return this.http.post('/api/desk/delegations', { deputyId, firstDay, lastDay });
  }
  endDelegation(id: string): Promise<void> {
    return this.http.delete(`/api/desk/delegations/${id}`);
  }
}

function path(requestId: string): string {
  return `/api/desk/requests/${requestId}/reply`;
}
