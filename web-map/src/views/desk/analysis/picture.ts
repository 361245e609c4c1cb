import type { Analysis, GridCell } from '../../../core/analysis-types';
import { number } from '../../../core/i18n';
import type { Shade, Token } from '../../../map';
import type { ShadedCell } from '../../../map/drawing';

export interface LegendItem {
  token: Token | null;
  words: string;
}
export interface TableRow {
  id: string;
  cells: readonly string[];
}
/** A table and its file. */
export interface Table {
  file: string;
  name: string;
  head: readonly string[];
  /** The weightiest first; only the first of them are shown. */
  rows: readonly TableRow[];
}
/** What is drawn of an analysis, what its colours mean, and the same in numbers. */
export interface Picture {
  cells: readonly ShadedCell[];
  sectors: ReadonlyMap<string, Shade>;
  legend: readonly LegendItem[];
  tables: readonly Table[];
  /** How it was reckoned. */
  method: string;
  /** What is on no square or in no sector. */
  apart: string;
}
export const EMPTY: Picture = {
  cells: [],
  sectors: new Map(),
  legend: [],
  tables: [],
  method: '',
  apart: '',
};

export const cellId = ({ eastingMetres, northingMetres }: GridCell): string =>
  `${eastingMetres}/${northingMetres}`;

/** A square is named by its south-west corner in whole metres. */
export const cellName = ({ eastingMetres, northingMetres }: GridCell): string =>
  `${number(eastingMetres)} / ${number(northingMetres)}`;

export const decimal = (value: number, digits = 2): string =>
  number(value, { maximumFractionDigits: digits });

/** A probability: below a thousandth, the power of ten is the point. */
export const probability = (p: number): string =>
  p < 0.001 ? number(p, { notation: 'scientific', maximumFractionDigits: 1 }) : decimal(p, 3);

export const signed = (value: number): string => number(value, { signDisplay: 'exceptZero' });

/** Nothing came in at all. */
export function isEmpty(analysis: Analysis): boolean {
  switch (analysis.name) {
    case 'comparison':
      return analysis.before.received + analysis.after.received === 0;
    case 'silence':
      return analysis.sectors.length === 0;
    case 'promises':
      return analysis.sectors.length === 0;
    default:
      return analysis.scope.received === 0;
  }
}
