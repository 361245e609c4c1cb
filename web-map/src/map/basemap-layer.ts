import { basemapLabels } from './basemap-labels';
import { drawBasemap } from './basemap-draw';
import { decodeBasemap, type BasemapTile } from './basemap-tile';
import { CanvasGrid } from './canvas-grid';
import type { MapHost } from './host';
import type { MapLayer } from './port';
import { TileStore } from './tile-store';

const MAX_DATA_ZOOM = 17;

/** Our own cartography, drawn from the server's vector tiles in the colours of the theme. */
export class BasemapLayer implements MapLayer {
  private undo: (() => void)[] = [];
  private readonly store: TileStore<BasemapTile>;

  constructor(base: string) {
    this.store = new TileStore(({ z, x, y }) => `${base}/tiles/basemap/${z}/${x}/${y}.mvt`, decodeBasemap);
  }

  attach(host: MapHost): void {
    const { map, labels } = host;
    const grid = new CanvasGrid<BasemapTile>(
      this.store,
      ({ context, data, coords, unit }) =>
        drawBasemap({ context, palette: host.palette(), zoom: coords.z, unit }, data),
      MAX_DATA_ZOOM,
      { maxZoom: 19 },
    );
    grid.addTo(map);
    grid.on('tileload load', () => labels.schedule());
    this.undo = [
      () => grid.remove(),
      host.onTheme(() => grid.repaint()),
      labels.addSource((palette) => basemapLabels(map, grid.loaded(), palette)),
    ];
  }

  detach(): void {
    this.undo.forEach((step) => step());
    this.undo = [];
  }
}
