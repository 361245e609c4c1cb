import { queryOf } from '../core/http';
import { tilesCovering, worldOf, type TileAddress } from '../core/tiles';
import type { Bounds, Point, RequestFilter } from '../core/types';
import type { Marks } from './merge';
import { decodeRequests } from './request-tile';
import { TileStore } from './tile-store';

const MAX_ZOOM = 19;
/** A place is only half of the truth: clusters of the tile's neighbours may count the same ground. */
const FORGET_FROM_ZOOM = 8;

/** The requests of the view, read as tiles and kept per filter. */
export class RequestSource {
  private store: TileStore<Marks>;
  private query = '';

  constructor(private readonly base: string) {
    this.store = this.newStore();
  }

  setFilter(filter: Omit<RequestFilter, 'bbox' | 'q'>): void {
    const query = queryOf(filter);
    if (query === this.query) return;
    this.query = query;
    this.store.forget();
    this.store = this.newStore();
  }

  /** Drops what a change at this position may have made wrong; everything without one. */
  forget(position?: Point): void {
    if (!position) {
      this.store.forget();
      return;
    }
    const [x, y] = worldOf(...position.coordinates);
    for (let z = FORGET_FROM_ZOOM; z <= MAX_ZOOM; z++)
      this.store.forget({ z, x: Math.floor(x * 2 ** z), y: Math.floor(y * 2 ** z) });
  }

  /** All marks of the view; what is no longer looked at stops loading. */
  async load(bounds: Bounds, zoom: number): Promise<Marks> {
    const tiles = tilesCovering(bounds, Math.min(zoom, MAX_ZOOM));
    this.store.abortExcept(tiles);
    const results = await Promise.allSettled(tiles.map((tile) => this.store.load(tile)));
    const requests = new Map<string, Marks['requests'][number]>();
    const clusters: Marks['clusters'] = [];
    let more = false;
    for (const result of results) {
      if (result.status !== 'fulfilled' || !result.value) continue;
      for (const request of result.value.requests) requests.set(request.id, request);
      clusters.push(...result.value.clusters);
      more ||= result.value.more === true;
    }
    return { requests: [...requests.values()], clusters, more };
  }

  private newStore(): TileStore<Marks> {
    const { base, query } = this;
    const url = ({ z, x, y }: TileAddress): string => `${base}/tiles/requests/${z}/${x}/${y}.mvt${query}`;
    return new TileStore(url, decodeRequests);
  }
}
