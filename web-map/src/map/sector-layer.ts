import { style } from 'virtual:map-style/sector';
import type { VectorTile } from '@mapbox/vector-tile';
import type { Map as LeafletMap } from 'leaflet';
import { CanvasGrid, type TilePen } from './canvas-grid';
import { centroid } from './basemap-tile';
import type { MapHost } from './host';
import type { Label } from './label-place';
import type { Palette, Token } from './palette';
import type { MapLayer } from './port';
import { labelStyle, orderOf, shiftsOf } from './style/names';
import { fillPath, strokePath, type Pen } from './style/pen';
import { rulesAt, symbolizersOf } from './style/rules';
import type { TextSymbolizer } from './style/style';
import { TileStore } from './tile-store';

interface Sector {
  code: string;
  name: string;
  path: Path2D;
  /** Where its name would stand, with the area seen in this tile. */
  middle: { x: number; y: number; area: number } | null;
}
interface SectorTile {
  extent: number;
  sectors: Sector[];
}
/** What a sector is filled with, and what is written below its name: a colour alone says nothing to some. */
export interface Shade {
  token?: Token;
  /** From 0 to 1; absent: the base map shows through. */
  strength?: number;
  words: string;
}
const MAX_DATA_ZOOM = 17;
const SHADE_STRENGTH = 0.34;
/** From here inwards what a sector is filled with has words. */
const CLOSE_ENOUGH_FOR_BOTH = 13;

/** The limits of sectors: thin shared lines; only the selected one is filled. */
export class SectorLayer implements MapLayer {
  private undo: (() => void)[] = [];
  private grid: CanvasGrid<SectorTile> | undefined;
  private selected: string | null = null;
  private shades: ReadonlyMap<string, Shade> = new Map();
  private schedule: () => void = () => undefined;
  private readonly store: TileStore<SectorTile>;

  constructor(base: string, set?: string) {
    const query = set === undefined ? '' : `?set=${encodeURIComponent(set)}`;
    this.store = new TileStore(({ z, x, y }) => `${base}/tiles/sectors/${z}/${x}/${y}.mvt${query}`, decode);
  }

  /** Fills one sector by its code, or none. */
  select(code: string | null): void {
    if (code === this.selected) return;
    this.selected = code;
    this.grid?.repaint();
  }

  /** Fills sectors by their codes; the others stay as they are. */
  shade(shades: ReadonlyMap<string, Shade>): void {
    this.shades = shades;
    this.grid?.repaint();
    this.schedule();
  }

  attach(host: MapHost): void {
    const grid = new CanvasGrid<SectorTile>(
      this.store,
      (pen) => this.paint(pen, host.palette()),
      MAX_DATA_ZOOM,
      {
        pane: 'sectors',
        maxZoom: 19,
      },
    );
    this.grid = grid;
    grid.addTo(host.map);
    this.schedule = () => host.labels.schedule();
    grid.on('tileload load', this.schedule);
    this.undo = [
      () => grid.remove(),
      host.onTheme(() => grid.repaint()),
      host.labels.addSource((palette) => names(host.map, grid, palette, this.shades)),
    ];
  }

  detach(): void {
    this.undo.forEach((step) => step());
    this.undo = [];
    this.grid = undefined;
  }

  private paint({ context, data, unit, coords }: TilePen<SectorTile>, palette: Palette): void {
    for (const { code, path } of data.sectors) {
      const shade = this.shades.get(code);
      if (!shade?.token) continue;
      context.globalAlpha = shade.strength ?? SHADE_STRENGTH;
      context.fillStyle = palette[shade.token];
      context.fill(path);
    }
    context.globalAlpha = 1;
    drawLimits({ context, palette, zoom: coords.z, unit }, data);
    const chosen = data.sectors.find(({ code }) => code === this.selected);
    if (!chosen) return;
    context.fillStyle = palette['sector-sel'];
    context.fill(chosen.path);
    context.strokeStyle = palette.select;
    context.lineWidth = 2.4 * unit;
    context.stroke(chosen.path);
  }
}

/** Pass by pass, so that no casing lies on a neighbour's line. */
function drawLimits(pen: Pen, { sectors }: SectorTile): void {
  for (const rule of rulesAt(style, pen.zoom).flat())
    for (const { path } of sectors)
      for (const symbolizer of rule.symbolizers)
        if (symbolizer.kind === 'stroke') strokePath(pen, path, symbolizer);
        else if (symbolizer.kind === 'fill') fillPath(pen, path, symbolizer);
}

/** How sectors are named at this zoom, if they are. */
export function sectorText(zoom: number): TextSymbolizer | undefined {
  return rulesAt(style, zoom)
    .flat()
    .flatMap((rule) => symbolizersOf(rule, 'text'))[0];
}

function decode(tile: VectorTile): SectorTile {
  const layer = tile.layers['sector'];
  const sectors: Sector[] = [];
  for (let index = 0; layer && index < layer.length; index++) {
    const feature = layer.feature(index);
    const path = new Path2D();
    const rings = feature.loadGeometry();
    for (const ring of rings) {
      ring.forEach(({ x, y }, at) => (at === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
      path.closePath();
    }
    const largest = rings.map(centroid).reduce((a, b) => ((b?.area ?? 0) > (a?.area ?? 0) ? b : a), null);
    const { code, name } = feature.properties;
    sectors.push({ code: String(code ?? ''), name: String(name ?? ''), path, middle: largest });
  }
  return { extent: layer?.extent ?? 4096, sectors };
}

/** A sector's name stands in the middle of the part of it that is loaded. */
function names(
  map: LeafletMap,
  grid: CanvasGrid<SectorTile>,
  palette: Palette,
  shades: ReadonlyMap<string, Shade>,
): Label[] {
  const zoom = map.getZoom();
  // what a sector is filled with is named from any distance
  const text = sectorText(shades.size > 0 ? Math.max(zoom, CLOSE_ENOUGH_FOR_BOTH) : zoom);
  if (!text) return [];
  const origin = map.getPixelOrigin();
  const sums = new Map<string, { name: string; x: number; y: number; area: number }>();
  for (const { tile, data } of grid.loaded()) {
    const size = 256 * 2 ** (zoom - tile.z);
    for (const { code, name, middle } of data.sectors) {
      if (!middle) continue;
      const words = shades.get(code)?.words ?? '';
      const sum = sums.get(code) ?? {
        name: words === '' ? name : zoom < CLOSE_ENOUGH_FOR_BOTH ? words : `${name} ${words}`,
        x: 0,
        y: 0,
        area: 0,
      };
      sum.x += ((tile.x + middle.x / data.extent) * size - origin.x) * middle.area;
      sum.y += ((tile.y + middle.y / data.extent) * size - origin.y) * middle.area;
      sum.area += middle.area;
      sums.set(code, sum);
    }
  }
  const look = { style: labelStyle(text, palette), shifts: shiftsOf(text), priority: orderOf(text) };
  return [...sums.values()].map(({ name, x, y, area }) => ({
    text: name.toLocaleUpperCase(),
    at: { x: x / area, y: y / area },
    avoidsMarkers: true,
    ...look,
  }));
}
