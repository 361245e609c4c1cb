import type { VectorTile, VectorTileFeature } from '@mapbox/vector-tile';
import { lonLatOf, type TileAddress } from '../core/tiles';
import type { Bounds, Glyph, Point, RingTime, State } from '../core/types';
import type { ClusterMark } from './marker-data';
import type { Marks } from './merge';

/** Reads a tile of the `requests` layer; its place in the world is needed to give positions. */
export function decodeRequests(tile: VectorTile, address: TileAddress): Marks {
  const marks: Marks = { requests: [], clusters: [] };
  each(tile, 'request', (feature) => {
    const position = positionOf(feature, address);
    if (!position) return;
    const { id, number, state, title, glyph, address: street } = feature.properties;
    marks.requests.push({
      id: String(id),
      number: String(number),
      state: state as State,
      title: String(title ?? ''),
      glyph: glyph as Glyph,
      address: String(street ?? ''),
      position,
      ring: ringOf(feature),
    });
  });
  each(tile, 'cluster', (feature) => {
    const position = positionOf(feature, address);
    if (position) marks.clusters.push(clusterOf(feature, position));
  });
  each(tile, 'more', () => (marks.more = true));
  return marks;
}

function each(tile: VectorTile, name: string, visit: (feature: VectorTileFeature) => void): void {
  const layer = tile.layers[name];
  for (let index = 0; layer && index < layer.length; index++) visit(layer.feature(index));
}

/** A point in the tile's buffer belongs to the neighbour, which tells of it too. */
function positionOf(feature: VectorTileFeature, { z, x, y }: TileAddress): Point | null {
  const at = feature.loadGeometry()[0]?.[0];
  const { extent } = feature;
  if (!at || at.x < 0 || at.y < 0 || at.x >= extent || at.y >= extent) return null;
  const count = 2 ** z;
  return { type: 'Point', coordinates: lonLatOf((x + at.x / extent) / count, (y + at.y / extent) / count) };
}

function ringOf({ properties }: VectorTileFeature): Pick<RingTime, 'left' | 'late' | 'dueAt'> {
  const ring: Pick<RingTime, 'left' | 'late' | 'dueAt'> = { late: truth(properties['late']) };
  if (typeof properties['left'] === 'number') ring.left = properties['left'];
  if (typeof properties['due'] === 'number') ring.dueAt = new Date(properties['due'] * 1000).toISOString();
  return ring;
}

function clusterOf({ properties }: VectorTileFeature, position: Point): ClusterMark {
  const count = (name: string): number => Number(properties[name] ?? 0);
  const side = ['west', 'south', 'east', 'north'].map(count) as Bounds;
  const [lon, lat] = position.coordinates;
  const known = properties['west'] !== undefined;
  return {
    counts: {
      received: count('received'),
      assigned: count('assigned'),
      progress: count('in_progress'),
      done: count('resolved'),
      forwarded: count('forwarded'),
    },
    late: count('late'),
    bounds: known ? side : [lon, lat, lon, lat],
    position,
    ids: [],
  };
}

function truth(value: unknown): boolean {
  return value === true || value === 1 || value === 'true';
}
