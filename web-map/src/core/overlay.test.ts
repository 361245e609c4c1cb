import { describe, expect, it } from 'vitest';
import {
  factsOf,
  featuresUrl,
  infoUrl,
  legendUrl,
  originOf,
  toMercator,
  valuesOf,
  withParameters,
} from './overlay';
import type { Overlay } from './overlay-types';
import type { Point } from './types';

const PLACE: Point = { type: 'Point', coordinates: [2.9, 47.35] };
const overlay = (more: Partial<Overlay> = {}): Overlay => ({
  id: '1',
  kind: 'WMS',
  titleFr: 'Arbres',
  titleEn: 'Trees',
  address: 'https://geo.example.org/ows?map=/a.map&service=wms',
  layers: 'trees,hedges',
  style: '',
  format: 'image/png',
  version: '1.3.0',
  infoFormat: 'application/json',
  attribution: '',
  audience: 'PUBLIC',
  minZoom: 10,
  maxZoom: 19,
  opacityPercent: 100,
  position: 0,
  ...more,
});
const parameters = (address: string): Record<string, string> =>
  Object.fromEntries(new URL(address).searchParams);

describe('The addresses of an overlay', () => {
  it('keep the parameters of the service and say nothing twice', () => {
    expect(
      withParameters('https://a.example/ows?MAP=x&Service=WMS', { SERVICE: 'WFS', LAYER: 'a b&c' }),
    ).toBe('https://a.example/ows?MAP=x&SERVICE=WFS&LAYER=a%20b%26c');
    expect(withParameters('https://a.example/ows', { F: '1' })).toBe('https://a.example/ows?F=1');
  });

  it('ask a WMS about the middle of a small picture around the place, by the names of its version', () => {
    const newer = parameters(infoUrl(overlay(), PLACE, 16));
    expect(newer).toMatchObject({
      map: '/a.map',
      REQUEST: 'GetFeatureInfo',
      VERSION: '1.3.0',
      CRS: 'EPSG:3857',
      QUERY_LAYERS: 'trees,hedges',
      INFO_FORMAT: 'application/json',
      WIDTH: '101',
      I: '50',
      J: '50',
    });
    const [west = 0, south = 0, east = 0, north = 0] = (newer['BBOX'] ?? '').split(',').map(Number);
    const [x, y] = toMercator(PLACE.coordinates);
    expect((west + east) / 2).toBeCloseTo(x, 2);
    expect((south + north) / 2).toBeCloseTo(y, 2);
    // 2.389 m a pixel at zoom 16, by the tables of OGC
    expect((east - west) / 101).toBeCloseTo(2.388657, 4);
    const older = parameters(infoUrl(overlay({ version: '1.1.1' }), PLACE, 16));
    expect(older).toMatchObject({ SRS: 'EPSG:3857', X: '50', Y: '50' });
    expect(older).not.toHaveProperty('I');
  });

  it('know Web Mercator by numbers that others have published', () => {
    expect(toMercator([180, 0])[0]).toBeCloseTo(20037508.3428, 3);
    expect(toMercator([0, 85.0511287798])[1]).toBeCloseTo(20037508.3428, 0);
    expect(toMercator([2.3522, 48.8566]).map(Math.round)).toEqual([261846, 6250564]);
  });

  it('lead to the legend that the service names, or that a WMS draws', () => {
    expect(legendUrl(overlay({ legendAddress: 'https://l.example/a.png' }))).toBe('https://l.example/a.png');
    expect(parameters(legendUrl(overlay()) ?? '')).toMatchObject({
      REQUEST: 'GetLegendGraphic',
      LAYER: 'trees',
    });
    expect(legendUrl(overlay({ kind: 'XYZ' }))).toBeNull();
    expect(legendUrl(overlay({ layers: '' }))).toBeNull();
  });

  it('ask for the features of a box: a WFS in metres, OGC API Features in degrees', () => {
    const box = [2.89, 47.34, 2.91, 47.36] as const;
    const wfs = overlay({ kind: 'WFS', version: '2.0.0', format: 'application/json', layers: 'town:bench' });
    expect(parameters(featuresUrl(wfs, [...box]))).toMatchObject({
      TYPENAMES: 'town:bench',
      COUNT: '1000',
      SRSNAME: 'EPSG:4326',
      BBOX: '321713.33,5997748.39,323939.72,6001034.48,EPSG:3857',
    });
    expect(parameters(featuresUrl({ ...wfs, version: '1.1.0' }, [...box]))).toMatchObject({
      TYPENAME: 'town:bench',
      MAXFEATURES: '1000',
    });
    const items = overlay({ kind: 'FEATURES', address: 'https://geo.example.org/ogc/collections/a/items' });
    expect(featuresUrl(items, [...box])).toBe(
      'https://geo.example.org/ogc/collections/a/items?limit=1000&bbox=2.890000%2C47.340000%2C2.910000%2C47.360000',
    );
  });

  it('have an origin, whatever is open in them', () => {
    expect(originOf('https://t.example:8443/{z}/{x}/{y}.png')).toBe('https://t.example:8443');
    expect(originOf('nowhere')).toBe('');
  });
});

describe('What a service tells of a place', () => {
  it('is names and values, and nothing of it is more than text', () => {
    const body = JSON.stringify({
      features: [{ properties: { name: '<img src=x onerror=alert(1)>', none: null, age: 12, at: { a: 1 } } }],
    });
    expect(factsOf('application/geo+json', body)).toEqual([
      {
        values: [
          ['name', '<img src=x onerror=alert(1)>'],
          ['age', '12'],
          ['at', '{"a":1}'],
        ],
      },
    ]);
    expect(factsOf('text/plain', ' <b>tree</b>\n')).toEqual([{ words: '<b>tree</b>' }]);
  });
  it('may be nothing, or nothing that is understood', () => {
    expect(factsOf('text/plain', ' \n')).toEqual([]);
    expect(factsOf('application/json', '{"features":[]}')).toEqual([]);
    expect(factsOf('application/json', '{"error":"x"}')).toEqual([]);
    expect(() => factsOf('application/json', '<ServiceException/>')).toThrow();
    expect(valuesOf(undefined)).toEqual([]);
  });
  it('is cut where it goes on for ever', () => {
    expect(factsOf('text/plain', 'x'.repeat(9000))).toEqual([{ words: 'x'.repeat(4000) }]);
  });
});
