import type { Http } from './http';
import type { DeskOverlay, Overlay, OverlayKind, ServiceOffer } from './overlay-types';

const ROOT = '/api/desk/overlays';

/** The layers of other map services. */
export class OverlayApi {
  constructor(readonly http: Http) {}

  /** What everybody may see, from below. */
  async shown(): Promise<Overlay[]> {
    return (await this.http.get<{ items: Overlay[] }>('/api/overlays')).items;
  }
  /** Staff's too, from below. */
  list(): Promise<{ items: DeskOverlay[] }> {
    return this.http.get(ROOT);
  }
  /** A new id is a new overlay. */
  save({ id, ...terms }: Overlay, reason: string, revision: number): Promise<DeskOverlay> {
    return this.http.put(`${ROOT}/${id}`, { ...terms, reason }, { revision });
  }
  remove({ overlay, setting }: DeskOverlay, reason: string): Promise<void> {
    return this.http.delete(`${ROOT}/${overlay.id}`, { query: { reason }, revision: setting.revision });
  }
  /** Asks the service which layers it has. */
  capabilities(kind: OverlayKind, address: string): Promise<ServiceOffer> {
    return this.http.post(`${ROOT}/capabilities`, { kind, address });
  }
}
