import { describe, expect, it } from 'vitest';
import type { Position, Sector } from '../../../core/sector-types';
import type { Point } from '../../../core/types';
import { handlesOf, neighboursOf, pointAt, sectorAt, snapped } from './ground';

const ring = (...positions: Position[]): Position[] => [...positions, positions[0] as Position];
const sector = (code: string, ...positions: Position[]): Sector => ({
  code,
  name: code,
  squareMetres: 0,
  shape: { type: 'Polygon', coordinates: [ring(...positions)] },
});

/** Two squares side by side with a corner in the middle of their common edge, and one above both. */
const WEST = sector('w', [0, 0], [1, 0], [1, 0.5], [1, 1], [0, 1]);
const EAST = sector('e', [1, 0], [2, 0], [2, 1], [1, 1], [1, 0.5]);
const NORTH = sector('n', [0, 1], [1, 1], [2, 1], [2, 2], [0, 2]);
const ALL = [WEST, EAST, NORTH];
const pixels = ({ coordinates: [x, y] }: Point): { x: number; y: number } => ({ x: x * 1000, y: -y * 1000 });

describe('The ground of sectors', () => {
  it('names as neighbours those that share an edge', () => {
    expect(neighboursOf(ALL, 'w').sort()).toEqual(['e', 'n']);
  });

  it('offers the corners that lie within the outline, and the middles of edges between two sectors', () => {
    const handles = handlesOf(ALL, 'w');
    const corners = handles.filter(({ middle }) => !middle).map(({ position }) => position.coordinates);
    const middles = handles.filter(({ middle }) => middle).map(({ position }) => position.coordinates);
    expect(corners).toEqual([
      [1, 0.5],
      [1, 1],
    ]);
    expect(middles).toEqual([
      [1, 0.25],
      [1, 0.75],
      [0.5, 1],
    ]);
  });

  it('joins a corner to every corner at the other end of an edge, of whichever sector', () => {
    const meeting = handlesOf(ALL, 'w').find(({ position }) => position.coordinates.join() === '1,1');
    expect(meeting?.neighbours.map(({ coordinates }) => coordinates.join()).sort()).toEqual([
      '0,1',
      '1,0.5',
      '2,1',
    ]);
  });

  it('finds the sector a click falls into', () => {
    expect(sectorAt(ALL, pointAt([0.4, 0.4]))?.code).toBe('w');
    expect(sectorAt(ALL, pointAt([1.5, 1.5]))?.code).toBe('n');
    expect(sectorAt(ALL, pointAt([5, 5]))).toBeUndefined();
  });

  it('draws what comes close onto a corner, else onto an edge, and leaves the rest', () => {
    const drawn = (place: Position): Position => snapped(ALL, pointAt(place), pixels, 8).coordinates;
    expect(drawn([1.005, 0.997])).toEqual([1, 1]);
    expect(drawn([1.005, 0.25])).toEqual([1, 0.25]);
    expect(drawn([1.5, 0.5])).toEqual([1.5, 0.5]);
  });
});
