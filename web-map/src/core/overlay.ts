import type { Overlay } from './overlay-types';
import type { Bounds, Point } from './types';

const EARTH_METRES = 6_378_137;
const WORLD_METRES = 2 * Math.PI * EARTH_METRES;
const TILE_PIXELS = 256;
/** The small picture whose middle is asked about: odd, so that it has one. */
const ASKED_PIXELS = 101;
const MOST_FEATURES = 1000;
const MOST_ANSWERS = 5;
const MOST_LETTERS = 4000;

/** Metres of Web Mercator. */
export function toMercator([lon, lat]: readonly [number, number]): [number, number] {
  const radians = (lat * Math.PI) / 180;
  return [(lon * Math.PI * EARTH_METRES) / 180, EARTH_METRES * Math.log(Math.tan(Math.PI / 4 + radians / 2))];
}

/** The address with more parameters; those that it had before by the same name, in any case, are left out. */
export function withParameters(address: string, parameters: Record<string, string>): string {
  const [path = '', query = ''] = address.split('?', 2);
  const asked = new Set(Object.keys(parameters).map((name) => name.toLowerCase()));
  const own = query
    .split('&')
    .filter((part) => part !== '' && !asked.has((part.split('=', 1)[0] ?? '').toLowerCase()));
  const added = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${path}?${[...own, ...added].join('&')}`;
}

const isOlder = ({ version }: Overlay): boolean => version.startsWith('1.1') || version.startsWith('1.0');

/** Where the legend's picture is; null where nobody tells. */
export function legendUrl(overlay: Overlay): string | null {
  if (overlay.legendAddress) return overlay.legendAddress;
  const [layer = ''] = overlay.layers.split(',');
  if (overlay.kind !== 'WMS' || layer === '') return null;
  return withParameters(overlay.address, {
    SERVICE: 'WMS',
    REQUEST: 'GetLegendGraphic',
    VERSION: overlay.version || '1.1.1',
    LAYER: layer,
    STYLE: overlay.style,
    FORMAT: 'image/png',
    SLD_VERSION: '1.1.0',
  });
}

/** What a WMS has at a place, as it is drawn at that zoom. */
export function infoUrl(overlay: Overlay, position: Point, zoom: number): string {
  const [east, north] = toMercator(position.coordinates);
  const half = (WORLD_METRES / TILE_PIXELS / 2 ** zoom) * (ASKED_PIXELS / 2);
  const older = isOlder(overlay);
  const middle = String((ASKED_PIXELS - 1) / 2);
  return withParameters(overlay.address, {
    SERVICE: 'WMS',
    REQUEST: 'GetFeatureInfo',
    VERSION: overlay.version || '1.1.1',
    LAYERS: overlay.layers,
    QUERY_LAYERS: overlay.layers,
    STYLES: overlay.style,
    FORMAT: overlay.format,
    INFO_FORMAT: overlay.infoFormat,
    FEATURE_COUNT: String(MOST_ANSWERS),
    [older ? 'SRS' : 'CRS']: 'EPSG:3857',
    BBOX: [east - half, north - half, east + half, north + half].map((metres) => metres.toFixed(3)).join(','),
    WIDTH: String(ASKED_PIXELS),
    HEIGHT: String(ASKED_PIXELS),
    [older ? 'X' : 'I']: middle,
    [older ? 'Y' : 'J']: middle,
  });
}

/** The features in a box as GeoJSON; a WFS is told the box in metres, whose order of axes nobody doubts. */
export function featuresUrl(overlay: Overlay, [west, south, east, north]: Bounds): string {
  if (overlay.kind === 'FEATURES')
    return withParameters(overlay.address, {
      limit: String(MOST_FEATURES),
      bbox: [west, south, east, north].map((degrees) => degrees.toFixed(6)).join(','),
    });
  const corners = [...toMercator([west, south]), ...toMercator([east, north])];
  const older = isOlder(overlay);
  return withParameters(overlay.address, {
    SERVICE: 'WFS',
    REQUEST: 'GetFeature',
    VERSION: overlay.version || '2.0.0',
    [older ? 'TYPENAME' : 'TYPENAMES']: overlay.layers,
    [older ? 'MAXFEATURES' : 'COUNT']: String(MOST_FEATURES),
    OUTPUTFORMAT: overlay.format,
    SRSNAME: 'EPSG:4326',
    BBOX: [...corners.map((metres) => metres.toFixed(2)), 'EPSG:3857'].join(','),
  });
}

/** One thing that a service tells of a place: names and values, or its words as they are. */
export type PlaceFacts = { values: [name: string, value: string][] } | { words: string };

/** What was answered, as text alone: nothing of it is ever taken for markup. */
export function factsOf(type: string, body: string): PlaceFacts[] {
  if (!type.includes('json')) {
    const words = body.trim().slice(0, MOST_LETTERS);
    return words === '' ? [] : [{ words }];
  }
  const document = JSON.parse(body) as { features?: unknown };
  const features = Array.isArray(document.features) ? document.features : [];
  return features.slice(0, MOST_ANSWERS).map((feature: { properties?: unknown }) => ({
    values: valuesOf(feature.properties),
  }));
}

/** What is said of a feature, in the order in which it is said. */
export function valuesOf(properties: unknown): [string, string][] {
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]): [string, string] => [
      name,
      (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, MOST_LETTERS),
    ]);
}

/** Where an address leads, whatever is open in it. */
export function originOf(address: string): string {
  try {
    return new URL(address.replace(/[{}]/g, '')).origin;
  } catch {
    return '';
  }
}
