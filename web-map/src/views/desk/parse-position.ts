import type { Point } from '../../core/types';

/** "47.3512, 2.9008": latitude first, as people paste it from other maps; null when it is anything else. */
export function parsePosition(text: string): Point | null {
  const found = /^\s*(-?\d{1,2}[.,]\d{3,})\s*[,; ]\s*(-?\d{1,3}[.,]\d{3,})\s*$/.exec(text);
  if (!found) return null;
  const [lat, lon] = [found[1], found[2]].map((part) => Number(String(part).replace(',', '.')));
  if (lat === undefined || lon === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  return { type: 'Point', coordinates: [lon, lat] };
}
