import { describe, expect, it } from 'vitest';
import { around, MOST_SPREAD } from './spread';

describe('Requests at one place, fanned out', () => {
  it('leave room for a finger between any two', () => {
    for (let count = 2; count <= MOST_SPREAD; count++) {
      const places = around(count);
      expect(places).toHaveLength(count);
      const gaps = places.flatMap(([x, y], index) =>
        places.slice(index + 1).map(([right, down]) => Math.hypot(right - x, down - y)),
      );
      expect(Math.min(...gaps), `of ${count}`).toBeGreaterThan(47.9);
    }
  });
  it('stay within the width of a phone', () => {
    const reach = Math.max(...around(MOST_SPREAD).map(([x]) => Math.abs(x)));
    expect(reach + 22).toBeLessThan(360 / 2);
  });
});
