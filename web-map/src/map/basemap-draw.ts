import { STREET_CLASSES, type Widths } from './basemap-style';
import type { BasemapTile } from './basemap-tile';
import type { Palette } from './palette';

/** Paints one tile in the order of the drawing rules. `unit` is the size of a CSS pixel in tile units. */
export function drawBasemap(
  context: CanvasRenderingContext2D,
  tile: BasemapTile,
  style: { palette: Palette; widths: Widths; unit: number },
): void {
  const { palette, widths, unit } = style;
  const fill = (path: Path2D, colour: string): void => {
    context.fillStyle = colour;
    context.fill(path, 'nonzero');
  };
  const stroke = (path: Path2D, colour: string, width: number): void => {
    context.strokeStyle = colour;
    context.lineWidth = width * unit;
    context.stroke(path);
  };
  context.lineCap = 'round';
  context.lineJoin = 'round';
  fill(tile.areas.wood, palette['b-wood']);
  fill(tile.areas.built_up, palette['b-town']);
  fill(tile.areas.green, palette['b-park']);
  fill(tile.areas.water, palette['b-water']);
  stroke(tile.waterway, palette['b-water'], widths.waterway);
  if (widths.houses) fill(tile.areas.building, palette['b-house']);
  stroke(tile.rail, palette['b-rail'], widths.rail);
  drawTies(context, tile.rail, style);
  fill(tile.areas.landmark, palette['b-land']);
  for (const name of STREET_CLASSES) {
    const small = name === 'residential' || name === 'old' || name === 'path';
    if (name === 'path' || (small && !widths.fine)) continue;
    stroke(tile.streets[name], palette['b-case'], widths.street[name] + widths.casing);
  }
  drawPaths(context, tile.streets.path, style);
  for (const name of STREET_CLASSES)
    if (name !== 'path') stroke(tile.streets[name], palette['b-street'], widths.street[name]);
}

type Style = { palette: Palette; widths: Widths; unit: number };

function drawTies(context: CanvasRenderingContext2D, rail: Path2D, { palette, widths, unit }: Style): void {
  context.save();
  context.lineCap = 'butt';
  context.setLineDash([7 * unit, 7 * unit]);
  context.strokeStyle = palette['b-rail-tie'];
  context.lineWidth = widths.tie * unit;
  context.stroke(rail);
  context.restore();
}

/** Footpaths are dotted in white: seen close by, never mistaken for a street. */
function drawPaths(context: CanvasRenderingContext2D, paths: Path2D, { palette, widths, unit }: Style): void {
  if (!widths.houses) return;
  context.save();
  context.lineCap = 'butt';
  context.setLineDash([4 * unit, 2 * unit]);
  context.strokeStyle = palette['b-street'];
  context.lineWidth = widths.street.path * unit;
  context.stroke(paths);
  context.restore();
}
