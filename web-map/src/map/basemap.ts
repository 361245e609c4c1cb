import type { Jurisdiction } from '../core/types';
import { BasemapLayer } from './basemap-layer';
import type { MapLayer } from './port';
import { RasterBasemap } from './raster-basemap';

/** The base map a jurisdiction has chosen. */
export function basemapFor(base: string, { basemap }: Pick<Jurisdiction, 'basemap'>): MapLayer {
  return basemap.kind === 'vector'
    ? new BasemapLayer(base)
    : new RasterBasemap(basemap.url, basemap.attribution);
}
