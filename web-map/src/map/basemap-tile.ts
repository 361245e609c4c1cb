import type { VectorTile, VectorTileFeature } from '@mapbox/vector-tile';
import { clippedLine, type Line } from './lines';

/** What the style may ask of a thing: as in the published view. */
export interface Kind {
  kind: string;
  class: string;
}
/** All of one kind and class in a tile, as one path. */
export interface Group extends Kind {
  path: Path2D;
}
/** A name along a line, in the units of its tile. */
export interface LineName extends Kind {
  name: string;
  line: Line;
}
/** A name at a place. */
export interface PlaceName extends Kind {
  name: string;
  x: number;
  y: number;
  /** Area in square tile units; a name must fit the thing it names. */
  area: number;
}
/** A base-map tile made ready for drawing. */
export interface BasemapTile {
  extent: number;
  groups: Group[];
  lineNames: LineName[];
  placeNames: PlaceName[];
}

const POINT = 1;
const LINE = 2;
const POLYGON = 3;

export function decodeBasemap(tile: VectorTile): BasemapTile {
  const groups = new Map<string, Group>();
  const decoded: BasemapTile = { extent: 4096, groups: [], lineNames: [], placeNames: [] };
  for (const [name, layer] of Object.entries(tile.layers)) {
    decoded.extent = layer.extent;
    for (let index = 0; index < layer.length; index++) {
      const feature = layer.feature(index);
      const kind: Kind = { kind: name.toUpperCase(), class: textOf(feature, 'class') };
      const key = `${kind.kind} ${kind.class}`;
      const group = groups.get(key) ?? { ...kind, path: new Path2D() };
      groups.set(key, group);
      trace(group.path, feature);
      addName(decoded, feature, kind);
    }
  }
  decoded.groups = [...groups.values()];
  return decoded;
}

function trace(path: Path2D, feature: VectorTileFeature): void {
  if (feature.type === POINT) return;
  for (const ring of feature.loadGeometry()) {
    ring.forEach(({ x, y }, index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    if (feature.type === POLYGON) path.closePath();
  }
}

function textOf(feature: VectorTileFeature, property: string): string {
  const text = feature.properties[property];
  return typeof text === 'string' ? text : '';
}

function addName(into: BasemapTile, feature: VectorTileFeature, kind: Kind): void {
  const name = textOf(feature, 'name');
  if (name === '') return;
  if (feature.type === LINE) {
    for (const line of feature.loadGeometry())
      for (const piece of clippedLine(line, feature.extent))
        into.lineNames.push({ ...kind, name, line: piece });
    return;
  }
  const ring = feature.loadGeometry()[0] ?? [];
  if (feature.type === POLYGON) {
    const centre = centroid(ring);
    if (centre) into.placeNames.push({ ...kind, name, ...centre });
  } else if (ring[0]) {
    // a point in the buffer belongs to the neighbouring tile
    const { x, y } = ring[0];
    if (x >= 0 && y >= 0 && x < feature.extent && y < feature.extent)
      into.placeNames.push({ ...kind, name, x, y, area: 0 });
  }
}

/** Middle of a ring weighted by area, and that area. */
export function centroid(ring: Line): { x: number; y: number; area: number } | null {
  let area = 0;
  let x = 0;
  let y = 0;
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a;
    const cross = a.x * b.y - b.x * a.y;
    area += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  });
  if (Math.abs(area) < 1) return null;
  return { x: x / (3 * area), y: y / (3 * area), area: Math.abs(area / 2) };
}
