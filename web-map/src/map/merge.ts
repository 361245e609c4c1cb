import { clusterOfOne, mergedClusters, type ClusterMark, type RequestMark } from './marker-data';
import type { Point } from '../core/types';

/** Pixels between two rings below which they are drawn as one donut. */
export const RING_SPACING = 28;
/** A donut is wider than a ring and keeps more room. */
export const CLUSTER_SPACING = 38;

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
  for (const cluster of [...marks.clusters].sort((a, b) => sizeOf(b) - sizeOf(a)))
    groups.add({ ...pixel(cluster.position), request: null, cluster });
  const alone: RequestMark[] = [];
  // sorted by id, so that the same requests make the same clusters whatever order they came in
  for (const request of [...marks.requests].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (request.id === keep) alone.push(request);
    else groups.add({ ...pixel(request.position), request, cluster: null });
  }
  return groups.marks(alone);
}

function sizeOf({ counts }: ClusterMark): number {
  return Object.values(counts).reduce((sum: number, count: number) => sum + count, 0);
}

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
          const spacing = group.cluster || mark.cluster ? CLUSTER_SPACING : RING_SPACING;
          if (distance < spacing && distance < bestDistance) [best, bestDistance] = [group, distance];
        }
    return best;
  }

  private key(x: number, y: number, right = 0, down = 0): string {
    return `${Math.floor(x / CLUSTER_SPACING) + right},${Math.floor(y / CLUSTER_SPACING) + down}`;
  }
}

function clusterIn({ request, cluster }: Group): ClusterMark {
  if (cluster) return cluster;
  if (request) return clusterOfOne(request);
  throw new Error('A group holds a request or a cluster.');
}
