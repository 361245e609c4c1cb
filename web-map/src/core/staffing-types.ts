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
