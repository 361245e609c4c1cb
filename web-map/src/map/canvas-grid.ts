import { GridLayer, type Coords, type DoneCallback, type GridLayerOptions } from 'leaflet';
import { dataTile, type TileAddress, type TilePart } from '../core/tiles';
import { frames } from './frame-queue';
import type { TileStore } from './tile-store';

const TILE_SIZE = 256;

/** What a layer paints a tile with. */
export interface TilePen<T> {
  context: CanvasRenderingContext2D;
  data: T;
  coords: Coords;
  /** Size of one CSS pixel in tile units. */
  unit: number;
}
interface Shown {
  canvas: HTMLCanvasElement;
  coords: Coords;
}

/** Leaflet's grid with a canvas per tile, fed from a store that may hold coarser tiles than are shown. */
export class CanvasGrid<T extends { extent: number }> extends GridLayer {
  private readonly shown = new Map<HTMLElement, Shown>();

  constructor(
    private readonly store: TileStore<T>,
    private readonly paint: (pen: TilePen<T>) => void,
    private readonly maxDataZoom: number,
    options: GridLayerOptions,
  ) {
    super({ tileSize: TILE_SIZE, updateWhenIdle: false, keepBuffer: 1, ...options });
    this.on('tileunload', ({ tile }) => {
      frames.drop(tile);
      this.shown.delete(tile);
    });
  }

  /** Tiles on the screen whose data is here, each data tile once. */
  loaded(): { tile: TileAddress; data: T }[] {
    const found = new Map<string, { tile: TileAddress; data: T }>();
    for (const { coords } of this.shown.values()) {
      if (coords.z !== this._tileZoom) continue;
      const { tile } = dataTile(coords, this.maxDataZoom);
      const data = this.store.peek(tile);
      if (data) found.set(`${tile.x}/${tile.y}`, { tile, data });
    }
    return [...found.values()];
  }

  /** Paints again what is shown, without asking the server. */
  repaint(): void {
    for (const { canvas, coords } of this.shown.values()) {
      const part = dataTile(coords, this.maxDataZoom);
      const data = this.store.peek(part.tile);
      // not in the place of its first drawing, which Leaflet waits for
      if (data) frames.add(coords, () => this.shown.has(canvas) && this.draw(canvas, coords, part, data));
    }
  }

  protected override createTile(coords: Coords, done: DoneCallback): HTMLElement {
    const canvas = document.createElement('canvas');
    this.shown.set(canvas, { canvas, coords });
    const part = dataTile(coords, this.maxDataZoom);
    this.store.load(part.tile).then(
      (data) => {
        if (!data || !this.shown.has(canvas)) done(undefined, canvas);
        else
          frames.add(canvas, () => {
            this.draw(canvas, coords, part, data);
            done(undefined, canvas);
          });
      },
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), canvas),
    );
    return canvas;
  }

  private draw(canvas: HTMLCanvasElement, coords: Coords, part: TilePart, data: T): void {
    const ratio = Math.min(window.devicePixelRatio || 1, 3);
    const side = Math.round(TILE_SIZE * ratio);
    if (canvas.width !== side) canvas.width = canvas.height = side;
    const context = canvas.getContext('2d');
    if (!context) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, side, side);
    const scale = (side * part.scale) / data.extent;
    context.setTransform(scale, 0, 0, scale, -part.column * side, -part.row * side);
    this.paint({ context, data, coords, unit: data.extent / (TILE_SIZE * part.scale) });
  }
}
