import { Map as LeafletMap, type LeafletMouseEvent } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import './map.css';
import './print.css';
import type { Bounds, Point } from '../core/types';
import { toBounds, toLatLng, toLatLngBounds, toPoint } from './geo';
import { PANES, type MapHost } from './host';
import { LabelOverlay } from './label-overlay';
import { readPalette, type Palette } from './palette';
import type { Insets, MapEvents, MapLayer, MapOptions, MapPort, ViewChange } from './port';

/** From where base map and sectors are published: see layers.json. */
const FARTHEST_ZOOM = 8;

/** Makes a map in the element. It follows the page's theme and the element's size by itself. */
export function createMap(element: HTMLElement, options: MapOptions): MapPort {
  return new LeafletPort(element, options);
}

class LeafletPort implements MapPort, MapHost {
  readonly map: LeafletMap;
  readonly labels: LabelOverlay;
  readonly insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  private colours: Palette;
  private readonly themeListeners = new Set<() => void>();
  private readonly layers = new Set<MapLayer>();
  private readonly resized: ResizeObserver;
  private readonly themed: MutationObserver;

  constructor(
    readonly element: HTMLElement,
    options: MapOptions,
  ) {
    element.dir = 'ltr';
    element.classList.add('map');
    element.setAttribute('role', 'region');
    element.setAttribute('aria-label', options.label);
    this.colours = readPalette(element);
    this.map = leafletMap(element, options);
    this.labels = new LabelOverlay(this.map, () => this.colours);
    if (options.bounds) this.map.fitBounds(toLatLngBounds(options.bounds), { animate: false });
    this.resized = new ResizeObserver(() => this.map.invalidateSize({ animate: false, pan: false }));
    this.resized.observe(element);
    this.map.on('resize', () => this.tellPaper());
    this.tellPaper();
    this.themed = new MutationObserver(() => this.themeChanged());
    this.themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  }

  palette(): Palette {
    return this.colours;
  }
  onTheme(listener: () => void): () => void {
    this.themeListeners.add(listener);
    return () => this.themeListeners.delete(listener);
  }

  setView(center: Point, zoom: number): void {
    this.map.setView(this.aimed(center, zoom), zoom, { animate: false });
  }
  flyTo(center: Point, zoom = this.map.getZoom()): void {
    this.map.setView(this.aimed(center, zoom), zoom, { animate: !reducedMotion() });
  }
  fitBounds(bounds: Bounds, maxZoom = 18): void {
    // room for a whole marker at the edge; on a phone no more than that
    const margin = Math.round(Math.min(40, this.map.getSize().x * 0.07));
    this.map.fitBounds(toLatLngBounds(bounds), {
      paddingTopLeft: [this.insets.left + margin, this.insets.top + margin],
      paddingBottomRight: [this.insets.right + margin, this.insets.bottom + margin],
      maxZoom,
      animate: !reducedMotion(),
    });
  }
  zoomBy(steps: number): void {
    this.map.setZoom(this.map.getZoom() + steps, { animate: !reducedMotion() });
  }
  panBy(right: number, down: number): void {
    this.map.panBy([right, down], { animate: false });
  }
  setInsets(insets: Partial<Insets>): void {
    Object.assign(this.insets, insets);
    this.tellPaper();
  }

  shows(position: Point): boolean {
    const { x, y } = this.pixelOf(position);
    const { left, right, top, bottom } = this.insets;
    const size = this.map.getSize();
    return x > left && x < size.x - right && y > top && y < size.y - bottom;
  }
  center(): Point {
    return toPoint(this.map.getCenter());
  }
  zoom(): number {
    return this.map.getZoom();
  }
  bounds(): Bounds {
    return toBounds(this.map.getBounds());
  }
  pixelOf(position: Point): { x: number; y: number } {
    const { x, y } = this.map.latLngToContainerPoint(toLatLng(position));
    return { x, y };
  }

  on<Name extends keyof MapEvents>(name: Name, listener: (event: MapEvents[Name]) => void): () => void {
    const tell = listener as (event: unknown) => void;
    const [event, handler] = {
      move: ['moveend', () => tell(this.view())],
      drag: ['dragstart', () => tell(this.view())],
      click: ['click', (click: LeafletMouseEvent) => tell({ position: toPoint(click.latlng) })],
    }[name] as ['moveend', () => void];
    this.map.on(event, handler);
    return () => this.map.off(event, handler);
  }

  addLayer(layer: MapLayer): () => void {
    this.layers.add(layer);
    layer.attach(this);
    return () => {
      if (this.layers.delete(layer)) layer.detach();
    };
  }

  destroy(): void {
    this.resized.disconnect();
    this.themed.disconnect();
    for (const layer of this.layers) layer.detach();
    this.layers.clear();
    this.labels.destroy();
    // Leaflet 1.9.4 ends a zoom by a timer, which would find no panes any more
    Object.assign(this.map, { _animatingZoom: false });
    this.map.remove();
  }

  /** How large the drawing is, and where its middle is seen: see print.css. */
  private tellPaper(): void {
    const { x, y } = this.map.getSize();
    const { left, right, top, bottom } = this.insets;
    const sizes = { width: x, height: y, aside: (right - left) / 2, down: (bottom - top) / 2 };
    for (const [name, pixels] of Object.entries(sizes))
      this.element.style.setProperty(`--map-${name}`, `${pixels}px`);
  }

  private view(): ViewChange {
    return { center: this.center(), zoom: this.zoom(), bounds: this.bounds() };
  }

  private themeChanged(): void {
    this.colours = readPalette(this.element);
    for (const listener of this.themeListeners) listener();
    this.labels.schedule();
  }

  /** The centre that puts a position in the middle of what panels leave free. */
  private aimed(position: Point, zoom: number): ReturnType<typeof toLatLng> {
    const { left, right, top, bottom } = this.insets;
    const at = this.map.project(toLatLng(position), zoom).add([(right - left) / 2, (bottom - top) / 2]);
    return this.map.unproject(at, zoom);
  }
}

function leafletMap(element: HTMLElement, options: MapOptions): LeafletMap {
  const interactive = options.interactive ?? true;
  const map = new LeafletMap(element, {
    center: toLatLng(options.center),
    zoom: options.zoom,
    minZoom: options.minZoom ?? FARTHEST_ZOOM,
    maxZoom: options.maxZoom ?? 19,
    zoomControl: false,
    attributionControl: false,
    keyboard: interactive,
    dragging: interactive,
    scrollWheelZoom: interactive && options.wheel !== 'once-pressed',
    doubleClickZoom: interactive,
    touchZoom: interactive,
    boxZoom: interactive,
    fadeAnimation: false,
    zoomAnimation: !reducedMotion(),
    markerZoomAnimation: !reducedMotion(),
  });
  for (const [name, order] of Object.entries(PANES)) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(order);
    pane.style.pointerEvents = 'none';
  }
  if (options.wheel === 'once-pressed') {
    map.on('mousedown', () => map.scrollWheelZoom.enable());
    map.on('mouseout', () => map.scrollWheelZoom.disable());
  }
  return map;
}

function reducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
