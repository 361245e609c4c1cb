import { style as basemap } from 'virtual:map-style/basemap';
import type { BasemapTile } from './basemap-tile';
import { fillPath, strokePath, type Pen } from './style/pen';
import { matches, rulesAt } from './style/rules';
import type { Rule } from './style/style';

/** Paints one tile by the rules of its style, in their order. */
export function drawBasemap(pen: Pen, tile: BasemapTile): void {
  for (const pass of rulesAt(basemap, pen.zoom)) for (const rule of pass) drawRule(pen, tile, rule);
}

function drawRule(pen: Pen, { groups }: BasemapTile, { filter, symbolizers }: Rule): void {
  for (const group of groups) {
    if (!matches(filter, { kind: group.kind, class: group.class })) continue;
    for (const symbolizer of symbolizers) {
      if (symbolizer.kind === 'fill') fillPath(pen, group.path, symbolizer);
      else if (symbolizer.kind === 'stroke') strokePath(pen, group.path, symbolizer);
    }
  }
}
