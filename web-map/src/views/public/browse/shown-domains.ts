import type { Domain } from '../../../core/types';

/** What a chip needs beside its name: padding, glyph, gaps, number; and a letter on average. Pixels. */
const CHIP = 71;
const WITHOUT_GLYPH = CHIP - 22;
const LETTER = 6.3;
const GAP = 8;

const widthOf = (name: string, fixed = CHIP): number => fixed + name.length * LETTER;

interface Room {
  /** Of one row, in pixels. */
  width: number;
  rows: number;
  /** Names of the chips before and after the domains. */
  first: string;
  last: string;
}

/** The domains with most requests that fit beside the first and the last chip; the others are under the filters. */
export function shownDomains(
  domains: readonly Domain[],
  byDomain: Readonly<Record<string, number>>,
  { width, rows, first, last }: Room,
): Domain[] {
  const most = [...domains].sort((a, b) => (byDomain[b.code] ?? 0) - (byDomain[a.code] ?? 0));
  const shown: Domain[] = [];
  for (const domain of most) {
    const names = [...shown, domain].map(({ name }) => widthOf(name));
    if (rowsOf([widthOf(first, WITHOUT_GLYPH), ...names, widthOf(last, WITHOUT_GLYPH)], width) <= rows)
      shown.push(domain);
  }
  return shown;
}

/** How many rows boxes of these widths take, one after the other. */
function rowsOf(widths: readonly number[], width: number): number {
  let [rows, used] = [1, 0];
  for (const box of widths) {
    if (used > 0 && used + GAP + box > width) [rows, used] = [rows + 1, 0];
    used += (used > 0 ? GAP : 0) + box;
  }
  return rows;
}
