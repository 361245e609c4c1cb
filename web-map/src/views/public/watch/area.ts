import type { MultiPolygon } from '../../../core/place-types';
import type { Bounds, Point } from '../../../core/types';

/** Metres. */
export const RADII = [200, 500, 1000, 2000] as const;

const METRES_A_DEGREE = 111_320;

/** The box around a circle; metres are counted at its middle. */
export function boundsAround({ coordinates: [longitude, latitude] }: Point, metres: number): Bounds {
  const high = metres / METRES_A_DEGREE;
  const wide = high / Math.cos((latitude * Math.PI) / 180);
  return [longitude - wide, latitude - high, longitude + wide, latitude + high];
}

export function boundsOf({ coordinates }: MultiPolygon): Bounds {
  const corners = coordinates.flat(2);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

export function middleOfBounds([west, south, east, north]: Bounds): Point {
  return { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] };
}
