import type { Map as LeafletMap } from 'leaflet';
import type { TileAddress } from '../core/tiles';
import { pixelsPerMetre } from './basemap-style';
import type { BasemapTile, LineName, PlaceName } from './basemap-tile';
import type { Label, LabelStyle } from './label-place';
import { joinedLines, type XY } from './lines';
import type { Palette } from './palette';

interface Loaded {
  tile: TileAddress;
  data: BasemapTile;
}

/** The names of streets, waters, parks and places in view. */
export function basemapLabels(map: LeafletMap, loaded: readonly Loaded[], palette: Palette): Label[] {
  const zoom = map.getZoom();
  const scale = pixelsPerMetre(zoom, map.getCenter().lat);
  const origin = map.getPixelOrigin();
  const lines = new Map<string, { kind: LineName['kind']; name: string; pieces: XY[][] }>();
  const labels: Label[] = [];
  for (const { tile, data } of loaded) {
    const size = 256 * 2 ** (zoom - tile.z);
    const place = ({ x, y }: XY): XY => ({
      x: (tile.x + x / data.extent) * size - origin.x,
      y: (tile.y + y / data.extent) * size - origin.y,
    });
    for (const { kind, name, line } of data.lineNames) {
      const known = lines.get(`${kind} ${name}`) ?? { kind, name, pieces: [] };
      known.pieces.push(line.map(place));
      lines.set(`${kind} ${name}`, known);
    }
    for (const found of data.placeNames) {
      const label = placeLabel(found, place(found), found.area * (size / data.extent) ** 2, {
        scale,
        palette,
      });
      if (label) labels.push(label);
    }
  }
  for (const { kind, name, pieces } of lines.values()) {
    const style = lineStyle(kind, scale, palette);
    if (!style) continue;
    // the longest piece first: a street cut by the view is named where most of it is seen
    const longest = joinedLines(pieces).sort((a, b) => b.length - a.length)[0];
    if (longest) labels.push({ text: name, line: longest, ...style });
  }
  return onceEach(labels);
}

type Written = { style: LabelStyle; priority: number };

function lineStyle(kind: LineName['kind'], scale: number, palette: Palette): Written | null {
  const close = scale > 0.38;
  if (kind === 'water')
    return {
      style: {
        size: close ? 14 : 13,
        weight: 400,
        italic: true,
        spacing: 0.12,
        colour: palette['b-water-text'],
      },
      priority: 1,
    };
  const ink = { colour: palette['b-text'], halo: palette['b-halo'] };
  if (kind === 'trunk' || kind === 'main')
    return scale > 0.1 ? { style: { size: close ? 12 : 11, weight: 500, ...ink }, priority: 5 } : null;
  if (kind === 'secondary')
    return scale > 0.2 ? { style: { size: close ? 12 : 11, weight: 400, ...ink }, priority: 6 } : null;
  if (!close) return null;
  return { style: { size: scale > 1 ? 11.5 : 11, weight: 400, ...ink }, priority: kind === 'path' ? 9 : 7 };
}

function placeLabel(
  { name, kind }: PlaceName,
  at: XY,
  area: number,
  { scale, palette }: { scale: number; palette: Palette },
): Label | null {
  const size = scale > 0.38 ? 11.5 : 10.5;
  // a park smaller than its name is left without
  const fits = area === 0 || Math.sqrt(area) > name.length * size * 0.3;
  const shifts = [
    { x: 0, y: -16 },
    { x: 0, y: 16 },
  ];
  if (kind === 'place')
    return scale < 0.2
      ? {
          text: name,
          at,
          style: { size: 12, weight: 600, colour: palette['b-text'], halo: palette['b-halo'] },
          priority: 2,
        }
      : null;
  if (scale < 0.25 || !fits) return null;
  if (kind === 'landmark')
    return {
      text: name,
      at,
      shifts,
      style: { size: 11, weight: 600, colour: palette['b-text'], halo: palette['b-halo'] },
      priority: 4,
    };
  const water = kind === 'lake';
  const colour = palette[water ? 'b-water-text' : 'b-park-text'];
  return {
    text: name,
    at,
    shifts,
    style: { size, weight: water ? 400 : 500, italic: water, colour },
    priority: 3,
  };
}

/** A park cut by tiles has a name in each: the first one stands. */
function onceEach(labels: Label[]): Label[] {
  const seen = new Set<string>();
  return labels.filter(({ text }) => !seen.has(text) && seen.add(text));
}
