/** Classes of street, thinnest first: the order in which they are painted. */
export const STREET_CLASSES = ['path', 'residential', 'old', 'secondary', 'main', 'trunk'] as const;
export type StreetClass = (typeof STREET_CLASSES)[number];

/** Ground width in metres with the least and greatest width on screen. */
type Width = readonly [metres: number, least: number, greatest: number];

const WIDTHS: Record<StreetClass, Width> = {
  path: [3, 0.8, 2.4],
  residential: [10.5, 1.2, 9],
  old: [9, 1.2, 8],
  secondary: [14, 2, 10],
  main: [18, 2.8, 13],
  trunk: [24, 4, 15],
};
const RAIL: Width = [9, 2, 5];
const RAIL_TIE: Width = [7, 1.2, 3.4];
const WATERWAY: Width = [8, 1, 12];

/** Pixels a metre takes at this zoom and latitude. */
export function pixelsPerMetre(zoom: number, latitude: number): number {
  return 2 ** zoom / (156_543.034 * Math.cos((latitude * Math.PI) / 180));
}

export function widthOf([metres, least, greatest]: Width, scale: number): number {
  // beyond the closest mocked-up view streets keep their true proportion to houses
  return Math.max(least, Math.min(greatest * Math.max(1, scale / 1.3), metres * scale));
}

/** Every width on one zoom. */
export interface Widths {
  street: Record<StreetClass, number>;
  casing: number;
  rail: number;
  tie: number;
  waterway: number;
  houses: boolean;
  /** Whether small streets carry a casing. */
  fine: boolean;
}

export function widthsAt(zoom: number, latitude: number): Widths {
  const scale = pixelsPerMetre(zoom, latitude);
  const street = Object.fromEntries(
    STREET_CLASSES.map((name) => [name, widthOf(WIDTHS[name], scale)]),
  ) as Record<StreetClass, number>;
  return {
    street,
    casing: scale > 0.38 ? 1.8 : 1.3,
    rail: widthOf(RAIL, scale),
    tie: widthOf(RAIL_TIE, scale),
    waterway: widthOf(WATERWAY, scale),
    houses: scale > 0.3,
    fine: scale > 0.16,
  };
}

export function streetClass(value: unknown): StreetClass {
  return STREET_CLASSES.find((name) => name === value) ?? 'residential';
}
