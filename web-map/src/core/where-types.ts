import type { Ground, Position } from './sector-types';
import type { Setting } from './settings-types';
import type { Danger, Priority, StopMessage } from './types';

export type LineShape =
  { type: 'LineString'; coordinates: Position[] } | { type: 'MultiLineString'; coordinates: Position[][] };
/** What a named ground may be drawn as. */
export type Shape = Ground | LineShape;

export interface NamedGround {
  id: string;
  code: string;
  name: string;
  kind: 'AREA' | 'ROAD' | 'SECTOR';
  sectorId?: string;
  /** Absent for a sector that is no longer there. */
  shape?: Shape;
  widthMetres?: number;
  uses: { competences: number; offers: number; stopMessages: number };
  setting: Setting;
}
/** A sector that may become a ground. */
export interface GroundSector {
  id: string;
  set: string;
  /** Its set is the one that teams are assigned by. */
  serves: boolean;
  code: string;
  name: string;
}
export interface Grounds {
  items: NamedGround[];
  sectors: GroundSector[];
}
export interface GroundDrawing {
  name: string;
  shape: Shape;
  widthMetres?: number | undefined;
  reason: string;
}
/** All that may be offered, offered now or not. */
export interface CatalogueNames {
  domains: { code: string; name: string; categories: { code: string; name: string }[] }[];
}
/** What something holds for; absent stands for all. */
export interface Scope {
  domain?: string | undefined;
  category?: string | undefined;
  groundId?: string | undefined;
}
export interface ScopeChange extends Scope {
  sectorId?: string | undefined;
}
export type StopState = 'CURRENT' | 'COMING' | 'PAST';
export interface StopNotice extends Scope {
  id: string;
  state: StopState;
  /** By language. */
  texts: Record<string, string>;
  refuses: boolean;
  /** On the town's own clock, as 2026-11-24T08:00. */
  from: string;
  until: string;
  startsAt: string;
  endsAt: string;
  setting: Setting;
}
export interface StopChange extends ScopeChange {
  texts: Record<string, string>;
  refuses: boolean;
  from: string;
  until: string;
  reason: string;
}
export interface Offer extends Scope {
  id: string;
  from: string;
  until?: string;
  startsAt: string;
  /** Absent: for ever. */
  endsAt?: string;
  setting: Setting;
}
export interface OfferChange extends ScopeChange {
  from: string;
  until?: string | undefined;
  /** Also when some place is left with nothing that may be reported. */
  confirmed: boolean;
  reason: string;
}
export interface Offers extends CatalogueNames {
  items: Offer[];
}
/** What holds at a place at a time. */
export interface PlaceTrial {
  at: string;
  grounds: string[];
  categories: {
    code: string;
    name: string;
    domain: string;
    offered: boolean;
    messages: StopMessage[];
    organisation: string;
    forwarded: boolean;
    sentence: string;
  }[];
}
export interface Organisation {
  id: string;
  name: string;
  /** Has services here; what falls to another one is forwarded to it. */
  worksHere: boolean;
  services: { id: string; code: string; name: string }[];
  setting: Setting;
}
export interface Competence extends Offer {
  code: string;
  organisationId: string;
  serviceId?: string;
}
export interface CompetenceChange extends ScopeChange {
  code: string;
  organisationId: string;
  serviceId?: string | undefined;
  from: string;
  until?: string | undefined;
  reason: string;
}
export interface Competences {
  items: Competence[];
  organisations: Organisation[];
}
/** A cell of the table of priorities; absent stands for all. */
export interface PriorityCell {
  danger?: Danger;
  placeClassId?: string;
  /** Written in this very cell. */
  written?: Priority;
  /** Also by a cell further out; absent: as usual for the category. */
  decided?: Priority;
  sentence: string;
}
export interface PriorityRow {
  domain?: string;
  category?: string;
  placeClasses: { id: string; code: string; name: string; withinMetres: number }[];
  cells: PriorityCell[];
  /** Where something is written; neither domain nor category: for everything. */
  written: { domain?: string; category?: string; cells: number }[];
  setting: Setting;
}
export interface PriorityChange {
  domain?: string | undefined;
  category?: string | undefined;
  cells: { danger?: Danger | undefined; placeClassId?: string | undefined; priority: Priority }[];
  reason: string;
}
