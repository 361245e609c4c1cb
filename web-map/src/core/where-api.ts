import { lonLat } from './api';
import type { Http } from './http';
import type { Point } from './types';
import type * as W from './where-types';

/** What holds where and when. Every change names the revision it was made on; ids are made here, so that a repeated one is the same thing. */
export class WhereApi {
  constructor(readonly http: Http) {}

  grounds(): Promise<W.Grounds> {
    return this.http.get('/api/desk/grounds');
  }
  drawGround(id: string, drawing: W.GroundDrawing, revision: number): Promise<W.NamedGround> {
    return this.http.put(`/api/desk/grounds/${id}`, drawing, { revision });
  }
  stops(): Promise<{ items: W.StopNotice[] }> {
    return this.http.get('/api/desk/stop-messages');
  }
  saveStop(id: string, change: W.StopChange, revision: number): Promise<W.StopNotice> {
    return this.http.put(`/api/desk/stop-messages/${id}`, change, { revision });
  }
  endStop(id: string, reason: string, revision: number): Promise<void> {
    return this.http.delete(`/api/desk/stop-messages/${id}`, { revision, query: { reason } });
  }
  offers(): Promise<W.Offers> {
    return this.http.get('/api/desk/offers');
  }
  saveOffer(id: string, change: W.OfferChange, revision: number): Promise<W.Offer> {
    return this.http.put(`/api/desk/offers/${id}`, change, { revision });
  }
  removeOffer(
    id: string,
    { reason, confirmed }: { reason: string; confirmed: boolean },
    revision: number,
  ): Promise<void> {
    return this.http.delete(`/api/desk/offers/${id}`, { revision, query: { reason, confirmed } });
  }
  /** @param at on the town's own clock, as 2026-11-24T08:00 */
  placeAt(position: Point, at: string): Promise<W.PlaceTrial> {
    return this.http.get('/api/desk/grounds/at', { query: { ...lonLat(position), at } });
  }
  competences(): Promise<W.Competences> {
    return this.http.get('/api/desk/competences');
  }
  saveCompetence(id: string, change: W.CompetenceChange, revision: number): Promise<W.Competence> {
    return this.http.put(`/api/desk/competences/${id}`, change, { revision });
  }
  removeCompetence(id: string, reason: string, revision: number): Promise<void> {
    return this.http.delete(`/api/desk/competences/${id}`, { revision, query: { reason } });
  }
  saveOrganisation(
    id: string,
    change: { name: string; worksHere: boolean; reason: string },
    revision: number,
  ): Promise<W.Organisation> {
    return this.http.put(`/api/desk/organisations/${id}`, change, { revision });
  }
  /** One row of the table of priorities: of a category, a domain, or everything. */
  priorities(about: { domain?: string | undefined; category?: string | undefined }): Promise<W.PriorityRow> {
    return this.http.get('/api/desk/priority-table', { query: about });
  }
  savePriorities(change: W.PriorityChange, revision: number): Promise<W.PriorityRow> {
    return this.http.put('/api/desk/priority-table', change, { revision });
  }
}
