import { Polygon } from 'leaflet';
import type { Jurisdiction } from '../core/types';
import { latLngsOf, toLatLngBounds } from './geo';
import type { MapHost } from './host';
import type { Label } from './label-place';
import { inkOf, type Palette } from './palette';
import type { MapLayer } from './port';

export type Town = Pick<Jurisdiction, 'name' | 'bounds' | 'boundary'>;

/** From here inwards sectors and streets say where one is. */
const CLOSE = 12;
/** A name keeps off the markers of a town that is hardly larger than one of them. */
const LEAST_HALF = 36;

/**
 * The ground of the town under everything else, on the plain ground around it, which no base map of the town tells anything of. From
 * afar it has an outline and its name: a town that is smaller than the marker of its requests is still seen to be one.
 */
export class TownLayer implements MapLayer {
  private undo: (() => void)[] = [];
  private ground: Polygon | undefined;

  constructor(private readonly town: Town) {}

  attach(host: MapHost): void {
    const { boundary } = this.town;
    if (!boundary) return;
    const { map } = host;
    const element = map.getContainer();
    element.classList.add('map--town');
    this.ground = new Polygon(latLngsOf(boundary), { pane: 'ground', interactive: false });
    this.dress(host);
    this.ground.addTo(map);
    const dress = (): void => this.dress(host);
    map.on('zoomend', dress);
    this.undo = [
      () => element.classList.remove('map--town'),
      () => map.off('zoomend', dress),
      host.onTheme(dress),
      host.labels.addSource((palette) => this.names(host, palette)),
    ];
  }

  detach(): void {
    this.undo.forEach((step) => step());
    this.undo = [];
    this.ground?.remove();
    this.ground = undefined;
  }

  private dress(host: MapHost): void {
    const colours = host.palette();
    this.ground?.setStyle({
      stroke: host.map.getZoom() < CLOSE,
      color: colours.sector,
      weight: 1.5,
      fillColor: colours['b-ground'] ?? colours.surface,
      fillOpacity: 1,
    });
  }

  private names({ map }: MapHost, palette: Palette): Label[] {
    if (map.getZoom() >= CLOSE) return [];
    const bounds = toLatLngBounds(this.town.bounds);
    const top = map.latLngToLayerPoint(bounds.getNorthWest()).y;
    const { x, y } = map.latLngToLayerPoint(bounds.getCenter());
    const off = Math.max(y - top, LEAST_HALF) + 14;
    return [
      {
        text: this.town.name,
        at: { x, y: y + off },
        shifts: [-2 * off, 24, -2 * off - 24].map((down) => ({ x: 0, y: down })),
        avoidsMarkers: true,
        style: {
          size: 15,
          weight: 600,
          colour: palette.select,
          halo: inkOf(palette, { colour: 'sector-halo', opacity: 0.8 }),
          haloWidth: 4,
        },
        priority: 0,
      },
    ];
  }
}
