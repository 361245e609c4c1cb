import type { Http } from './http';
import type { Setting } from './settings-types';

const ROOT = '/api/desk/data-keys';

/** By which somebody's GIS reads layers of staff's. */
export interface DataKey {
  id: string;
  name: string;
  layers: string[];
  issuedAt: string;
  revokedAt?: string;
  /** In the answer to what made it, and never again. */
  key?: string;
  setting: Setting;
}

/** Which GIS read staff's layers. */
export class DataKeyApi {
  constructor(readonly http: Http) {}

  list(): Promise<{ items: DataKey[]; layers: string[] }> {
    return this.http.get(ROOT);
  }
  /** A new id is a new holder, whose key is in the answer. */
  save(
    id: string,
    terms: { name: string; layers: string[]; reason: string },
    revision: number,
  ): Promise<DataKey> {
    return this.http.put(`${ROOT}/${id}`, terms, { revision });
  }
  issue({ id, setting }: DataKey, reason: string): Promise<DataKey> {
    return this.http.post(`${ROOT}/${id}/key`, { reason }, { revision: setting.revision });
  }
  revoke({ id, setting }: DataKey, reason: string): Promise<void> {
    return this.http.delete(`${ROOT}/${id}`, { query: { reason }, revision: setting.revision });
  }
}
