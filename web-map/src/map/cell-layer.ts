import { canvas, Polygon, type Canvas, type LatLngTuple } from 'leaflet';
import type { Ground, Position } from '../core/sector-types';
import type { MapHost } from './host';
import type { Palette, Token } from './palette';
import type { MapLayer } from './port';

/** A square with what it is filled with; none is drawn as an outline only. */
export interface ShadedCell {
  id: string;
  square: Ground;
  token: Token | null;
}
const FILL_STRENGTH = 0.74;
const OUTLINE_STRENGTH = 0.35;

/** Squares of a grid. What only changes its colour is not made anew, so that a film can be played. */
export class CellLayer implements MapLayer {
  private host: MapHost | undefined;
  private renderer: Canvas | undefined;
  private cells: readonly ShadedCell[] = [];
  private selected: string | null = null;
  private readonly drawn = new Map<string, { polygon: Polygon; square: Ground }>();
  private mark: Polygon | undefined;
  private unlisten: () => void = () => undefined;

  set(cells: readonly ShadedCell[]): void {
    this.cells = cells;
    this.draw();
  }

  select(id: string | null): void {
    this.selected = id;
    this.drawMark();
  }

  attach(host: MapHost): void {
    this.host = host;
    this.renderer = canvas({ pane: 'sectors', padding: 0.3 });
    this.unlisten = host.onTheme(() => {
      this.draw();
    });
    this.draw();
  }
  detach(): void {
    this.unlisten();
    for (const { polygon } of this.drawn.values()) polygon.remove();
    this.drawn.clear();
    this.mark?.remove();
    this.renderer?.remove();
    this.host = undefined;
  }

  private draw(): void {
    const { host, renderer } = this;
    if (!host || !renderer) return;
    const palette = host.palette();
    const wanted = new Set(this.cells.map(({ id }) => id));
    for (const [id, { polygon }] of this.drawn) {
      if (wanted.has(id)) continue;
      polygon.remove();
      this.drawn.delete(id);
    }
    for (const { id, square, token } of this.cells) {
      const look = lookOf(palette, token);
      const known = this.drawn.get(id);
      if (known && known.square === square) known.polygon.setStyle(look);
      else {
        known?.polygon.remove();
        const polygon = new Polygon(latLngs(square), { ...look, interactive: false, renderer }).addTo(
          host.map,
        );
        this.drawn.set(id, { polygon, square });
      }
    }
    this.drawMark();
  }

  private drawMark(): void {
    this.mark?.remove();
    this.mark = undefined;
    const { host } = this;
    const cell = this.cells.find(({ id }) => id === this.selected);
    if (!host || !cell) return;
    this.mark = new Polygon(latLngs(cell.square), {
      interactive: false,
      color: host.palette().select,
      weight: 3,
      fill: false,
    }).addTo(host.map);
  }
}

function lookOf(palette: Palette, token: Token | null): object {
  const line = { color: palette.sector, weight: 0.5, opacity: OUTLINE_STRENGTH };
  return token === null
    ? { ...line, fill: false }
    : { ...line, fill: true, fillColor: palette[token], fillOpacity: FILL_STRENGTH };
}

function latLngs(ground: Ground): LatLngTuple[][] | LatLngTuple[][][] {
  return ground.type === 'Polygon' ? turned(ground.coordinates) : ground.coordinates.map(turned);
}

const turned = (rings: readonly Position[][]): LatLngTuple[][] =>
  rings.map((ring) => ring.map(([lon, lat]): LatLngTuple => [lat, lon]));
