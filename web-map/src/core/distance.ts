import { number, t } from './i18n';
import type { Point } from './types';

const EARTH_RADIUS_METRES = 6_371_008.8;

/** "80 m", "1,5 km": metres are rounded to ten beyond a hundred, kilometres to one decimal. */
export function distance(metres: number): string {
  if (metres < 100) return t('distance.metres', { n: Math.round(metres) });
  if (metres < 950) return t('distance.metres', { n: Math.round(metres / 10) * 10 });
  const kilometres = metres / 1000;
  return t('distance.kilometres', {
    n: number(kilometres, { maximumFractionDigits: kilometres < 10 ? 1 : 0 }),
  });
}

/** Great-circle metres between two positions. */
export function metresBetween(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const [lon1, lat1] = a.coordinates;
  const [lon2, lat2] = b.coordinates;
  const h =
    Math.sin(((lat2 - lat1) * radians) / 2) ** 2 +
    Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(((lon2 - lon1) * radians) / 2) ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(h));
}

/** The position some metres to the east and north of another. */
export function moved(point: Point, eastMetres: number, northMetres: number): Point {
  const [lon, lat] = point.coordinates;
  const degree = (Math.PI / 180) * EARTH_RADIUS_METRES;
  return {
    type: 'Point',
    coordinates: [lon + eastMetres / (degree * Math.cos((lat * Math.PI) / 180)), lat + northMetres / degree],
  };
}
