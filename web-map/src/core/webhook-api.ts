import type { Http } from './http';
import type { DeadLetter, Webhook, WebhookTerms } from './settings-types';

const ROOT = '/api/desk/webhooks';

/** Which systems are told what happens. */
export class WebhookApi {
  constructor(readonly http: Http) {}

  list(): Promise<{ items: Webhook[] }> {
    return this.http.get(ROOT);
  }
  /** A new id is a new hook, whose secret is in the answer. */
  save(
    id: string,
    terms: WebhookTerms & { sectorId?: string; reason: string },
    revision: number,
  ): Promise<Webhook> {
    return this.http.put(`${ROOT}/${id}`, terms, { revision });
  }
  renewSecret({ id, setting }: Webhook, reason: string): Promise<Webhook> {
    return this.http.post(`${ROOT}/${id}/secret`, { reason }, { revision: setting.revision });
  }
  remove({ id, setting }: Webhook, reason: string): Promise<void> {
    return this.http.delete(`${ROOT}/${id}`, { query: { reason }, revision: setting.revision });
  }
  tryOut({ id }: Webhook): Promise<{ taken: boolean; error?: string }> {
    return this.http.post(`${ROOT}/${id}/trial`, {});
  }
  resume({ id }: Webhook): Promise<void> {
    return this.http.post(`${ROOT}/${id}/resume`, {});
  }
  deadLetters({ id }: Webhook): Promise<{ items: DeadLetter[] }> {
    return this.http.get(`${ROOT}/${id}/dead-letters`);
  }
  /** @param eventId absent: all */
  replay({ id }: Webhook, eventId?: string): Promise<{ sentAgain: number }> {
    return this.http.post(`${ROOT}/${id}/replay`, eventId === undefined ? {} : { eventId });
  }
}
