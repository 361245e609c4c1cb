import type { Ground, Position, Sector } from '../../../core/sector-types';
import type { Point } from '../../../core/types';
import type { Handle } from '../../../map/drawing';

export const pointAt = ([lon, lat]: Position): Point => ({ type: 'Point', coordinates: [lon, lat] });
export const positionOf = ({ coordinates: [lon, lat] }: Point): Position => [lon, lat];

const polygonsOf = (ground: Ground): Position[][][] =>
  ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates;
export const ringsOf = (ground: Ground): Position[][] => polygonsOf(ground).flat();

const key = ([lon, lat]: Position): string => `${lon} ${lat}`;
const edgeKey = (a: Position, b: Position): string => [key(a), key(b)].sort().join('|');

function eachEdge(sectors: readonly Sector[], visit: (a: Position, b: Position, code: string) => void): void {
  for (const { code, shape } of sectors)
    for (const ring of ringsOf(shape))
      for (let index = 1; index < ring.length; index++)
        visit(ring[index - 1] as Position, ring[index] as Position, code);
}

/** The sectors on either side of every edge; an edge of the outline has one. */
export function sidesOf(sectors: readonly Sector[]): Map<string, string[]> {
  const sides = new Map<string, string[]>();
  eachEdge(sectors, (a, b, code) => {
    const edge = edgeKey(a, b);
    sides.set(edge, [...(sides.get(edge) ?? []), code]);
  });
  return sides;
}

/** Codes of the sectors that share an edge with this one. */
export function neighboursOf(sectors: readonly Sector[], code: string): string[] {
  const found = new Set<string>();
  for (const codes of sidesOf(sectors).values())
    if (codes.includes(code)) codes.filter((other) => other !== code).forEach((other) => found.add(other));
  return [...found];
}

/** Where a sector's edges can be moved: its corners and the middles of its edges, but not those of the outline. */
export function handlesOf(sectors: readonly Sector[], code: string): Handle[] {
  const sides = sidesOf(sectors);
  const joined = new Map<string, { at: Position; ends: Map<string, Position>; outline: boolean }>();
  const join = (at: Position, end: Position, outline: boolean): void => {
    const known = joined.get(key(at)) ?? { at, ends: new Map<string, Position>(), outline: false };
    known.ends.set(key(end), end);
    known.outline ||= outline;
    joined.set(key(at), known);
  };
  eachEdge(sectors, (a, b) => {
    const outline = sides.get(edgeKey(a, b))?.length === 1;
    join(a, b, outline);
    join(b, a, outline);
  });
  const handles: Handle[] = [];
  const own = sectors.filter((sector) => sector.code === code);
  const seen = new Set<string>();
  eachEdge(own, (a, b) => {
    const corner = joined.get(key(a));
    if (corner && !corner.outline && !seen.has(key(a))) {
      seen.add(key(a));
      handles.push({
        position: pointAt(a),
        neighbours: [...corner.ends.values()].map(pointAt),
        middle: false,
      });
    }
    if (sides.get(edgeKey(a, b))?.length === 2)
      handles.push({
        position: pointAt([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]),
        neighbours: [pointAt(a), pointAt(b)],
        middle: true,
      });
  });
  return handles;
}

/** The sector a position lies in. */
export function sectorAt(sectors: readonly Sector[], point: Point): Sector | undefined {
  return sectors.find(({ shape }) =>
    polygonsOf(shape).some(
      (rings) => rings.filter((ring) => inside(ring, positionOf(point))).length % 2 === 1,
    ),
  );
}

function inside(ring: readonly Position[], [x, y]: Position): boolean {
  let within = false;
  for (let index = 1; index < ring.length; index++) {
    const [ax, ay] = ring[index - 1] as Position;
    const [bx, by] = ring[index] as Position;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  }
  return within;
}

/**
 * The nearest corner within some pixels, else the nearest place of an edge.
 *
 * @param pixels where a position stands on the screen
 */
export function snapped(
  sectors: readonly Sector[],
  point: Point,
  pixels: (point: Point) => { x: number; y: number },
  within: number,
): Point {
  const at = pixels(point);
  let corner: { to: number; place: Point } | null = null;
  let edge: { to: number; place: Point } | null = null;
  const near = nearby(sectors, positionOf(point));
  for (const [a, b] of near) {
    const [pa, pb] = [pixels(pointAt(a)), pixels(pointAt(b))];
    const toCorner = Math.hypot(pb.x - at.x, pb.y - at.y);
    if (toCorner <= within && (!corner || toCorner < corner.to)) corner = { to: toCorner, place: pointAt(b) };
    const [dx, dy] = [pb.x - pa.x, pb.y - pa.y];
    const square = dx * dx + dy * dy;
    const share =
      square === 0 ? 0 : Math.min(1, Math.max(0, ((at.x - pa.x) * dx + (at.y - pa.y) * dy) / square));
    const toEdge = Math.hypot(pa.x + share * dx - at.x, pa.y + share * dy - at.y);
    if (toEdge <= within && (!edge || toEdge < edge.to))
      edge = { to: toEdge, place: pointAt([a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]) };
  }
  return (corner ?? edge)?.place ?? point;
}

/** Edges whose box comes close: all others are too far to be meant. */
function nearby(sectors: readonly Sector[], [x, y]: Position): [Position, Position][] {
  const reach = 0.02;
  const found: [Position, Position][] = [];
  eachEdge(sectors, (a, b) => {
    if (
      Math.min(a[0], b[0]) - reach < x &&
      Math.max(a[0], b[0]) + reach > x &&
      Math.min(a[1], b[1]) - reach < y &&
      Math.max(a[1], b[1]) + reach > y
    )
      found.push([a, b]);
  });
  return found;
}
