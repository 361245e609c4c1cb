import type { DeskCard } from './staff-types';
import type { Point, TeamRef } from './types';

/** Ground in GeoJSON: rings of positions, longitude first. */
export type Position = [number, number];
export type Ground =
  { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] };

export interface SectorVersion {
  id: string;
  setId: string;
  setCode: string;
  setName: string;
  serves: boolean;
  number: number;
  holdsFrom: string;
  sectors: number;
}
export interface By {
  name: string;
  at: string;
}
export interface DraftLine {
  id: string;
  setId: string;
  number: number;
  name: string;
  created: By;
  changed: By;
}
export interface Sector {
  code: string;
  name: string;
  squareMetres: number;
  shape: Ground;
}
export interface GroundChange {
  from: string;
  to: string;
  squareMetres: number;
  shape: Ground;
}
export interface Finding {
  kind: string;
  codes: string[];
  squareMetres: number;
  sentence: string;
  shape?: Ground;
}
export interface DraftStep {
  number: number;
  kind: 'CLAIM' | 'SPLIT' | 'MERGE' | 'MOVE_POINT' | 'RENAME' | 'IMPORT';
  about: string;
  made: By;
}
export interface SectorDraft {
  id: string;
  name: string;
  version: SectorVersion;
  revision: number;
  /** The last edit that stands; those up to `lastStep` have been undone. */
  step: number;
  lastStep: number;
  created: By;
  changed: By;
  outdated: boolean;
  open: boolean;
  steps: DraftStep[];
  sectors: Sector[];
  changes: GroundChange[];
  checks: { partition: boolean; findings: Finding[] };
}
/** A figure by the version and by the draft. */
export interface Pair {
  before: number;
  after: number;
}
export interface Move {
  card: DeskCard;
  to?: { code: string; name: string };
  toTeam: TeamRef;
  changesSector: boolean;
  changesTeam: boolean;
}
export interface TeamLoad {
  team: TeamRef;
  kind: string;
  bySector: boolean;
  requests: Pair;
  hours: Pair;
  /** Requests a month. */
  capacity: number;
}
export interface SectorLoad {
  code: string;
  name: string;
  changed: boolean;
  squareKilometres: Pair;
  requests: Pair;
  hours: Pair;
  open: Pair;
}
export interface SectorPreview {
  revision: number;
  moves: Move[];
  open: number;
  changeSector: number;
  changeTeam: number;
  teams: TeamLoad[];
  sectors: SectorLoad[];
  spread: { variation: Pair; overCapacity: Pair };
  forecast: { onSiteMinutes?: Pair; travelMinutes?: Pair; jobs: number };
  pastRequests: number;
  tookMillis: number;
}
export interface ImportOutcome {
  applied: boolean;
  /** Lines of the report about features that can be no sector. */
  faults: string[];
  findings: Finding[];
  draft: SectorDraft;
}
/** Told to every open desk, not kept. */
export interface DraftNews {
  id: string;
  revision: number;
  what: 'OPEN' | 'CHANGED' | 'PUBLISHED' | 'DISCARDED';
  accountId: string;
  name: string;
}
export type Edit =
  | { kind: 'claim'; code: string; ground: { type: 'Polygon'; coordinates: Position[][] } }
  | { kind: 'split'; code: string; name: string; line: { type: 'LineString'; coordinates: Position[] } }
  | { kind: 'merge'; codes: string[] }
  | { kind: 'point'; from: Point; to: Point }
  | { kind: 'name'; code: string; name: string }
  | { kind: 'undo' }
  | { kind: 'redo' };
