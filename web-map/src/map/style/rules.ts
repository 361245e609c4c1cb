import type { Filter, Length, MapStyle, Rule, Symbolizer } from './style';

export type Properties = Readonly<Record<string, unknown>>;

/** Whether a feature passes; absent properties equal nothing. */
export function matches(filter: Filter | undefined, properties: Properties): boolean {
  switch (filter?.op) {
    case undefined:
      return true;
    case 'and':
      return filter.of.every((part) => matches(part, properties));
    case 'or':
      return filter.of.some((part) => matches(part, properties));
    case 'not':
      return !matches(filter.of, properties);
    case 'is':
      return String(properties[filter.property] ?? '') === filter.value;
    case 'isNot':
      return String(properties[filter.property] ?? '') !== filter.value;
  }
}

/** The rules that hold at this zoom, pass by pass. */
export function rulesAt({ passes }: MapStyle, zoom: number): Rule[][] {
  return passes.map((rules) => rules.filter(({ minZoom, maxZoom }) => zoom >= minZoom && zoom <= maxZoom));
}

type Kind = Symbolizer['kind'];
export type Of<K extends Kind> = Extract<Symbolizer, { kind: K }>;

/** A rule's symbolizers of one kind. */
export function symbolizersOf<K extends Kind>({ symbolizers }: Rule, kind: K): Of<K>[] {
  return symbolizers.filter((one): one is Of<K> => one.kind === kind);
}

/** Metres of Web Mercator that a pixel takes at zoom 0. */
const METRES_AT_ZOOM_0 = 156_543.034;

export function pixelsOf({ value, unit }: Length, zoom: number): number {
  return unit === 'px' ? value : (value * 2 ** zoom) / METRES_AT_ZOOM_0;
}
