import { describe, expect, it } from 'vitest';
import { ofCorners, shapeFrom } from './shape-text';

const RING = [
  [2.9, 47.3],
  [2.91, 47.3],
  [2.91, 47.31],
  [2.9, 47.3],
];

describe('Ground that is typed', () => {
  it('is one latitude and longitude a line, and an area closes by itself', () => {
    expect(shapeFrom('47.3, 2.9\n47.3 2.91\n\n47.31;2.91', 'AREA')).toEqual({
      type: 'Polygon',
      coordinates: [RING],
    });
    expect(shapeFrom('47.3, 2.9\n47.3, 2.91', 'ROAD')).toEqual({
      type: 'LineString',
      coordinates: RING.slice(0, 2),
    });
  });
  it('is nothing while a line cannot be read or corners are missing', () => {
    expect(shapeFrom('47.3, 2.9\n47.3, 2.91', 'AREA')).toBeNull();
    expect(shapeFrom('47.3, 2.9\nici\n47.31, 2.91', 'AREA')).toBeNull();
    expect(ofCorners([], 'ROAD')).toBeNull();
  });
  it('may be GeoJSON: a geometry, a feature, or several that become one ground', () => {
    const polygon = { type: 'Polygon', coordinates: [RING] };
    const feature = { type: 'Feature', properties: {}, geometry: polygon };
    expect(shapeFrom(JSON.stringify(polygon), 'AREA')).toEqual(polygon);
    expect(shapeFrom(JSON.stringify(feature), 'AREA')).toEqual(polygon);
    expect(
      shapeFrom(JSON.stringify({ type: 'FeatureCollection', features: [feature, feature] }), 'AREA'),
    ).toEqual({ type: 'MultiPolygon', coordinates: [[RING], [RING]] });
  });
  it('is nothing when the GeoJSON is broken or of the other kind', () => {
    expect(shapeFrom('{"type":"Polygon"', 'AREA')).toBeNull();
    expect(shapeFrom('{"type":"Point","coordinates":[2.9,47.3]}', 'AREA')).toBeNull();
    expect(shapeFrom(JSON.stringify({ type: 'Polygon', coordinates: [RING] }), 'ROAD')).toBeNull();
  });
});
