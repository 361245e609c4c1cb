import type { Bounds, Point } from '../core/types';
import type { MapHost } from './host';

/** Pixels of the map that panels cover, by physical side: the map itself is never mirrored. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}
export interface MapOptions {
  center: Point;
  zoom: number;
  /** Shown at first instead of centre and zoom when given. */
  bounds?: Bounds;
  minZoom?: number;
  maxZoom?: number;
  /** Said by screen readers. */
  label: string;
  /** False for a small map that only shows a place. */
  interactive?: boolean;
  /** `once-pressed`: inside another page, whose reader scrolls past the map. */
  wheel?: 'always' | 'once-pressed';
}
export interface ViewChange {
  center: Point;
  zoom: number;
  bounds: Bounds;
}
export interface MapEvents {
  /** The view has come to rest. */
  move: ViewChange;
  /** The ground was clicked, not a marker. */
  click: { position: Point };
  /** Someone began to drag the map: a page stops following a position then. */
  drag: ViewChange;
}

/** Something that can be put on a map; pages hold it and speak to it directly. */
export interface MapLayer {
  attach(host: MapHost): void;
  detach(): void;
}

/** All a page may know of the map. The library behind it stays in this folder. */
export interface MapPort {
  readonly element: HTMLElement;
  setView(center: Point, zoom: number): void;
  flyTo(center: Point, zoom?: number): void;
  fitBounds(bounds: Bounds, maxZoom?: number): void;
  zoomBy(steps: number): void;
  panBy(right: number, down: number): void;
  /** What panels cover; `flyTo` and `fitBounds` aim at the middle of the rest. */
  setInsets(insets: Partial<Insets>): void;
  /** Whether a place lies in view and under no panel. */
  shows(position: Point): boolean;
  center(): Point;
  zoom(): number;
  bounds(): Bounds;
  /** Place of a position in the element, in CSS pixels. */
  pixelOf(position: Point): { x: number; y: number };
  on<Name extends keyof MapEvents>(name: Name, listener: (event: MapEvents[Name]) => void): () => void;
  addLayer(layer: MapLayer): () => void;
  destroy(): void;
}
