import { TileLayer } from 'leaflet';
import type { MapHost } from './host';
import type { MapLayer } from './port';

/** Pictures of an online map service, for jurisdictions that prefer one. */
export class RasterBasemap implements MapLayer {
  private layer: TileLayer | undefined;

  constructor(
    private readonly url: string,
    private readonly attribution: string,
  ) {}

  attach({ map }: MapHost): void {
    this.layer = new TileLayer(this.url, {
      attribution: this.attribution,
      maxZoom: 19,
      className: 'map__raster',
    });
    this.layer.addTo(map);
  }

  detach(): void {
    this.layer?.remove();
  }
}
