import type { Glyph } from '../core/types';

/** The drawings inside layers/symbols/category-*.svg: one source for every renderer. */
const files = import.meta.glob<string>('../../../layers/symbols/category-*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const drawings = new Map<string, string>(
  Object.entries(files).map(([path, svg]) => [nameOf(path), innerOf(svg)]),
);

/** The SVG content of a category's glyph, on a 24 grid without its outer element. */
export function glyphMarkup(glyph: Glyph | string): string {
  return drawings.get(glyph) ?? drawings.get('question') ?? '';
}

export const GLYPHS: readonly Glyph[] = [
  'street',
  'lighting',
  'waste',
  'green',
  'sign',
  'water',
  'tag',
  'animal',
  'question',
  'praise',
];

function nameOf(path: string): string {
  return /category-([a-z]+)\.svg$/.exec(path)?.[1] ?? '';
}

function innerOf(svg: string): string {
  return svg.replace(/^[^]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
}
