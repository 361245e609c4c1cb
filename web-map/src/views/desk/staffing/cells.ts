import { t } from '../../../core/i18n';
import type { Cell, CoverageTable, Covering, Named } from '../../../core/staffing-types';

export const sameCell = (a: Cell, b: Cell): boolean =>
  a.sectorId === b.sectorId && a.categoryId === b.categoryId && a.shiftId === b.shiftId;

/** A cell in three words: where, what, when. */
export interface CellWords {
  sector: string;
  category: string;
  shift: string;
}
export function cellWords(cell: Cell, { sectors, categories, shifts }: CoverageTable): CellWords {
  const named = (all: readonly Named[], id: string | undefined, every: string): string =>
    id === undefined ? t(every) : (all.find((one) => one.id === id)?.name ?? t('staffing.coverage.gone'));
  return {
    sector: named(sectors, cell.sectorId, 'staffing.coverage.everywhere'),
    category: named(categories, cell.categoryId, 'staffing.coverage.everything'),
    shift: named(shifts, cell.shiftId, 'staffing.coverage.always'),
  };
}
export const cellLine = ({ sector, category, shift }: CellWords): string =>
  [sector, category, shift].join(', ');

/** Why a cell cannot be added; null when it can. @param others what the other teams cover */
export function cellTrouble(cell: Cell, own: readonly Cell[], others: readonly Covering[]): string | null {
  if (cell.sectorId === undefined && cell.categoryId === undefined)
    return t('staffing.coverage.nothingNamed');
  if (own.some((one) => sameCell(one, cell))) return t('staffing.coverage.already');
  const other = others.find(({ cells }) => cells.some((one) => sameCell(one, cell)));
  return other ? t('staffing.coverage.taken', { team: `${other.code}, ${other.name}` }) : null;
}
