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
  rota(): Promise<S.Rota> {
    return this.http.get(`${AT}/rota`);
  }
  saveShift(id: string, shift: S.NewShift, revision: number): Promise<S.Rota> {
    return this.http.put(`${AT}/rota/shifts/${id}`, shift, { revision });
  }
  saveDuty(duty: S.Duty, reason: string): Promise<S.Rota> {
    const { id, setting, ...told } = duty;
    return this.http.put(`${AT}/rota/duties/${id}`, { ...told, reason }, { revision: setting.revision });
  }
  saveAbsence(absence: S.Absence): Promise<S.Rota> {
    const { id, setting, ...told } = absence;
    return this.http.put(`${AT}/rota/absences/${id}`, told, { revision: setting.revision });
  }
  remove(what: 'shifts' | 'duties' | 'absences', id: string, revision: number): Promise<S.Rota> {
    return this.http.remove(`${AT}/rota/${what}/${id}`, { revision });
  }
  saveHours(
    accountId: string,
    change: { shiftIds: readonly string[]; reason: string },
    revision: number,
  ): Promise<S.Rota> {
    return this.http.put(`${AT}/rota/people/${accountId}/shifts`, change, { revision });
  }
  skills(): Promise<S.SkillBook> {
    return this.http.get(`${AT}/skills`);
  }
  saveSkill(skill: S.Skill, reason: string): Promise<S.SkillBook> {
    const { id, code, name, kind, setting } = skill;
    return this.http.put(`${AT}/skills/${id}`, { code, name, kind, reason }, { revision: setting.revision });
  }
  saveSkillsOf(
    what: 'teams' | 'categories',
    id: string,
    change: { skillIds: readonly string[]; reason: string },
    revision: number,
  ): Promise<S.SkillBook> {
    return this.http.put(`${AT}/${what}/${id}/skills`, change, { revision });
  }
}
