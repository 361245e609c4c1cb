import { style } from 'virtual:map-style/asset';
import type { Map as LeafletMap } from 'leaflet';
import { decodeAssets, type AssetKind, type AssetTile } from './asset-tile';
import { CanvasGrid } from './canvas-grid';
import type { MapHost } from './host';
import type { Label } from './label-place';
import { inkOf, type Palette } from './palette';
import type { MapLayer } from './port';
import { labelStyle, orderOf, shiftsOf } from './style/names';
import { fillPath, strokePath, type Pen } from './style/pen';
import { matches, rulesAt, symbolizersOf } from './style/rules';
import type { MarkSymbolizer, Rule } from './style/style';
import { TileStore } from './tile-store';

/** Farther out a town's lamps would be a haze: there are no tiles of them. */
const MIN_ZOOM = 16;
const MAX_DATA_ZOOM = 17;
/** Pixels between a mark and its code, which would hide it. */
const BELOW = 10;

/** Lamps, bins, trees, grounds: what the town keeps up, drawn by its style from the server's tiles. */
export class AssetLayer implements MapLayer {
  private undo: (() => void)[] = [];
  private readonly store: TileStore<AssetTile>;

  constructor(base: string) {
    this.store = new TileStore(({ z, x, y }) => `${base}/tiles/assets/${z}/${x}/${y}.mvt`, decodeAssets);
  }

  attach(host: MapHost): void {
    const { map, labels } = host;
    const grid = new CanvasGrid<AssetTile>(
      this.store,
      ({ context, data, coords, unit }) =>
        drawAssets({ context, palette: host.palette(), zoom: coords.z, unit }, data),
      MAX_DATA_ZOOM,
      { pane: 'sectors', minZoom: MIN_ZOOM, maxZoom: 19 },
    );
    grid.addTo(map);
    grid.on('tileload load', () => labels.schedule());
    this.undo = [
      () => grid.remove(),
      host.onTheme(() => grid.repaint()),
      labels.addSource((palette) => codes(map, grid, palette)),
      () => labels.schedule(),
    ];
  }

  detach(): void {
    this.undo.forEach((step) => step());
    this.undo = [];
  }
}

/** By the rules of the style, in their order. */
export function drawAssets(pen: Pen, { kinds }: AssetTile): void {
  for (const rule of rulesAt(style, pen.zoom).flat())
    for (const all of kinds) if (matches(rule.filter, { kind: all.kind })) drawKind(pen, all, rule);
}

function drawKind(pen: Pen, { shapes, marks }: AssetKind, { symbolizers }: Rule): void {
  for (const symbolizer of symbolizers)
    if (symbolizer.kind === 'fill') fillPath(pen, shapes, symbolizer);
    else if (symbolizer.kind === 'stroke') strokePath(pen, shapes, symbolizer);
    else if (symbolizer.kind === 'mark') drawMarks(pen, marks, symbolizer);
}

/** All of them as one path: a street of trees is painted at once. */
function drawMarks({ context, palette, unit }: Pen, marks: AssetKind['marks'], mark: MarkSymbolizer): void {
  const half = (mark.size / 2) * unit;
  context.beginPath();
  for (const { x, y } of marks) {
    if (mark.shape === 'square') context.rect(x - half, y - half, 2 * half, 2 * half);
    else {
      context.moveTo(x + half, y);
      context.arc(x, y, half, 0, 2 * Math.PI);
    }
  }
  context.fillStyle = inkOf(palette, mark.fill);
  context.fill();
  context.strokeStyle = inkOf(palette, mark.edge.paint);
  context.lineWidth = mark.edge.width * unit;
  context.setLineDash([]);
  context.stroke();
}

/** What is painted on them, from close by. */
function codes(map: LeafletMap, grid: CanvasGrid<AssetTile>, palette: Palette): Label[] {
  const zoom = map.getZoom();
  const rules = rulesAt(style, zoom)
    .flat()
    .filter((rule) => symbolizersOf(rule, 'text').length > 0);
  if (rules.length === 0) return [];
  const origin = map.getPixelOrigin();
  return grid.loaded().flatMap(({ tile, data }) => {
    const size = 256 * 2 ** (zoom - tile.z);
    return data.codes.flatMap(({ x, y, kind, code }) => {
      const rule = rules.find(({ filter }) => matches(filter, { kind, code }));
      const [text] = rule ? symbolizersOf(rule, 'text') : [];
      if (!text) return [];
      const at = {
        x: (tile.x + x / data.extent) * size - origin.x,
        y: (tile.y + y / data.extent) * size - origin.y + BELOW,
      };
      const look = { style: labelStyle(text, palette), shifts: shiftsOf(text), priority: orderOf(text) };
      return [{ text: code, at, avoidsMarkers: true, ...look }];
    });
  });
}
