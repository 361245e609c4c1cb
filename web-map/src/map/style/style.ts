/** What the SLD files of layers/styles come to. Made from them at build by scripts/map-style.ts; the pages draw nothing else. */
export interface MapStyle {
  name: string;
  /** What is drawn one after the other: all of a pass lies below all of the next one. */
  passes: readonly (readonly Rule[])[];
}
export interface Rule {
  name: string;
  /** In the legend under this title; rules with the same one are one entry. */
  title?: string;
  filter?: Filter;
  minZoom: number;
  maxZoom: number;
  symbolizers: readonly Symbolizer[];
}

/** The part of OGC's filters that the files use. */
export type Filter =
  | { op: 'and' | 'or'; of: readonly Filter[] }
  | { op: 'not'; of: Filter }
  | { op: 'is' | 'isNot'; property: string; value: string };

/** A colour by the name of its custom property, so that a theme can change it. */
export interface Paint {
  colour: string;
  opacity: number;
}
/** Pixels of the screen, or metres of Web Mercator. */
export interface Length {
  value: number;
  unit: 'px' | 'metre';
}
export interface StrokeSymbolizer {
  kind: 'stroke';
  paint: Paint;
  width: Length;
  cap: 'round' | 'butt';
  /** In the unit of the width. */
  dashes?: readonly number[];
}
export interface FillSymbolizer {
  kind: 'fill';
  paint: Paint;
}
export interface TextSymbolizer {
  kind: 'text';
  property: string;
  placement: 'line' | 'point';
  size: number;
  weight: 400 | 500 | 600;
  italic: boolean;
  /** Extra room between letters, in pixels. */
  spacing: number;
  paint: Paint;
  halo?: { paint: Paint; radius: number };
  /** Greater is placed earlier. */
  priority: number;
  /** How far it may move away when its place is taken, in pixels. */
  reach: number;
  /** Left out where the thing that it names is smaller than it. */
  mustFit: boolean;
}
export interface MarkSymbolizer {
  kind: 'mark';
  shape: 'circle' | 'square';
  size: number;
  fill: Paint;
  edge: { paint: Paint; width: number };
}
export interface GraphicSymbolizer {
  kind: 'graphic';
  /** Below layers/symbols, without its ending. */
  symbol: string;
  size: number;
}
export type Symbolizer =
  StrokeSymbolizer | FillSymbolizer | TextSymbolizer | MarkSymbolizer | GraphicSymbolizer;
