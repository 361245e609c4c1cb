import type { Token } from '../../../map';

const SHADES: readonly Token[] = ['h-1', 'h-2', 'h-3', 'h-4', 'h-5'];

/** Equal steps from nothing to the most: each shade begins above the bound before it. */
export interface Scale {
  /** Upper bounds, one a shade. */
  bounds: readonly number[];
  shadeOf(value: number): Token | null;
}

/** @param whole counts: then no step is smaller than one */
export function scaleOf(values: readonly number[], whole: boolean): Scale {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  const step = whole ? Math.max(1, Math.ceil(most / SHADES.length)) : rounded(most / SHADES.length);
  const bounds = SHADES.map((_, at) => step * (at + 1)).filter((_, at) => at === 0 || step * at < most);
  return {
    bounds,
    shadeOf: (value) =>
      value <= 0 ? null : (SHADES[Math.min(bounds.length, Math.ceil(value / step)) - 1] ?? null),
  };
}

/** Up to two digits, never below. */
function rounded(value: number): number {
  if (value <= 0) return 1;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / unit) * unit).toPrecision(2));
}

export function shadeAt(index: number): Token {
  return SHADES[index] ?? 'h-5';
}
