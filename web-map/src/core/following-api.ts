import type * as F from './following-types';
import type { Http } from './http';
import type { Revised } from './staff-api';
import type { DeskDetail } from './staff-types';

/** Who follows a request, which service says yes to it, and that whoever asked was told. */
export class FollowingApi {
  constructor(private readonly http: Http) {}

  frontDesk(): Promise<F.FrontDeskState> {
    return this.http.get('/api/desk/front-desk');
  }
  say(state: 'PRESENT' | 'AWAY'): Promise<F.FrontDeskState> {
    return this.http.put('/api/desk/front-desk/presence', { state });
  }
  services(): Promise<{ items: F.Service[] }> {
    return this.http.get('/api/desk/services');
  }
  pass(card: Revised, accountId: string, reason: string): Promise<DeskDetail> {
    return this.update(card, 'owner', { accountId, reason });
  }
  transmit(card: Revised, serviceId: string, reason: string): Promise<DeskDetail> {
    return this.update(card, 'transmission', { serviceId, reason });
  }
  accept(card: Revised): Promise<DeskDetail> {
    return this.update(card, 'acceptance', {});
  }
  refuse(card: Revised, reason: string): Promise<DeskDetail> {
    return this.update(card, 'refusal', { reason });
  }
  acknowledge(card: Revised, way: F.AcknowledgementWay, text: string): Promise<DeskDetail> {
    return this.update(card, 'acknowledgement', { way, text });
  }

  private update(card: Revised, what: string, body: unknown): Promise<DeskDetail> {
    return this.http.post(`/api/desk/requests/${card.id}/${what}`, body, { revision: card.revision });
  }
}
