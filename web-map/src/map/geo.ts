import { latLng, latLngBounds, type LatLng, type LatLngBounds } from 'leaflet';
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
