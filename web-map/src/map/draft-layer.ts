import { Polygon, type Layer, type LatLngExpression } from 'leaflet';
import type { Ground, GroundChange, Position, Sector } from '../core/sector-types';
import type { MapHost } from './host';
import type { Label } from './label-place';
import type { Palette } from './palette';
import type { MapLayer } from './port';
import { sectorText } from './sector-layer';
import { labelStyle, orderOf } from './style/names';

export type DraftView = 'before' | 'both' | 'after';
export interface DraftPicture {
  before: readonly Sector[];
  after: readonly Sector[];
  changes: readonly GroundChange[];
  view: DraftView;
  selected: string | null;
}
const NOTHING: DraftPicture = { before: [], after: [], changes: [], view: 'both', selected: null };
const SVG = 'http://www.w3.org/2000/svg';
const HATCH = 'vigie-hatch';
const SHIFTS = [-22, 22, -40, 40].map((y) => ({ x: 0, y }));

/** Sectors before (dotted) and after (solid); ground that changes hands is hatched. */
export class DraftLayer implements MapLayer {
  private host: MapHost | undefined;
  private picture = NOTHING;
  private drawn: Layer[] = [];
  private hatch: SVGSVGElement | undefined;
  private undo: (() => void)[] = [];

  show(picture: DraftPicture): void {
    this.picture = picture;
    this.draw();
  }

  attach(host: MapHost): void {
    this.host = host;
    this.undo = [
      host.onTheme(() => this.draw()),
      host.labels.addSource((palette) => this.names(host, palette)),
    ];
    this.draw();
  }
  detach(): void {
    this.undo.forEach((step) => step());
    this.clear();
    this.host = undefined;
  }

  private draw(): void {
    this.clear();
    const { host, picture } = this;
    if (!host) return;
    const palette = host.palette();
    this.hatch = hatchOf(palette);
    host.map.getContainer().append(this.hatch);
    const { view, selected } = picture;
    const line = { interactive: false, fill: false, lineJoin: 'round', pane: 'sectors' } as const;
    const after = picture.after.map(({ shape }) => latLngs(shape));
    const before = picture.before.map(({ shape }) => latLngs(shape));
    const layers: Layer[] = [];
    for (const { shape } of view === 'both' ? picture.changes : [])
      layers.push(
        new Polygon(latLngs(shape), {
          ...line,
          stroke: false,
          fill: true,
          fillColor: `url(#${HATCH})`,
          fillOpacity: 1,
        }),
      );
    // where nothing has changed, the solid line will lie on the dotted one
    if (view !== 'after')
      for (const ground of before)
        layers.push(new Polygon(ground, { ...line, color: palette.sector, weight: 1.6, dashArray: '3 4' }));
    if (view !== 'before') {
      for (const ground of after)
        layers.push(
          new Polygon(ground, { ...line, color: palette['sector-halo'], opacity: 0.72, weight: 4.5 }),
        );
      const chosen = picture.after.find(({ code }) => code === selected);
      if (chosen)
        layers.push(
          new Polygon(latLngs(chosen.shape), {
            ...line,
            fill: true,
            fillColor: palette.select,
            fillOpacity: 0.07,
            color: palette.select,
            weight: 2.6,
          }),
        );
      for (const ground of after)
        layers.push(new Polygon(ground, { ...line, color: palette.sector, weight: 1.4 }));
    }
    this.drawn = layers.map((layer) => layer.addTo(host.map));
    host.labels.schedule();
  }

  private clear(): void {
    for (const layer of this.drawn) layer.remove();
    this.drawn = [];
    this.hatch?.remove();
  }

  private names({ map }: MapHost, palette: Palette): Label[] {
    const zoom = map.getZoom();
    // also close by, where people draw
    const text = sectorText(Math.min(zoom, 15));
    if (!text) return [];
    const shown = this.picture.view === 'before' ? this.picture.before : this.picture.after;
    return shown.map(({ name, shape }) => {
      const [lon, lat] = middleOf(shape);
      const { x, y } = map.latLngToLayerPoint([lat, lon]);
      return {
        text: name.toLocaleUpperCase(),
        at: { x, y },
        shifts: SHIFTS,
        avoidsMarkers: true,
        style: labelStyle(text, palette),
        priority: orderOf(text),
      };
    });
  }
}

const polygonsOf = (ground: Ground): Position[][][] =>
  ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates;

function latLngs(ground: Ground): LatLngExpression[][][] {
  return polygonsOf(ground).map((polygon) => polygon.map((ring) => ring.map(([lon, lat]) => [lat, lon])));
}

/** Balance point of the largest part. */
export function middleOf(ground: Ground): Position {
  let best: { area: number; middle: Position } = { area: -1, middle: [0, 0] };
  for (const [ring] of polygonsOf(ground)) {
    if (!ring) continue;
    let [area, x, y] = [0, 0, 0];
    const [ox, oy] = ring[0] as Position;
    for (let index = 1; index < ring.length; index++) {
      const [ax, ay] = [(ring[index - 1] as Position)[0] - ox, (ring[index - 1] as Position)[1] - oy];
      const [bx, by] = [(ring[index] as Position)[0] - ox, (ring[index] as Position)[1] - oy];
      const cross = ax * by - bx * ay;
      area += cross;
      x += (ax + bx) * cross;
      y += (ay + by) * cross;
    }
    if (area !== 0 && Math.abs(area) > best.area)
      best = { area: Math.abs(area), middle: [ox + x / (3 * area), oy + y / (3 * area)] };
  }
  return best.middle;
}

/** A pattern that every drawing on the map may fill with. */
function hatchOf(palette: Palette): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', '0');
  svg.setAttribute('height', '0');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'map__patterns');
  svg.innerHTML = `<defs><pattern id="${HATCH}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${palette.sector}" fill-opacity="0.16"/><path d="M0 0V7" stroke="${palette.sector}" stroke-width="2" stroke-opacity="0.55"/></pattern></defs>`;
  return svg;
}
