import { DivIcon, DomEvent, Marker, type Map as LeafletMap } from 'leaflet';
import type { Point } from '../core/types';
import { toLatLng } from './geo';
import type { Box } from './label-place';

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
  onClick: () => void;
  onHover?: (over: boolean) => void;
}
interface Shown {
  marker: Marker;
  button: HTMLButtonElement;
  spec: MarkerSpec;
}

/** Real buttons on the map: focusable, named, at least 44 pixels wide. */
export class DomMarkers {
  private readonly shown = new Map<string, Shown>();

  constructor(private readonly map: LeafletMap) {
    map.on('moveend', () => this.shown.forEach((shown) => this.reach(shown)));
  }

  /** Shows exactly these markers; what stays is only touched where it changed. */
  show(specs: readonly MarkerSpec[]): void {
    const wanted = new Set(specs.map(({ key }) => key));
    for (const [key, { marker }] of this.shown)
      if (!wanted.has(key)) {
        marker.remove();
        this.shown.delete(key);
      }
    for (const spec of specs) {
      const known = this.shown.get(spec.key);
      if (known) this.change(known, spec);
      else this.add(spec);
    }
  }

  boxes(): Box[] {
    return [...this.shown.values()].map(({ spec }) => {
      const { x, y } = this.map.latLngToLayerPoint(toLatLng(spec.position));
      return [x - spec.size / 2, y - (spec.rise ?? 0) - spec.size / 2, spec.size, spec.size];
    });
  }

  focus(key: string): void {
    this.shown.get(key)?.button.focus();
  }

  private add(spec: MarkerSpec): void {
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
    this.reach(shown);
  }

  /** What lies outside the view is no stop of the Tab key. */
  private reach({ button, spec }: Shown): void {
    button.tabIndex = this.map.getBounds().contains(toLatLng(spec.position)) ? 0 : -1;
  }

  private change(shown: Shown, spec: MarkerSpec): void {
    const { spec: before, marker, button } = shown;
    shown.spec = spec;
    const [lon, lat] = spec.position.coordinates;
    if (before.position.coordinates[0] !== lon || before.position.coordinates[1] !== lat)
      marker.setLatLng([lat, lon]);
    if (before.order !== spec.order) marker.setZIndexOffset(spec.order);
    dress(button, spec, before);
  }
}

function markerAround(button: HTMLButtonElement, { position, order }: MarkerSpec): Marker {
  const icon = new DivIcon({ html: button, className: 'map__marker', iconSize: [0, 0] });
  // the button itself takes keys and clicks
  return new Marker(toLatLng(position), { icon, keyboard: false, interactive: false, zIndexOffset: order });
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
