import { expect, test } from 'vitest';
import { boundsAround, boundsOf, middleOfBounds } from './area';

test('the box around a circle is twice its radius high, and wider in degrees the farther north', () => {
  const [west, south, east, north] = boundsAround({ type: 'Point', coordinates: [2, 60] }, 1113.2);
  expect(north - south).toBeCloseTo(0.02, 6);
  expect(east - west).toBeCloseTo(0.04, 6);
});

test('the box of an area holds all its parts', () => {
  const ring = (x: number): [number, number][] => [
    [x, 47],
    [x + 1, 47],
    [x + 1, 48],
    [x, 47],
  ];
  const bounds = boundsOf({ type: 'MultiPolygon', coordinates: [[ring(2)], [ring(5)]] });
  expect(bounds).toEqual([2, 47, 6, 48]);
  expect(middleOfBounds(bounds).coordinates).toEqual([4, 47.5]);
});
