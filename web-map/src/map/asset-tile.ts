import type { VectorTile, VectorTileFeature } from '@mapbox/vector-tile';
import { centroid } from './basemap-tile';
import type { XY } from './lines';

/** All of one kind in a tile. */
export interface AssetKind {
  kind: string;
  /** What is a line or ground; empty where all of the kind are points. */
  shapes: Path2D;
  /** Where each is marked: itself, or its middle. */
  marks: XY[];
}
export interface AssetCode extends XY {
  kind: string;
  code: string;
}
export interface AssetTile {
  extent: number;
  kinds: AssetKind[];
  /** Of those that stand in this tile and not in its margin, so that none is written twice. */
  codes: AssetCode[];
}

const POINT = 1;
const POLYGON = 3;

export function decodeAssets(tile: VectorTile): AssetTile {
  const layer = tile.layers['asset'];
  const extent = layer?.extent ?? 4096;
  const kinds = new Map<string, AssetKind>();
  const codes: AssetCode[] = [];
  for (let index = 0; layer && index < layer.length; index++) {
    const feature = layer.feature(index);
    // styles name kinds in capitals
    const kind = String(feature.properties['kind'] ?? '').toUpperCase();
    const all = kinds.get(kind) ?? { kind, shapes: new Path2D(), marks: [] };
    kinds.set(kind, all);
    const mark = traced(all.shapes, feature);
    if (!mark) continue;
    all.marks.push(mark);
    const code = String(feature.properties['code'] ?? '');
    if (code !== '' && [mark.x, mark.y].every((at) => at >= 0 && at < extent))
      codes.push({ ...mark, kind, code });
  }
  return { extent, kinds: [...kinds.values()], codes };
}

/** Adds the shape of what has one; answers with the middle. */
function traced(path: Path2D, feature: VectorTileFeature): XY | undefined {
  const parts = feature.loadGeometry();
  const [first = []] = parts;
  if (feature.type === POINT) return first[0];
  for (const part of parts) {
    part.forEach(({ x, y }, at) => (at === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    if (feature.type === POLYGON) path.closePath();
  }
  return (feature.type === POLYGON && centroid(first)) || first[Math.floor(first.length / 2)];
}
