import type { VectorTile, VectorTileFeature } from '@mapbox/vector-tile';
import { STREET_CLASSES, streetClass, type StreetClass } from './basemap-style';
import { clippedLine, type Line } from './lines';

/** A name along a line, in the units of its tile. */
export interface LineName {
  name: string;
  kind: StreetClass | 'water';
  line: Line;
}
/** A name at a place. */
export interface PlaceName {
  name: string;
  kind: 'park' | 'landmark' | 'place' | 'lake';
  x: number;
  y: number;
  /** Area in square tile units; a name must fit the thing it names. */
  area: number;
}
const AREAS = ['wood', 'built_up', 'green', 'water', 'building', 'landmark'] as const;
type Area = (typeof AREAS)[number];

/** A base-map tile made ready for drawing: one path per kind of thing. */
export interface BasemapTile {
  extent: number;
  areas: Record<Area, Path2D>;
  waterway: Path2D;
  rail: Path2D;
  streets: Record<StreetClass, Path2D>;
  lineNames: LineName[];
  placeNames: PlaceName[];
}

export function decodeBasemap(tile: VectorTile): BasemapTile {
  const areas = Object.fromEntries(AREAS.map((name) => [name, pathOfLayer(tile, name)]));
  const streets = Object.fromEntries(STREET_CLASSES.map((name) => [name, new Path2D()]));
  const decoded: BasemapTile = {
    extent: Object.values(tile.layers)[0]?.extent ?? 4096,
    areas: areas as Record<Area, Path2D>,
    waterway: pathOfLayer(tile, 'waterway'),
    rail: pathOfLayer(tile, 'rail'),
    streets: streets as Record<StreetClass, Path2D>,
    lineNames: [],
    placeNames: [],
  };
  eachFeature(tile, 'street', (feature) => {
    const kind = streetClass(feature.properties['class']);
    trace(decoded.streets[kind], feature);
    nameLines(decoded, feature, kind);
  });
  eachFeature(tile, 'waterway', (feature) => nameLines(decoded, feature, 'water'));
  eachFeature(tile, 'green', (feature) => namePlace(decoded, feature, 'park'));
  eachFeature(tile, 'landmark', (feature) => namePlace(decoded, feature, 'landmark'));
  eachFeature(tile, 'place', (feature) => namePlace(decoded, feature, 'place'));
  eachFeature(tile, 'water', (feature) => namePlace(decoded, feature, 'lake'));
  return decoded;
}

function eachFeature(tile: VectorTile, name: string, visit: (feature: VectorTileFeature) => void): void {
  const layer = tile.layers[name];
  for (let index = 0; layer && index < layer.length; index++) visit(layer.feature(index));
}

function pathOfLayer(tile: VectorTile, name: string): Path2D {
  const path = new Path2D();
  eachFeature(tile, name, (feature) => trace(path, feature));
  return path;
}

const POINT = 1;
const POLYGON = 3;

function trace(path: Path2D, feature: VectorTileFeature): void {
  if (feature.type === POINT) return;
  for (const ring of feature.loadGeometry()) {
    ring.forEach(({ x, y }, index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    if (feature.type === POLYGON) path.closePath();
  }
}

function nameOf(feature: VectorTileFeature): string {
  const name = feature.properties['name'];
  return typeof name === 'string' ? name : '';
}

function nameLines(into: BasemapTile, feature: VectorTileFeature, kind: LineName['kind']): void {
  const name = nameOf(feature);
  if (name === '') return;
  for (const line of feature.loadGeometry())
    for (const piece of clippedLine(line, feature.extent)) into.lineNames.push({ name, kind, line: piece });
}

function namePlace(into: BasemapTile, feature: VectorTileFeature, kind: PlaceName['kind']): void {
  const name = nameOf(feature);
  if (name === '') return;
  const ring = feature.loadGeometry()[0] ?? [];
  if (feature.type === POLYGON) {
    const centre = centroid(ring);
    if (centre) into.placeNames.push({ name, kind, ...centre });
  } else if (feature.type === POINT && ring[0]) {
    // a point in the buffer belongs to the neighbouring tile
    const { x, y } = ring[0];
    if (x >= 0 && y >= 0 && x < feature.extent && y < feature.extent)
      into.placeNames.push({ name, kind, x, y, area: 0 });
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
