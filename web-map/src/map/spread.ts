import { Polyline } from 'leaflet';
import type { Point } from '../core/types';
import { toLatLng, toPoint } from './geo';
import type { MapHost } from './host';
import type { RequestMark } from './marker-data';

/** More than that would leave the screen of a phone: they are listed. */
export const MOST_SPREAD = 12;
/** From middle to middle: a marker and the gap that keeps two fingers apart. */
const APART = 48;
const NONE: ReadonlySet<string> = new Set();

/** Requests at one place, fanned out around it with a line to where they truly are. */
export class Spread {
  private at: Point | null = null;
  private members = NONE;
  private legs: Polyline[] = [];

  get ids(): ReadonlySet<string> {
    return this.members;
  }

  start(at: Point, ids: readonly string[]): void {
    this.at = at;
    this.members = new Set(ids);
  }

  /** Whether there was anything to fold. */
  end(): boolean {
    const was = this.at !== null;
    this.at = null;
    this.members = NONE;
    this.clear();
    return was;
  }

  /** The members at their places around; the others are nobody's business here. */
  place({ map, palette }: MapHost, marks: readonly RequestMark[]): RequestMark[] {
    this.clear();
    const { at } = this;
    if (!at) return [];
    const mine = marks.filter(({ id }) => this.members.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (mine.length < 2) return mine;
    const middle = map.project(toLatLng(at));
    return around(mine.length).map(([right, down], index) => {
      const position = map.unproject(middle.add([right, down]));
      const leg = new Polyline([toLatLng(at), position], {
        color: palette().select,
        weight: 2,
        interactive: false,
      });
      this.legs.push(leg.addTo(map));
      return { ...(mine[index] as RequestMark), position: toPoint(position) };
    });
  }

  private clear(): void {
    for (const leg of this.legs) leg.remove();
    this.legs = [];
  }
}

/** Places on a circle, in pixels from its middle, clockwise from the top; none nearer to the next than a finger needs. */
export function around(count: number): [number, number][] {
  const turn = (2 * Math.PI) / count;
  const radius = Math.max(APART, APART / 2 / Math.sin(turn / 2));
  return Array.from({ length: count }, (_, index) => [
    Math.sin(index * turn) * radius,
    -Math.cos(index * turn) * radius,
  ]);
}
