import type { Http } from './http';
import type * as P from './process-types';

const PATH = '/api/desk/catalogue';
type Revised = Pick<P.ProcessVersion, 'id' | 'revision'>;

/** The processes of the catalogue. Every change names the revision it was made on and answers with the process as it stands. */
export class ProcessApi {
  constructor(private readonly http: Http) {}

  list(): Promise<{ items: P.ProcessItem[] }> {
    return this.http.get(`${PATH}/processes`);
  }
  get(code: string): Promise<P.Process> {
    return this.http.get(`${PATH}/processes/${encodeURIComponent(code)}`);
  }
  /** Safe to repeat with the same id. */
  begin(code: string, id: string): Promise<P.Process> {
    return this.http.post(`${PATH}/processes/${encodeURIComponent(code)}/versions`, { id });
  }
  edit({ id, revision }: Revised, content: P.ProcessContent): Promise<P.Process> {
    return this.http.put(`${PATH}/versions/${id}`, content, { revision });
  }
  review({ id, revision }: Revised): Promise<P.Process> {
    return this.http.post(`${PATH}/versions/${id}/review`, {}, { revision });
  }
  publish({ id, revision }: Revised, from?: string): Promise<P.Process> {
    return this.http.post(`${PATH}/versions/${id}/publication`, { from }, { revision });
  }
  discard({ id, revision }: Revised): Promise<void> {
    return this.http.delete(`${PATH}/versions/${id}`, { revision });
  }
  /** Where the whole catalogue is fetched as a file. */
  exportAddress(format: 'yaml' | 'xlsx'): string {
    return `${this.http.base}${PATH}/export.${format}`;
  }
}
