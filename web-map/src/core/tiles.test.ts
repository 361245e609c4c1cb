import { describe, expect, it } from 'vitest';
import { dataTile, lonLatOf, tilesCovering, worldOf } from './tiles';

describe('Tile sums', () => {
  it('put the null island in the middle of the world and find the way back', () => {
    expect(worldOf(0, 0)).toEqual([0.5, 0.5]);
    const [lon, lat] = lonLatOf(...worldOf(2.9, 47.35));
    expect(lon).toBeCloseTo(2.9, 9);
    expect(lat).toBeCloseTo(47.35, 9);
  });
  it('cover a box with every tile that touches it', () => {
    expect(tilesCovering([-1, -1, 1, 1], 1)).toHaveLength(4);
    expect(tilesCovering([2.89, 47.34, 2.9, 47.35], 10)).toEqual([{ z: 10, x: 520, y: 358 }]);
  });
  it('take the deepest data there is for a deeper view', () => {
    expect(dataTile({ z: 19, x: 7, y: 6 }, 17)).toEqual({
      tile: { z: 17, x: 1, y: 1 },
      scale: 4,
      column: 3,
      row: 2,
    });
    expect(dataTile({ z: 15, x: 7, y: 6 }, 17).scale).toBe(1);
  });
});
