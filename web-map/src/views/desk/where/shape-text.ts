import type { Position } from '../../../core/sector-types';
import type { Shape } from '../../../core/where-types';

type Drawn = 'AREA' | 'ROAD';

/**
 * Ground that was typed or pasted: GeoJSON, or one "latitude, longitude" a line as other maps show them; null when it is neither, or not
 * enough of it.
 */
export function shapeFrom(text: string, drawn: Drawn): Shape | null {
  const trimmed = text.trim();
  return trimmed.startsWith('{') ? ofGeoJson(trimmed, drawn) : ofCorners(cornersIn(trimmed), drawn);
}

/** An area closes by itself. */
export function ofCorners(corners: readonly Position[], drawn: Drawn): Shape | null {
  const [first] = corners;
  if (!first || corners.length < (drawn === 'AREA' ? 3 : 2)) return null;
  return drawn === 'AREA'
    ? { type: 'Polygon', coordinates: [[...corners, first]] }
    : { type: 'LineString', coordinates: [...corners] };
}

const PAIR = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;

function cornersIn(text: string): Position[] {
  const pairs = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => PAIR.exec(line));
  if (pairs.some((pair) => pair === null)) return [];
  return pairs.map((pair): Position => [Number(pair?.[2]), Number(pair?.[1])]);
}

interface Loose {
  type?: unknown;
  geometry?: unknown;
  features?: unknown;
  coordinates?: unknown;
}

function ofGeoJson(text: string, drawn: Drawn): Shape | null {
  try {
    const found = geometriesOf(JSON.parse(text) as Loose).filter(({ type }) => KINDS[drawn].includes(type));
    return merged(found);
  } catch {
    return null;
  }
}

const KINDS: Record<Drawn, readonly string[]> = {
  AREA: ['Polygon', 'MultiPolygon'],
  ROAD: ['LineString', 'MultiLineString'],
};

function geometriesOf(value: Loose): Shape[] {
  if (value.type === 'FeatureCollection' && Array.isArray(value.features))
    return (value.features as Loose[]).flatMap(geometriesOf);
  if (value.type === 'Feature' && value.geometry) return geometriesOf(value.geometry as Loose);
  return Array.isArray(value.coordinates) ? [value as Shape] : [];
}

/** Several features of a file are one ground. */
function merged(shapes: readonly Shape[]): Shape | null {
  const [first] = shapes;
  if (!first || shapes.length === 1) return first ?? null;
  const polygons: Position[][][] = [];
  const lines: Position[][] = [];
  for (const shape of shapes) {
    if (shape.type === 'Polygon') polygons.push(shape.coordinates);
    else if (shape.type === 'MultiPolygon') polygons.push(...shape.coordinates);
    else if (shape.type === 'LineString') lines.push(shape.coordinates);
    else lines.push(...shape.coordinates);
  }
  return polygons.length > 0
    ? { type: 'MultiPolygon', coordinates: polygons }
    : { type: 'MultiLineString', coordinates: lines };
}
