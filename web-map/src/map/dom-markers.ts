import { DivIcon, DomEvent, type LatLngBounds, type Map as LeafletMap, type Marker } from 'leaflet';
import type { Point } from '../core/types';
import { frames } from './frame-queue';
import { FlatMarker } from './flat-marker';
import { toLatLng } from './geo';
import type { Box } from './label-place';
import type { Said } from './mark-news';
import './news.css';

/** What a marker looks like and does. */
export interface MarkerSpec {
  /** The same key is the same marker: it is changed in place and never flickers. */
  key: string;
  position: Point;
  /** Trusted markup made by us; no text of users. */
  markup: string;
  label: string;
  className: string;
  /** Side of its button in pixels. */
  size: number;
  /** How far above its position it stands, in pixels. */
  rise?: number;
  /** Higher lies above. */
  order: number;
  /** Seen but neither clicked nor focused: clicks go to the ground below. */
  inert?: boolean;
  /** What it says once. */
  said?: Said | undefined;
  onClick: () => void;
  onHover?: (over: boolean) => void;
}
interface Shown {
  marker: Marker;
  button: HTMLButtonElement;
  spec: MarkerSpec;
  isSaying?: ReturnType<typeof setTimeout>;
}
/** As long as the animations in news.css. */
const SAYING_MS = 2_400;
const MOVING_MS = 700;

/** Real buttons on the map: focusable, named, at least 44 pixels wide. A few are made in each frame. */
export class DomMarkers {
  private readonly shown = new Map<string, Shown>();
  private readonly waiting = new Map<string, MarkerSpec>();
  private wanted: ReadonlySet<string> = new Set();
  private view: LatLngBounds | undefined;

  constructor(private readonly map: LeafletMap) {
    map.on('moveend', () => this.reachAll());
  }

  /** Shows exactly these markers; what stays is only touched where it changed. */
  show(specs: readonly MarkerSpec[]): void {
    this.wanted = new Set(specs.map(({ key }) => key));
    this.waiting.clear();
    for (const spec of specs) {
      const known = this.shown.get(spec.key);
      if (known) this.change(known, spec);
      else this.waiting.set(spec.key, spec);
    }
    this.reachAll();
    this.goOn();
  }

  boxes(): Box[] {
    const shown = [...this.shown.values()].map(({ spec }) => spec).filter(({ key }) => this.wanted.has(key));
    return [...shown, ...this.waiting.values()].map(({ position, size, rise }) => {
      const { x, y } = this.map.latLngToLayerPoint(toLatLng(position));
      return [x - size / 2, y - (rise ?? 0) - size / 2, size, size];
    });
  }

  focus(key: string): void {
    const waiting = this.waiting.get(key);
    if (waiting) this.add(waiting);
    this.shown.get(key)?.button.focus();
  }

  /** What is no longer wanted stays until all that is new stands in its place: the map is never empty between two zooms. */
  private goOn(): void {
    if (this.waiting.size > 0) frames.add(this, () => this.addNext());
    else {
      frames.drop(this);
      this.clear();
    }
  }

  private addNext(): void {
    const next = this.waiting.values().next().value;
    if (next) this.add(next);
    this.goOn();
  }

  private clear(): void {
    for (const [key, { marker }] of this.shown)
      if (!this.wanted.has(key)) {
        marker.remove();
        this.shown.delete(key);
      }
  }

  private reachAll(): void {
    this.view = this.map.getBounds();
    for (const shown of this.shown.values()) reach(shown, this.view);
  }

  private add(spec: MarkerSpec): void {
    this.waiting.delete(spec.key);
    const button = document.createElement('button');
    button.type = 'button';
    const shown: Shown = { button, spec, marker: markerAround(button, spec) };
    dress(button, spec);
    DomEvent.disableClickPropagation(button);
    button.addEventListener('click', () => shown.spec.onClick());
    for (const name of ['mouseenter', 'focus'] as const)
      button.addEventListener(name, () => shown.spec.onHover?.(true));
    for (const name of ['mouseleave', 'blur'] as const)
      button.addEventListener(name, () => shown.spec.onHover?.(false));
    shown.marker.addTo(this.map);
    this.shown.set(spec.key, shown);
    if (this.view) reach(shown, this.view);
    say(shown);
  }

  private change(shown: Shown, spec: MarkerSpec): void {
    const { spec: before, marker, button } = shown;
    shown.spec = spec;
    const [lon, lat] = spec.position.coordinates;
    if (before.position.coordinates[0] !== lon || before.position.coordinates[1] !== lat) {
      glide(marker);
      marker.setLatLng([lat, lon]);
    }
    if (before.order !== spec.order) marker.setZIndexOffset(spec.order);
    dress(button, spec, before);
    if (spec.said && spec.said.serial !== before.said?.serial) say(shown);
  }
}

/** What lies outside the view is no stop of the Tab key. */
function reach({ button, spec }: Shown, view: LatLngBounds): void {
  const tabIndex = view.contains(toLatLng(spec.position)) ? 0 : -1;
  // by its attribute: a button that never had one reads as 0
  if (button.getAttribute('tabindex') !== `${tabIndex}`) button.tabIndex = tabIndex;
}

/** The look is in news.css, also for those who want no motion. */
function say(shown: Shown): void {
  const { button, spec } = shown;
  if (!spec.said) return;
  button.dataset['news'] = spec.said.news;
  clearTimeout(shown.isSaying);
  shown.isSaying = setTimeout(() => delete button.dataset['news'], SAYING_MS);
}

/** It is seen going to its new place; a zoom must not be slowed by that. */
function glide(marker: Marker): void {
  const element = marker.getElement();
  element?.classList.add('map__marker--moving');
  setTimeout(() => element?.classList.remove('map__marker--moving'), MOVING_MS);
}

function markerAround(button: HTMLButtonElement, { position, order }: MarkerSpec): Marker {
  const icon = new DivIcon({ html: button, className: 'map__marker', iconSize: [0, 0] });
  // the button itself takes keys and clicks
  return new FlatMarker(toLatLng(position), {
    icon,
    keyboard: false,
    interactive: false,
    zIndexOffset: order,
  });
}

function dress(button: HTMLButtonElement, spec: MarkerSpec, before?: MarkerSpec): void {
  if (before?.markup !== spec.markup) button.innerHTML = spec.markup;
  if (before?.label !== spec.label) button.setAttribute('aria-label', spec.label);
  if (before?.className !== spec.className) button.className = `mark ${spec.className}`;
  button.inert = spec.inert ?? false;
  if (before?.size !== spec.size) {
    button.style.width = `${spec.size}px`;
    button.style.height = `${spec.size}px`;
  }
}
