import type { VectorTile } from '@mapbox/vector-tile';
import { describe, expect, it } from 'vitest';
import { decodeRequests } from './request-tile';

const at = (x: number, y: number, properties: Record<string, unknown>) => ({
  properties,
  extent: 4096,
  loadGeometry: () => [[{ x, y }]],
});
const tile = (layers: Record<string, ReturnType<typeof at>[]>): VectorTile =>
  ({
    layers: Object.fromEntries(
      Object.entries(layers).map(([name, features]) => [
        name,
        { length: features.length, feature: (index: number) => features[index] },
      ]),
    ),
  }) as unknown as VectorTile;
const address = { z: 14, x: 8297, y: 5636 };

describe('A tile of requests', () => {
  it('leaves out of a cluster what it has none of', () => {
    const { clusters } = decodeRequests(
      tile({
        cluster: [
          at(8, 8, { n: 3, received: 2, resolved: 1, west: 2.3, south: 48.8, east: 2.31, north: 48.81 }),
        ],
      }),
      address,
    );
    expect(clusters[0]?.counts).toEqual({ received: 2, assigned: 0, progress: 0, done: 1, forwarded: 0 });
    expect(clusters[0]).toMatchObject({ late: 0, bounds: [2.3, 48.8, 2.31, 48.81] });
  });
  it('says when more is settled than it tells', () => {
    expect(decodeRequests(tile({}), address).more).toBeUndefined();
    expect(decodeRequests(tile({ more: [at(2048, 2048, {})] }), address).more).toBe(true);
  });
});
