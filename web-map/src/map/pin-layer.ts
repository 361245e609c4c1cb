import { DivIcon, DomEvent, Marker } from 'leaflet';
import { moved } from '../core/distance';
import { t } from '../core/i18n';
import type { Point } from '../core/types';
import { toLatLng, toPoint } from './geo';
import type { MapHost } from './host';
import type { MapLayer } from './port';

export type Direction = 'north' | 'south' | 'east' | 'west';
export interface PinOptions {
  position: Point;
  /** `drag` on wide screens; `crosshair` on phones: the map moves below a fixed mark. */
  mode: 'drag' | 'crosshair';
  onMove: (position: Point) => void;
}
const STEP_METRES = 5;
const STEPS: Record<Direction, readonly [east: number, north: number]> = {
  north: [0, STEP_METRES],
  south: [0, -STEP_METRES],
  east: [STEP_METRES, 0],
  west: [-STEP_METRES, 0],
};
const KEYS: Record<string, Direction> = {
  ArrowUp: 'north',
  ArrowDown: 'south',
  ArrowRight: 'east',
  ArrowLeft: 'west',
};
const PIN =
  '<path class="pin__body" d="M24 60C36 45 44 36 44 22A20 20 0 0 0 4 22c0 14 8 23 20 38z"/><circle class="pin__eye" cx="24" cy="22" r="7"/>';
const AIM =
  '<circle class="crosshair__disc" cx="60" cy="60" r="55"/><path class="crosshair__tick" d="M60-5v20M60 105v20M-5 60h20M105 60h20"/>';

/** The place of a request while it is being chosen: by dragging, by moving the map, or in steps of 5 m. */
export class PinLayer implements MapLayer {
  private position: Point;
  private shown: { move(position: Point): void; remove(): void } | undefined;

  constructor(private readonly options: PinOptions) {
    this.position = options.position;
  }

  attach(host: MapHost): void {
    this.shown = this.options.mode === 'drag' ? this.draggable(host) : this.crosshair(host);
  }
  detach(): void {
    this.shown?.remove();
    this.shown = undefined;
  }

  /** Puts the pin somewhere else without telling the page, which knows already. */
  moveTo(position: Point): void {
    this.position = position;
    this.shown?.move(position);
  }

  /** One step of 5 m, the way without dragging. */
  nudge(direction: Direction): void {
    const position = moved(this.position, ...STEPS[direction]);
    this.moveTo(position);
    this.options.onMove(position);
  }

  private draggable({ map }: MapHost) {
    const icon = new DivIcon({
      html: `<svg width="48" height="62" viewBox="0 0 48 62" aria-hidden="true">${PIN}</svg>`,
      className: 'map__pin',
      iconSize: [0, 0],
    });
    const marker = new Marker(toLatLng(this.position), {
      icon,
      draggable: true,
      zIndexOffset: 5000,
      autoPan: true,
    });
    marker.addTo(map);
    marker.on('dragend', () => this.dropped(toPoint(marker.getLatLng())));
    const element = marker.getElement();
    element?.setAttribute('aria-label', t('map.pin'));
    element?.addEventListener('keydown', (event) => {
      const direction = KEYS[event.key];
      if (!direction) return;
      event.preventDefault();
      DomEvent.stopPropagation(event);
      this.nudge(direction);
    });
    return {
      move: (position: Point) => void marker.setLatLng(toLatLng(position)),
      remove: () => void marker.remove(),
    };
  }

  private crosshair({ map, insets }: MapHost) {
    const mark = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    mark.setAttribute('class', 'map__crosshair');
    mark.setAttribute('width', '120');
    mark.setAttribute('height', '120');
    mark.setAttribute('viewBox', '0 0 120 120');
    // the pin's tip stands on the middle of the aim
    mark.innerHTML = `${AIM}<g transform="translate(36 0)">${PIN}</g>`;
    const centre = (): [number, number] => {
      const size = map.getSize();
      return [(size.x + insets.left - insets.right) / 2, (size.y + insets.top - insets.bottom) / 2];
    };
    const place = (): void => {
      const [x, y] = centre();
      mark.style.left = `${x}px`;
      mark.style.top = `${y}px`;
    };
    const rested = (): void => this.dropped(toPoint(map.containerPointToLatLng(centre())));
    const aim = (position: Point): void => {
      const [x, y] = centre();
      const at = map.latLngToContainerPoint(toLatLng(position));
      map.panBy([at.x - x, at.y - y], { animate: false });
    };
    map.getContainer().append(mark);
    place();
    aim(this.position);
    map.on('moveend', rested);
    map.on('resize', place);
    return {
      move: aim,
      remove: () => {
        map.off('moveend', rested);
        map.off('resize', place);
        mark.remove();
      },
    };
  }

  private dropped(position: Point): void {
    this.position = position;
    this.options.onMove(position);
  }
}
