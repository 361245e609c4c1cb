import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { tileKey, type TileAddress } from '../core/tiles';

interface Flight<T> {
  promise: Promise<T | null>;
  controller: AbortController;
}

/** Fetches and decodes vector tiles once; remembers the last few hundred. Empty tiles are `null`. */
export class TileStore<T> {
  private readonly kept = new Map<string, T | null>();
  private readonly flights = new Map<string, Flight<T>>();
  /** Those that have changed: what a cache on the way still has of them is asked for anew. */
  private readonly outdated = new Set<string>();

  constructor(
    private readonly url: (tile: TileAddress) => string,
    private readonly decode: (tile: VectorTile, address: TileAddress) => T,
    private readonly limit = 240,
  ) {}

  /** The tile if it is here; `undefined` when it has to be loaded first. */
  peek(tile: TileAddress): T | null | undefined {
    return this.kept.get(tileKey(tile));
  }

  load(tile: TileAddress): Promise<T | null> {
    const key = tileKey(tile);
    const here = this.kept.get(key);
    if (here !== undefined) return Promise.resolve(here);
    const flying = this.flights.get(key);
    if (flying) return flying.promise;
    const controller = new AbortController();
    const promise = this.fetch(tile, controller.signal)
      .then((value) => this.keep(key, value))
      .finally(() => this.flights.delete(key));
    this.flights.set(key, { promise, controller });
    return promise;
  }

  /** Stops loading what is no longer looked at. */
  abortExcept(tiles: readonly TileAddress[]): void {
    const wanted = new Set(tiles.map(tileKey));
    for (const [key, { controller }] of this.flights) if (!wanted.has(key)) controller.abort();
  }

  forget(tile?: TileAddress): void {
    if (tile) {
      const key = tileKey(tile);
      if (this.kept.delete(key)) this.outdated.add(key);
      return;
    }
    for (const key of this.kept.keys()) this.outdated.add(key);
    this.kept.clear();
    for (const { controller } of this.flights.values()) controller.abort();
    this.flights.clear();
  }

  private async fetch(tile: TileAddress, signal: AbortSignal): Promise<T | null> {
    const cache = this.outdated.delete(tileKey(tile)) ? 'no-cache' : 'default';
    const response = await fetch(this.url(tile), { signal, credentials: 'same-origin', cache });
    if (response.status === 204 || response.status === 404) return null;
    if (!response.ok) throw new Error(`Tile ${tileKey(tile)}: ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes.length === 0 ? null : this.decode(new VectorTile(new PbfReader(bytes)), tile);
  }

  private keep(key: string, value: T | null): T | null {
    this.kept.set(key, value);
    if (this.kept.size > this.limit) {
      const oldest = this.kept.keys().next().value;
      if (oldest !== undefined) this.kept.delete(oldest);
    }
    return value;
  }
}
