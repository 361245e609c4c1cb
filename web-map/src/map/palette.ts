import { COLOURS } from 'virtual:map-style';
import type { Paint } from './style/style';

/** Inks that drawings of the pages' own use, besides the colours of the layers. */
const TOKENS = [
  'b-case',
  'sector',
  'sector-halo',
  'sector-sel',
  'select',
  'surface',
  't-ok',
  't-warn',
  't-late',
  'h-1',
  'h-2',
  'h-3',
  'h-4',
  'h-5',
  'd-less-2',
  'd-less-1',
  'd-more-1',
  'd-more-2',
] as const;

export type Token = (typeof TOKENS)[number];
/** The colours in the theme in force: a canvas cannot read custom properties by itself. */
export type Palette = Readonly<Record<Token, string>> & Readonly<Record<string, string | undefined>>;

const UNKNOWN = '#888888';

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = [...TOKENS, ...COLOURS].map((name) => [
    name,
    style.getPropertyValue(`--${name}`).trim() || UNKNOWN,
  ]);
  return Object.fromEntries(entries) as Palette;
}

/** What to paint with. */
export function inkOf(palette: Palette, { colour, opacity }: Paint): string {
  const ink = palette[colour] ?? UNKNOWN;
  if (opacity === 1) return ink;
  // the build shortens #ffffff to #fff
  const long = ink.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  const alpha = Math.round(opacity * 255).toString(16);
  return long + alpha.padStart(2, '0');
}
