import type { Jurisdiction } from '../core/types';
import { BasemapLayer } from './basemap-layer';
import type { MapHost } from './host';
import type { MapLayer } from './port';
import { RasterBasemap } from './raster-basemap';
import { TownLayer, type Town } from './town-layer';

/** The ground of a jurisdiction and the base map that it has chosen. */
export function basemapFor(base: string, town: Town & Pick<Jurisdiction, 'basemap'>): MapLayer {
  const { basemap } = town;
  const drawn =
    basemap.kind === 'vector' ? new BasemapLayer(base) : new RasterBasemap(basemap.url, basemap.attribution);
  return new Together([new TownLayer(town), drawn]);
}

class Together implements MapLayer {
  constructor(private readonly layers: readonly MapLayer[]) {}

  attach(host: MapHost): void {
    for (const layer of this.layers) layer.attach(host);
  }
  detach(): void {
    for (const layer of this.layers) layer.detach();
  }
}
