import type { Http } from './http';
import type { Trial } from './settings-api';
import type * as S from './staffing-types';

const AT = '/api/desk/staffing';

/** Who works, where and when. Every change names the revision it was made on; new things have an id that was made here. */
export class StaffingApi {
  constructor(readonly http: Http) {}

  teams(): Promise<S.StaffedTeams> {
    return this.http.get(`${AT}/teams`);
  }
  changeTeam(id: string, change: S.TeamChange, { revision, preview }: Trial): Promise<S.TeamEffect> {
    return this.http.put(`${AT}/teams/${id}`, change, { revision, query: { preview } });
  }
  coverage(): Promise<S.CoverageTable> {
    return this.http.get(`${AT}/coverage`);
  }
  changeCoverage(
    teamId: string,
    change: { cells: readonly S.Cell[]; reason: string },
    revision: number,
  ): Promise<S.CoverageTable> {
    return this.http.put(`${AT}/teams/${teamId}/coverage`, change, { revision });
  }
  makeDefault(
    sectorId: string,
    change: { teamId: string; reason: string },
    revision: number,
  ): Promise<S.CoverageTable> {
    return this.http.put(`${AT}/sectors/${sectorId}/team`, change, { revision });
  }
}
