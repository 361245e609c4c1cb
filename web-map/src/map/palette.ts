const TOKENS = [
  'b-ground',
  'b-wood',
  'b-town',
  'b-park',
  'b-water',
  'b-house',
  'b-land',
  'b-street',
  'b-case',
  'b-rail',
  'b-rail-tie',
  'b-text',
  'b-halo',
  'b-water-text',
  'b-park-text',
  'sector',
  'sector-halo',
  'sector-sel',
  'select',
  'surface',
  't-ok',
  't-warn',
  't-late',
] as const;

export type Token = (typeof TOKENS)[number];
/** The base map's colours in the theme in force: a canvas cannot read custom properties by itself. */
export type Palette = Record<Token, string>;

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const entries = TOKENS.map((token) => [token, style.getPropertyValue(`--${token}`).trim() || '#888888']);
  return Object.fromEntries(entries) as Palette;
}
