import { TileLayer, type TileLayerOptions } from 'leaflet';
import type { Overlay } from '../../core/overlay-types';
import type { MapHost } from '../host';
import type { DrawnOverlay, Told } from './drawn';

/** A service that has not drawn anything for so long is not waited for any more. */
const PATIENCE_MS = 20_000;

/** Pictures of a WMS, or tiles by their numbers. */
export class TileOverlay implements DrawnOverlay {
  private layer: TileLayer | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly overlay: Overlay,
    private readonly tell: Told,
  ) {}

  attach({ map }: MapHost): void {
    const layer = layerOf(this.overlay);
    this.layer = layer;
    let drawn = 0;
    let failed = 0;
    layer.on('loading', () => {
      [drawn, failed] = [0, 0];
      this.tell('loading');
      clearTimeout(this.patience);
      this.patience = setTimeout(() => drawn === 0 && this.tell('silent'), PATIENCE_MS);
    });
    layer.on('tileload', () => {
      drawn += 1;
      this.tell('fine');
    });
    layer.on('tileerror', () => {
      failed += 1;
      if (drawn === 0) this.tell('silent');
    });
    layer.on('load', () => {
      clearTimeout(this.patience);
      this.tell(failed > 0 && drawn === 0 ? 'silent' : 'fine');
    });
    layer.addTo(map);
  }
  detach(): void {
    clearTimeout(this.patience);
    this.layer?.off();
    this.layer?.remove();
    this.layer = undefined;
  }
}

function layerOf(overlay: Overlay): TileLayer {
  const options: TileLayerOptions = {
    pane: 'overlays',
    minZoom: overlay.minZoom,
    maxZoom: overlay.maxZoom,
    opacity: overlay.opacityPercent / 100,
    zIndex: overlay.position + 1,
  };
  if (overlay.kind !== 'WMS') return new TileLayer(overlay.address, options);
  return new TileLayer.WMS(overlay.address, {
    ...options,
    layers: overlay.layers,
    styles: overlay.style,
    format: overlay.format || 'image/png',
    version: overlay.version || '1.1.1',
    transparent: true,
    uppercase: true,
  });
}
