import type { News } from '../core/news';
import type { Point } from '../core/types';
import type { ClusterMark, RequestMark } from './marker-data';

/** News with a number: the same number is said once by the same marker. */
export interface Said {
  news: News;
  serial: number;
}
interface Told extends Said {
  mark: RequestMark;
  at: number;
}
/** Tiles follow a change within this time. */
const SAID_WITHIN_MS = 4_000;
/** What leaves the map is seen going. */
const LINGER_MS = 2_600;

/** What has just happened to requests, for their markers or the donuts that count them. */
export class MarkNews {
  private readonly told = new Map<string, Told>();
  private serial = 0;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Answers after how long the markers have to be looked at again; nothing when it was told already. */
  tell(mark: RequestMark, news: News): number | null {
    this.forgetOld();
    const known = this.told.get(mark.id);
    if (known?.news === news) {
      known.mark = mark;
      return null;
    }
    this.told.set(mark.id, { mark, news, serial: ++this.serial, at: this.now() });
    return LINGER_MS;
  }

  ofRequest(id: string): Said | undefined {
    this.forgetOld();
    return this.told.get(id);
  }

  /** The newest of what a donut counts. */
  ofCluster({ ids, bounds }: ClusterMark): Said | undefined {
    this.forgetOld();
    let newest: Told | undefined;
    for (const told of this.told.values())
      if (ids.length > 0 ? ids.includes(told.mark.id) : lies(told.mark.position, bounds)) newest = told;
    return newest;
  }

  /** Those that were finished a moment ago and are not shown any more. */
  leaving(shown: ReadonlySet<string>): RequestMark[] {
    const since = this.now() - LINGER_MS;
    return [...this.told.values()]
      .filter(({ news, mark, at }) => news === 'done' && at > since && !shown.has(mark.id))
      .map(({ mark }) => mark);
  }

  private forgetOld(): void {
    const since = this.now() - SAID_WITHIN_MS;
    for (const [id, { at }] of this.told) if (at < since) this.told.delete(id);
  }
}

function lies(
  { coordinates: [lon, lat] }: Point,
  [west, south, east, north]: ClusterMark['bounds'],
): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
