import { Polygon, Polyline, type LatLngTuple, type Layer } from 'leaflet';
import type { Position } from '../core/sector-types';
import type { Shape } from '../core/where-types';
import type { MapHost } from './host';
import type { Label } from './label-place';
import { inkOf, type Palette } from './palette';
import type { MapLayer } from './port';

/** Ground with a word on it. */
export interface Outline {
  words: string;
  shape: Shape;
}
const SHIFTS = [0, -22, 22, -40, 40].map((y) => ({ x: 0, y }));
const LONGEST_WORDS = 48;

/** Outlines of named ground: dashed, so that they are not taken for sectors. */
export class OutlineLayer implements MapLayer {
  private host: MapHost | undefined;
  private outlines: readonly Outline[] = [];
  private drawn: Layer[] = [];
  private undo: (() => void)[] = [];

  set(outlines: readonly Outline[]): void {
    this.outlines = outlines;
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
    this.host?.labels.schedule();
    this.host = undefined;
  }

  private draw(): void {
    this.clear();
    const { host } = this;
    if (!host) return;
    const { select } = host.palette();
    const look = {
      interactive: false,
      pane: 'sectors',
      color: select,
      weight: 2.5,
      dashArray: '9 5',
    } as const;
    this.drawn = this.outlines.map(({ shape }) => {
      switch (shape.type) {
        case 'LineString':
          return new Polyline(turned(shape.coordinates), look);
        case 'MultiLineString':
          return new Polyline(shape.coordinates.map(turned), look);
        case 'Polygon':
          return new Polygon(shape.coordinates.map(turned), { ...look, fillOpacity: 0.06 });
        default:
          return new Polygon(
            shape.coordinates.map((polygon) => polygon.map(turned)),
            { ...look, fillOpacity: 0.06 },
          );
      }
    });
    for (const layer of this.drawn) layer.addTo(host.map);
    host.labels.schedule();
  }

  private clear(): void {
    for (const layer of this.drawn) layer.remove();
    this.drawn = [];
  }

  private names({ map }: MapHost, palette: Palette): Label[] {
    if (map.getZoom() < 12) return [];
    return this.outlines.map(({ words, shape }) => {
      const [lon, lat] = middle(cornersOf(shape));
      const { x, y } = map.latLngToLayerPoint([lat, lon]);
      return {
        text: words.length > LONGEST_WORDS ? `${words.slice(0, LONGEST_WORDS - 1)}…` : words,
        at: { x, y },
        shifts: SHIFTS,
        avoidsMarkers: true,
        style: {
          size: 12,
          weight: 600,
          spacing: 0,
          colour: palette.select,
          halo: inkOf(palette, { colour: 'sector-halo', opacity: 0.72 }),
          haloWidth: 4,
        },
        priority: 3,
      };
    });
  }
}

const turned = (positions: readonly Position[]): LatLngTuple[] => positions.map(([lon, lat]) => [lat, lon]);

/** All corners of a shape, in its order. */
export function cornersOf(shape: Shape): Position[] {
  switch (shape.type) {
    case 'LineString':
      return shape.coordinates;
    case 'MultiLineString':
    case 'Polygon':
      return shape.coordinates.flat();
    default:
      return shape.coordinates.flat(2);
  }
}

/** The middle of the box around them. */
function middle(corners: readonly Position[]): Position {
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)];
  const between = (values: number[]): number =>
    (values.reduce((a, b) => Math.min(a, b), Infinity) + values.reduce((a, b) => Math.max(a, b), -Infinity)) /
    2;
  return [between(lons), between(lats)];
}
