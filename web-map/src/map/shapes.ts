import { Circle, DivIcon, Marker, Polygon, Polyline, type Layer } from 'leaflet';
import type { MultiPolygon } from '../core/place-types';
import type { Point } from '../core/types';
import { toLatLng } from './geo';
import type { MapHost } from './host';
import type { MapLayer } from './port';

/** Shared by simple drawings: drawn again when their content or the theme changes. */
abstract class Shape implements MapLayer {
  private host: MapHost | undefined;
  private drawn: Layer[] = [];
  private unlisten: () => void = () => {};

  attach(host: MapHost): void {
    this.host = host;
    this.unlisten = host.onTheme(() => this.redraw());
    this.redraw();
  }
  detach(): void {
    this.unlisten();
    this.clear();
    this.host = undefined;
  }

  protected redraw(): void {
    this.clear();
    if (!this.host) return;
    this.drawn = this.draw(this.host);
    for (const layer of this.drawn) layer.addTo(this.host.map);
  }
  protected abstract draw(host: MapHost): Layer[];

  private clear(): void {
    for (const layer of this.drawn) layer.remove();
    this.drawn = [];
  }
}

/** The way of a team to a request, with the time it takes. */
export class RouteLine extends Shape {
  private points: readonly Point[] = [];
  private words = '';

  set(points: readonly Point[], words = ''): void {
    this.points = points;
    this.words = words;
    this.redraw();
  }

  protected override draw(host: MapHost): Layer[] {
    const { select, surface } = host.palette();
    const places = this.points.map(toLatLng);
    if (places.length < 2) return [];
    const line = { interactive: false, lineCap: 'round', lineJoin: 'round' } as const;
    const layers: Layer[] = [
      new Polyline(places, { ...line, color: surface, weight: 8, opacity: 0.9 }),
      new Polyline(places, { ...line, color: select, weight: 4 }),
    ];
    const middle = places[Math.floor(places.length / 2)];
    if (this.words !== '' && middle) {
      const sign = document.createElement('span');
      sign.className = 'map__eta';
      sign.textContent = this.words;
      const icon = new DivIcon({ html: sign, className: 'map__marker', iconSize: [0, 0] });
      layers.push(new Marker(middle, { icon, interactive: false, keyboard: false, zIndexOffset: 900 }));
    }
    return layers;
  }
}

/** The ground within some metres of a place, as a search for duplicates sees it. */
export class RadiusCircle extends Shape {
  private place: { position: Point; metres: number } | null = null;

  set(position: Point | null, metres = 0): void {
    this.place = position && { position, metres };
    this.redraw();
  }

  protected override draw(host: MapHost): Layer[] {
    if (!this.place) return [];
    const { select } = host.palette();
    const look = { interactive: false, color: select, weight: 1.5, dashArray: '4 4', fillOpacity: 0.06 };
    return [new Circle(toLatLng(this.place.position), { ...look, radius: this.place.metres })];
  }
}

/** Ground with its outline. */
export class AreaOutline extends Shape {
  constructor(private readonly ground: MultiPolygon) {
    super();
  }

  protected override draw(host: MapHost): Layer[] {
    const look = { interactive: false, color: host.palette().select, weight: 2, fillOpacity: 0.08 };
    const latLngs = this.ground.coordinates.map((polygon) =>
      polygon.map((ring) => ring.map(([longitude, latitude]) => ({ lat: latitude, lng: longitude }))),
    );
    return [new Polygon(latLngs, look)];
  }
}

/** Where the reader stands, and how sure that is. */
export class HereLayer extends Shape {
  private place: { position: Point; accuracyMetres: number } | null = null;

  set(position: Point | null, accuracyMetres = 0): void {
    this.place = position && { position, accuracyMetres };
    this.redraw();
  }

  protected override draw(host: MapHost): Layer[] {
    if (!this.place) return [];
    const at = toLatLng(this.place.position);
    const dot = document.createElement('span');
    dot.className = 'map__here';
    const icon = new DivIcon({ html: dot, className: 'map__marker', iconSize: [0, 0] });
    const look = { interactive: false, color: host.palette().select, weight: 1, fillOpacity: 0.08 };
    return [
      new Circle(at, { ...look, radius: this.place.accuracyMetres }),
      new Marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -100 }),
    ];
  }
}
