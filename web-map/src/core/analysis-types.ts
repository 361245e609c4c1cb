import type { Ground } from './sector-types';

export interface AnalysisScope {
  from: string;
  to: string;
  asOf: string;
  received: number;
  /** Received, and on none of the squares. */
  outside: number;
  /** Received, and nobody knows where. */
  unplaced: number;
  epsgCode: number;
  cellMetres: number;
}
/** One square, named by its south-west corner on the plane. */
export interface GridCell {
  eastingMetres: number;
  northingMetres: number;
  square: Ground;
}
export interface Heat {
  scope: AnalysisScope;
  radiusMetres: number;
  cells: { cell: GridCell; requests: number; perSquareKilometre: number }[];
}
export interface HotSpots {
  scope: AnalysisScope;
  /** The largest probability that is more than chance; negative when none is. */
  threshold: number;
  cells: { cell: GridCell; requests: number; z: number; p: number; verdict: 'HOT' | 'COLD' | 'CHANCE' }[];
}
export interface Frames {
  scope: AnalysisScope;
  /** First days, in order. */
  steps: string[];
  /** Those with any request: how many in each step. */
  cells: { cell: GridCell; counts: number[] }[];
}
export interface Change {
  before: number;
  after: number;
  p: number;
  verdict: 'MORE' | 'LESS' | 'CHANCE';
}
export interface PeriodComparison {
  before: AnalysisScope;
  after: AnalysisScope;
  /** Of the time of both periods. */
  shareAfter: number;
  cells: ({ cell: GridCell } & Change)[];
  sectors: ({ code: string; name: string } & Change)[];
}
export interface Silence {
  from: string;
  to: string;
  asOf: string;
  received: number;
  outside: number;
  unplaced: number;
  sectors: {
    code: string;
    name: string;
    requests: number;
    streetKilometres: number;
    /** Absent where nobody told. */
    inhabitants?: number;
    /** Absent where there is no street. */
    perKilometre?: number;
    perThousand?: number;
  }[];
}
export interface SectorPromises {
  from: string;
  to: string;
  asOf: string;
  sectors: { code: string; name: string; received: number; due: number; kept: number }[];
}
export const ANALYSES = ['heat', 'hot-spots', 'frames', 'comparison', 'silence', 'promises'] as const;
export type AnalysisName = (typeof ANALYSES)[number];
export type Analysis =
  | ({ name: 'heat' } & Heat)
  | ({ name: 'hot-spots' } & HotSpots)
  | ({ name: 'frames' } & Frames)
  | ({ name: 'comparison' } & PeriodComparison)
  | ({ name: 'silence' } & Silence)
  | ({ name: 'promises' } & SectorPromises);
/** Days as 2026-03-01, each included; what is empty is not asked for. */
export interface AnalysisQuery {
  from: string;
  to: string;
  compareFrom: string;
  compareTo: string;
  domain: string;
  category: string;
  cellMetres: string;
  radiusMetres: string;
  step: string;
}
