import { clusterOfOne, mergedClusters, type ClusterMark, type RequestMark } from './marker-data';
import type { Point } from '../core/types';
import { clusterSize, clusterTotal } from '../ui/cluster';

/** Pixels between two rings below which they are drawn as one donut. */
export const RING_SPACING = 28;
/** A ring beside a donut. */
export const CLUSTER_SPACING = 38;
/** Two donuts keep so much of the ground free between them that streets and names are read. */
const GROUND_BETWEEN = 18;
const WIDEST_SPACING = 80;

export interface Marks {
  requests: RequestMark[];
  clusters: ClusterMark[];
  /** There are more settled requests here than the server tells; a closer look shows them. */
  more?: boolean;
}
type Pixel = (position: Point) => { x: number; y: number };
interface Group {
  x: number;
  y: number;
  request: RequestMark | null;
  cluster: ClusterMark | null;
}

/**
 * Joins what would lie on top of each other, also across the cells and tiles the server counted in.
 * The kept request (the selected one) always stands alone.
 */
export function mergeClose(marks: Marks, pixel: Pixel, keep: string | null = null): Marks {
  const groups = new Groups();
  for (const cluster of [...marks.clusters].sort((a, b) => clusterTotal(b.counts) - clusterTotal(a.counts)))
    groups.add({ ...pixel(cluster.position), request: null, cluster });
  const alone: RequestMark[] = [];
  // sorted by id, so that the same requests make the same clusters whatever order they came in
  for (const request of [...marks.requests].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (request.id === keep) alone.push(request);
    else groups.add({ ...pixel(request.position), request, cluster: null });
  }
  return groups.marks(alone);
}

/** Below this many pixels the two are one. */
function spacing(one: Group, other: Group): number {
  if (one.cluster && other.cluster) return (width(one.cluster) + width(other.cluster)) / 2 + GROUND_BETWEEN;
  return one.cluster || other.cluster ? CLUSTER_SPACING : RING_SPACING;
}

const width = ({ counts }: ClusterMark): number => clusterSize(clusterTotal(counts));

/** Groups found by their cell, so that thousands of marks stay quick. */
class Groups {
  private readonly cells = new Map<string, Group[]>();
  private readonly all: Group[] = [];

  add(mark: Group): void {
    const near = this.near(mark);
    if (!near) {
      this.all.push(mark);
      const key = this.key(mark.x, mark.y);
      this.cells.set(key, [...(this.cells.get(key) ?? []), mark]);
      return;
    }
    near.cluster = mergedClusters(clusterIn(near), clusterIn(mark));
    near.request = null;
  }

  marks(alone: RequestMark[]): Marks {
    const requests = [...alone];
    const clusters: ClusterMark[] = [];
    for (const { request, cluster } of this.all) {
      if (cluster) clusters.push(cluster);
      else if (request) requests.push(request);
    }
    return { requests, clusters };
  }

  private near(mark: Group): Group | undefined {
    let best: Group | undefined;
    let bestDistance = Infinity;
    for (let i = -1; i <= 1; i++)
      for (let j = -1; j <= 1; j++)
        for (const group of this.cells.get(this.key(mark.x, mark.y, i, j)) ?? []) {
          const distance = Math.hypot(group.x - mark.x, group.y - mark.y);
          if (distance < spacing(group, mark) && distance < bestDistance)
            [best, bestDistance] = [group, distance];
        }
    return best;
  }

  private key(x: number, y: number, right = 0, down = 0): string {
    return `${Math.floor(x / WIDEST_SPACING) + right},${Math.floor(y / WIDEST_SPACING) + down}`;
  }
}

function clusterIn({ request, cluster }: Group): ClusterMark {
  if (cluster) return cluster;
  if (request) return clusterOfOne(request);
  throw new Error('A group holds a request or a cluster.');
}
