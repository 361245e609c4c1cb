import { latLng, latLngBounds, type LatLng, type LatLngBounds, type LatLngTuple } from 'leaflet';
import type { MultiPolygon } from '../core/place-types';
import type { Bounds, Point } from '../core/types';

/** The library counts latitude first; nothing outside this file may need to know. */
export const toLatLng = (point: Point): LatLng => latLng(point.coordinates[1], point.coordinates[0]);

export const toPoint = ({ lng, lat }: LatLng): Point => ({ type: 'Point', coordinates: [lng, lat] });

export const toLatLngBounds = ([west, south, east, north]: Bounds): LatLngBounds =>
  latLngBounds([south, west], [north, east]);

export const toBounds = (bounds: LatLngBounds): Bounds => [
  bounds.getWest(),
  bounds.getSouth(),
  bounds.getEast(),
  bounds.getNorth(),
];

export const latLngsOf = ({ coordinates }: MultiPolygon): LatLngTuple[][][] =>
  coordinates.map((rings) => rings.map((ring) => ring.map(([lon, lat]): LatLngTuple => [lat, lon])));
