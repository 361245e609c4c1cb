import type { Channel, CommitmentKind, State } from './types';

/** Seconds; absent where there is nothing to tell. */
export interface Spread {
  n: number;
  medianSeconds?: number;
  p90Seconds?: number;
  workingMedianSeconds?: number;
  workingP90Seconds?: number;
}
export interface Kept {
  commitment: CommitmentKind;
  due: number;
  kept: number;
  warned: number;
}
/** The figures of some requests in a period; what each counts is said in the server's `Sums`. */
export interface Sums {
  received: number;
  selfReports: number;
  settled: number;
  openAtEnd: number;
  overdue: number;
  firstAction: Spread;
  settlement: Spread;
  promises: Kept[];
  handOvers: number;
  handedOverAgain: number;
  reopened: number;
  visited: number;
  secondVisits: number;
  online: number;
  phone: number;
}
export type Dimension = 'CATEGORY' | 'DOMAIN' | 'SECTOR' | 'TEAM' | 'SERVICE' | 'CHANNEL' | 'KIND';
export interface Group {
  code: string;
  name: string;
  sums: Sums;
}
export interface MonthFigure {
  month: string;
  received: number;
  /** The mean of the same month of the years before; absent in the first. */
  expected?: number;
  years: number;
  isOver: boolean;
}
export interface Figures {
  from: string;
  to: string;
  asOf: string;
  praise: number;
  total: Sums;
  states: { state: State; seconds: number }[];
  ageSeconds: number;
  groups: Record<Dimension, Group[]>;
  months: MonthFigure[];
}
export type PointKind = 'WEAK' | 'FALLING' | 'SLOWER' | 'REVISITED' | 'REOPENED' | 'GROWING';
export interface ReviewPoint {
  kind: PointKind;
  code: string;
  name: string;
  value: number;
  before?: number;
  n: number;
}
export interface Review {
  now: Figures;
  before: Figures;
  points: ReviewPoint[];
}
/** Days as 2026-03-01, each included. */
export interface ReviewQuery {
  from: string;
  to: string;
  compareFrom: string;
  compareTo: string;
  domain?: string;
  team?: string;
  sector?: string;
  channel?: Channel | '';
}
