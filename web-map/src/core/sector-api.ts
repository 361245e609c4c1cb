import type { Http } from './http';
import type * as S from './sector-types';
import type { Revised } from './staff-api';

const PATH = '/api/desk/sector-drafts';

/** Drafts of the sectors. Every edit names the revision it was made on and answers with the draft as it stands. */
export class SectorApi {
  constructor(readonly http: Http) {}

  list(): Promise<{ versions: S.SectorVersion[]; drafts: S.DraftLine[] }> {
    return this.http.get(PATH);
  }
  version(id: string): Promise<{ version: S.SectorVersion; sectors: S.Sector[] }> {
    return this.http.get(`${PATH}/versions/${id}`);
  }
  start(name: string, setId: string): Promise<S.SectorDraft> {
    return this.http.post(PATH, { name, setId });
  }
  draft(id: string): Promise<S.SectorDraft> {
    return this.http.get(`${PATH}/${id}`);
  }
  preview(id: string, signal: AbortSignal): Promise<S.SectorPreview> {
    return this.http.get(`${PATH}/${id}/preview`, { signal });
  }
  edit({ id, revision }: Revised, { kind, ...body }: S.Edit): Promise<S.SectorDraft> {
    return this.http.post(`${PATH}/${id}/${kind}`, body, { revision });
  }
  import(
    { id, revision }: Revised,
    file: Blob,
    query: { codeField: string; nameField: string; settle: string },
  ): Promise<S.ImportOutcome> {
    const body = new Blob([file], { type: 'application/geo+json' });
    return this.http.post(`${PATH}/${id}/import`, body, { revision, query });
  }
  publish({ id, revision }: Revised, reason: string, from?: string): Promise<S.SectorVersion> {
    return this.http.post(`${PATH}/${id}/publication`, { reason, from }, { revision });
  }
  discard({ id, revision }: Revised): Promise<void> {
    return this.http.delete(`${PATH}/${id}`, { revision });
  }
  /** Tells others that this draft is open here. */
  present(id: string): Promise<void> {
    return this.http.post(`${PATH}/${id}/presence`);
  }
}
