import type { Setting } from './settings-types';
import type { Role } from './types';

export type TeamKind = 'REGULAR' | 'URGENT' | 'PATROL' | 'DESK';
/** Somebody who works here. */
export interface Person {
  id: string;
  name: string;
  role: Role;
}
export interface Service {
  id: string;
  code: string;
  name: string;
  organisation: string;
}
/** A team as it is set up. */
export interface StaffedTeam {
  id: string;
  code: string;
  name: string;
  kind: TeamKind;
  serviceId?: string | undefined;
  /** Jobs a day. */
  capacity: number;
  /** False once it has stopped. */
  active: boolean;
  /** Takes what nobody else covers; it cannot stop. */
  lastResort: boolean;
  /** Open requests that it has. */
  load: number;
  /** Accounts. */
  members: string[];
  /** Names of the sectors whose default team it is. */
  sectors: string[];
  setting: Setting;
}
export interface StaffedTeams {
  items: StaffedTeam[];
  people: Person[];
  services: Service[];
}
export interface TeamChange {
  code: string;
  name: string;
  kind: TeamKind;
  serviceId?: string | undefined;
  capacity: number;
  active: boolean;
  members: string[];
  /** Who takes over when it stops. */
  successorId?: string | undefined;
  reason: string;
}
/** What stopping a team moves. */
export interface TeamEffect {
  requests: number;
  goingTo: { teamId: string; code: string; name: string; requests: number }[];
  /** Cells of the coverage and sectors. */
  ground: number;
  /** Periods on call. */
  duties: number;
  /** Codes of rules that name it and choose it no more. */
  rules: string[];
}

/** What a team covers: absent stands for everywhere, every category, always. */
export interface Cell {
  sectorId?: string | undefined;
  categoryId?: string | undefined;
  shiftId?: string | undefined;
}
export interface Covering {
  teamId: string;
  code: string;
  name: string;
  cells: Cell[];
  setting: Setting;
}
export interface ServedSector {
  id: string;
  code: string;
  name: string;
  /** Its default team. */
  teamId: string;
  setting: Setting;
}
export interface Named {
  id: string;
  code: string;
  name: string;
}
export interface CoverageTable {
  items: Covering[];
  sectors: ServedSector[];
  categories: (Named & { domain: string; offered: boolean })[];
  shifts: Named[];
}

/** Hours of a weekday; they end on the next day when they do not end after they start. */
export interface Span {
  /** 1 is Monday. */
  weekday: number;
  starts: string;
  ends: string;
}
export interface Shift extends Named {
  spans: Span[];
  /** How many things hold during it: while there are any, it stays. */
  uses: number;
  setting: Setting;
}
export interface NewShift {
  code: string;
  name: string;
  spans: Span[];
  reason: string;
}
/** A team is on call; days are those on which the shift begins. */
export interface Duty {
  id: string;
  teamId: string;
  shiftId: string;
  /** Who of its members answers. */
  accountId?: string | undefined;
  firstDay: string;
  /** Absent: until further notice. */
  lastDay?: string | undefined;
  setting: Setting;
}
export interface Absence {
  id: string;
  accountId: string;
  deputyId?: string | undefined;
  firstDay: string;
  lastDay: string;
  setting: Setting;
}
export interface Worker extends Person {
  /** None: always expected. */
  shiftIds: string[];
  onDuty: boolean;
  setting: Setting;
}
export interface Crew extends Named {
  members: string[];
}
export interface Rota {
  /** Where the town is. */
  today: string;
  shifts: Shift[];
  duties: Duty[];
  absences: Absence[];
  people: Worker[];
  teams: Crew[];
}

export type SkillKind = 'SKILL' | 'MEANS';
export interface Skill extends Named {
  kind: SkillKind;
  setting: Setting;
}
/** A team that holds skills, or a category that asks for them. */
export interface SkillHolder extends Named {
  skillIds: string[];
  setting: Setting;
}
export interface SkillBook {
  skills: Skill[];
  teams: SkillHolder[];
  categories: SkillHolder[];
}
