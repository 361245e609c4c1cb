import type { Bounds, Glyph, Point, RequestCard, RingTime, State } from '../core/types';
import { noCounts, type ClusterCounts } from '../ui/cluster';
import { shapeOf } from '../ui/ring';

/** What the map needs of a request; a card has it all, a tile's feature too. */
export interface RequestMark {
  id: string;
  number: string;
  state: State;
  title: string;
  glyph: Glyph;
  address: string;
  position: Point;
  ring: Pick<RingTime, 'left' | 'late' | 'dueAt'>;
  /** The step of the ladder that it stands on; known to staff. */
  escalationStep?: number;
}
/** Several requests drawn as one donut. */
export interface ClusterMark {
  counts: ClusterCounts;
  late: number;
  bounds: Bounds;
  position: Point;
  /** Known only when the requests themselves were at hand. */
  ids: string[];
}

/** A card as a mark; requests without a place are not on the map. */
export function markOf(card: RequestCard & { escalationStep?: number }): RequestMark | null {
  if (!card.position) return null;
  const { id, number, state, title, glyph, address, position, ring, escalationStep } = card;
  const mark = { id, number, state, title, glyph, address, position, ring };
  return escalationStep === undefined ? mark : { ...mark, escalationStep };
}

/** One request as the smallest cluster. */
export function clusterOfOne(mark: RequestMark): ClusterMark {
  const counts = noCounts();
  const shape = shapeOf(mark.state);
  // requests set aside are counted with what is done
  counts[shape === 'aside' ? 'done' : shape] = 1;
  const [lon, lat] = mark.position.coordinates;
  return {
    counts,
    late: mark.ring.late ? 1 : 0,
    bounds: [lon, lat, lon, lat],
    position: mark.position,
    ids: [mark.id],
  };
}

export function mergedClusters(a: ClusterMark, b: ClusterMark): ClusterMark {
  const counts = noCounts();
  for (const part of Object.keys(counts) as (keyof ClusterCounts)[])
    counts[part] = a.counts[part] + b.counts[part];
  return {
    counts,
    late: a.late + b.late,
    bounds: [
      Math.min(a.bounds[0], b.bounds[0]),
      Math.min(a.bounds[1], b.bounds[1]),
      Math.max(a.bounds[2], b.bounds[2]),
      Math.max(a.bounds[3], b.bounds[3]),
    ],
    position: a.position,
    ids: [...a.ids, ...b.ids],
  };
}
