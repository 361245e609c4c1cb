import { CircleMarker, Polygon, Polyline, type Layer } from 'leaflet';
import type { Point } from '../core/types';
import { toLatLng } from './geo';
import type { MapHost } from './host';
import type { MapLayer } from './port';

/** What is being drawn: a line, or ground that closes by itself; its corners as dots. */
export class SketchLayer implements MapLayer {
  private host: MapHost | undefined;
  private corners: readonly Point[] = [];
  private closed = false;
  private drawn: Layer[] = [];
  private unlisten: () => void = () => {};

  set(corners: readonly Point[], closed: boolean): void {
    this.corners = corners;
    this.closed = closed;
    this.draw();
  }

  attach(host: MapHost): void {
    this.host = host;
    this.unlisten = host.onTheme(() => this.draw());
    this.draw();
  }
  detach(): void {
    this.unlisten();
    this.drawn.forEach((layer) => layer.remove());
    this.drawn = [];
    this.host = undefined;
  }

  private draw(): void {
    this.drawn.forEach((layer) => layer.remove());
    this.drawn = [];
    const { host } = this;
    if (!host || this.corners.length === 0) return;
    const { select, surface } = host.palette();
    const places = this.corners.map(toLatLng);
    const look = { interactive: false, color: select, weight: 2.5, dashArray: '6 4' } as const;
    const outline =
      this.closed && places.length > 2
        ? new Polygon(places, { ...look, fillColor: select, fillOpacity: 0.12 })
        : new Polyline(places, look);
    const dots = places.map(
      (place) =>
        new CircleMarker(place, {
          interactive: false,
          radius: 5,
          color: select,
          weight: 2.5,
          fillColor: surface,
          fillOpacity: 1,
        }),
    );
    this.drawn = [outline, ...dots].map((layer) => layer.addTo(host.map));
  }
}
