import type { Bounds } from './types';

/** Tile addresses of the Web Mercator pyramid; no map library is needed for these sums. */
export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

export const tileKey = ({ z, x, y }: TileAddress): string => `${z}/${x}/${y}`;

/** Horizontal and vertical place in the world, both from 0 to 1. */
export function worldOf(lon: number, lat: number): [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function lonLatOf(x: number, y: number): [number, number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI];
}

/** Every tile of a zoom that touches the bounds. */
export function tilesCovering(bounds: Bounds, z: number): TileAddress[] {
  const count = 2 ** z;
  const [west, north] = worldOf(bounds[0], bounds[3]);
  const [east, south] = worldOf(bounds[2], bounds[1]);
  const inside = (value: number): number => Math.max(0, Math.min(count - 1, Math.floor(value * count)));
  const tiles: TileAddress[] = [];
  for (let y = inside(north); y <= inside(south); y++)
    for (let x = inside(west); x <= inside(east); x++) tiles.push({ z, x, y });
  return tiles;
}

/** The tile that holds the data for another, deeper one, and which part of it that is. */
export interface TilePart {
  tile: TileAddress;
  /** How many of the deeper tiles lie side by side in the data tile. */
  scale: number;
  /** Place of the part, counted in deeper tiles. */
  column: number;
  row: number;
}

export function dataTile({ z, x, y }: TileAddress, maxZoom: number): TilePart {
  const scale = 2 ** Math.max(0, z - maxZoom);
  const tile = { z: Math.min(z, maxZoom), x: Math.floor(x / scale), y: Math.floor(y / scale) };
  return { tile, scale, column: x - tile.x * scale, row: y - tile.y * scale };
}
