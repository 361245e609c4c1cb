import { DivIcon, DomEvent, Marker, Polyline } from 'leaflet';
import { moved } from '../core/distance';
import { t } from '../core/i18n';
import type { Point } from '../core/types';
import { toLatLng, toPoint } from './geo';
import type { MapHost } from './host';
import type { MapLayer } from './port';

/** A corner that may be moved, or the middle of an edge that may become one. */
export interface Handle {
  position: Point;
  /** The corners it is joined to. */
  neighbours: readonly Point[];
  /** Not a corner yet. */
  middle: boolean;
}
const STEP_METRES = 5;
const KEYS: Record<string, readonly [east: number, north: number]> = {
  ArrowUp: [0, STEP_METRES],
  ArrowDown: [0, -STEP_METRES],
  ArrowRight: [STEP_METRES, 0],
  ArrowLeft: [-STEP_METRES, 0],
};
const CLOSEST_PIXELS = 22;
const JOIN_PIXELS = 8;

/** Handles on corners: dragged, or moved in steps of 5 m with the arrow keys and set with Enter. */
export class CornerLayer implements MapLayer {
  private host: MapHost | undefined;
  private handles: readonly Handle[] = [];
  private markers: Marker[] = [];
  private bands: Polyline[] = [];
  private undo: (() => void)[] = [];

  constructor(private readonly onMove: (from: Point, to: Point) => void) {}

  set(handles: readonly Handle[]): void {
    this.handles = handles;
    this.draw();
  }

  attach(host: MapHost): void {
    this.host = host;
    const redraw = (): void => this.draw();
    host.map.on('moveend', redraw);
    this.undo = [() => host.map.off('moveend', redraw)];
    this.draw();
  }
  detach(): void {
    this.undo.forEach((step) => step());
    this.clear();
    this.host = undefined;
  }

  /** Corners that lie closer together than a finger is wide are left out until the map is nearer. */
  private draw(): void {
    const { host } = this;
    const focused = this.markers.findIndex((marker) => marker.getElement() === document.activeElement);
    this.clear();
    if (!host) return;
    const taken: { x: number; y: number }[] = [];
    const view = host.map.getBounds();
    const order = [...this.handles].sort(
      (a, b) => Number(a.middle) - Number(b.middle) || b.neighbours.length - a.neighbours.length,
    );
    for (const handle of order) {
      const place = toLatLng(handle.position);
      const at = host.map.latLngToContainerPoint(place);
      const crowded = taken.some(({ x, y }) => Math.hypot(x - at.x, y - at.y) < CLOSEST_PIXELS);
      if (crowded || !view.contains(place)) continue;
      taken.push(at);
      this.markers.push(this.marker(host, handle));
    }
    if (focused >= 0) this.markers[focused]?.getElement()?.focus();
  }

  private marker(host: MapHost, handle: Handle): Marker {
    const icon = new DivIcon({
      html: '',
      className: `map__corner${handle.middle ? ' map__corner--middle' : ''}`,
      iconSize: [0, 0],
    });
    const marker = new Marker(toLatLng(handle.position), { icon, draggable: true, zIndexOffset: 4000 });
    marker.addTo(host.map);
    marker.on('drag', () => this.stretch(host, handle, toPoint(marker.getLatLng())));
    marker.on('dragend', () => this.drop(handle, toPoint(marker.getLatLng())));
    const element = marker.getElement();
    element?.setAttribute('aria-label', t(handle.middle ? 'sectors.middle' : 'sectors.corner'));
    element?.addEventListener('keydown', (event) => this.key(event, host, { handle, marker }));
    return marker;
  }

  private key(event: KeyboardEvent, host: MapHost, held: { handle: Handle; marker: Marker }): void {
    const { handle, marker } = held;
    const step = KEYS[event.key];
    const here = toPoint(marker.getLatLng());
    const shifted = marker.getLatLng().distanceTo(toLatLng(handle.position)) > 0.1;
    if (step) {
      const to = moved(here, ...step);
      marker.setLatLng(toLatLng(to));
      this.stretch(host, handle, to);
    } else if (event.key === 'Enter' && shifted) this.drop(handle, here);
    else if (event.key === 'Escape' && shifted) {
      marker.setLatLng(toLatLng(handle.position));
      this.unstretch();
    } else return;
    event.preventDefault();
    DomEvent.stopPropagation(event);
  }

  private stretch(host: MapHost, { neighbours }: Handle, to: Point): void {
    this.unstretch();
    const { select } = host.palette();
    this.bands = neighbours.map((end) =>
      new Polyline([toLatLng(end), toLatLng(to)], { interactive: false, color: select, weight: 3 }).addTo(
        host.map,
      ),
    );
  }

  /** Dropped on the next corner, the two become one. */
  private drop({ position, neighbours, middle }: Handle, to: Point): void {
    const { map } = this.host as MapHost;
    const at = map.latLngToContainerPoint(toLatLng(to));
    const next = neighbours.find(
      (end) => !middle && map.latLngToContainerPoint(toLatLng(end)).distanceTo(at) < JOIN_PIXELS,
    );
    this.onMove(position, next ?? to);
  }

  private unstretch(): void {
    this.bands.forEach((band) => band.remove());
    this.bands = [];
  }

  private clear(): void {
    this.unstretch();
    this.markers.forEach((marker) => marker.remove());
    this.markers = [];
  }
}
