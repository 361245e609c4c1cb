import type * as C from './connection-types';
import type { Http } from './http';
import type { Revised } from './staff-api';

const ROOT = '/api/desk/connections';

/** To which systems of other authorities requests are sent on. */
export class ConnectionApi {
  constructor(readonly http: Http) {}

  list(): Promise<C.Connections> {
    return this.http.get(ROOT);
  }
  /** @param terms without a key the one that is kept stays */
  save(
    organisationId: string,
    terms: C.ConnectionTerms & { apiKey?: string; reason: string },
    revision: number,
  ): Promise<C.Connection> {
    return this.http.put(`${ROOT}/${organisationId}`, terms, { revision });
  }
  remove({ organisationId, setting }: C.Connection, reason: string): Promise<void> {
    return this.http.delete(`${ROOT}/${organisationId}`, { query: { reason }, revision: setting.revision });
  }
  tryOut({ organisationId }: C.Connection): Promise<C.ConnectionTrial> {
    return this.http.post(`${ROOT}/${organisationId}/trial`, {});
  }
  /** What they ask of whoever reports something of that service. */
  definition({ organisationId }: C.Connection, service: string): Promise<C.RemoteDefinition> {
    return this.http.post(`${ROOT}/${organisationId}/definition`, { service });
  }
  notThere({ organisationId }: C.Connection): Promise<{ items: C.Forwarding[] }> {
    return this.http.get(`${ROOT}/${organisationId}/not-there`);
  }
  replay({ organisationId }: C.Connection): Promise<{ sentAgain: number }> {
    return this.http.post(`${ROOT}/${organisationId}/replay`, {});
  }
}

/** Whose a request is instead of ours, and how far it has come on its way there. */
export class ForwardingApi {
  constructor(readonly http: Http) {}

  of(requestId: string): Promise<C.RequestForwarding> {
    return this.http.get(`/api/desk/requests/${requestId}/forwarding`);
  }
  handOn(
    card: Revised,
    to: { organisationId: string; reason: string; publicText?: string },
  ): Promise<unknown> {
    return this.http.post(`/api/desk/requests/${card.id}/forwarding`, to, { revision: card.revision });
  }
  again(requestId: string): Promise<C.RequestForwarding> {
    return this.http.post(`/api/desk/requests/${requestId}/forwarding/again`, {});
  }
  /** @param unseen also where their list does not show that number */
  follow(requestId: string, number: string, unseen: boolean): Promise<C.RequestForwarding> {
    return this.http.post(`/api/desk/requests/${requestId}/forwarding/number`, { number, unseen });
  }
}
