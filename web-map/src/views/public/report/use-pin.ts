import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { PinLayer, type Direction } from '../../../map/pin-layer';
import type { Insets } from '../../../map';
import type { Stage } from '../browse/Stage';
import { narrow, REPORT_WIDTH } from '../layout';
import type { Report } from './report';

const PIN_ZOOM = 18;

export interface PinHandle {
  nudge: (direction: Direction) => void;
}

/** Puts the pin on the map and keeps it and the draft at the same place. */
export function usePin(report: Report, stage: Stage | null, pane: RefObject<HTMLElement>): PinHandle {
  const pin = useRef<PinLayer | null>(null);
  // where the pin last told us it is: a different place in the draft came from elsewhere
  const told = useRef<string>('');
  const phone = narrow.value;
  useEffect(() => {
    if (!stage) return undefined;
    const { map } = stage;
    const start = report.draft.value.position ?? map.center();
    map.setInsets(insetsAround(map.element, pane.current, phone));
    map.setView(start, Math.max(map.zoom(), PIN_ZOOM));
    let zoom = map.zoom();
    const layer = new PinLayer({
      position: start,
      mode: phone ? 'crosshair' : 'drag',
      onMove: (position) => {
        const known = report.draft.value.position;
        // zooming does not move the place under the mark
        if (phone && map.zoom() !== zoom && known) {
          zoom = map.zoom();
          layer.moveTo(known);
          return;
        }
        zoom = map.zoom();
        if (known && near(known.coordinates, position.coordinates)) return;
        told.current = position.coordinates.join();
        report.place(position, 'PIN');
      },
    });
    pin.current = layer;
    if (!report.draft.value.position) report.change({ position: start });
    told.current = start.coordinates.join();
    const remove = map.addLayer(layer);
    const unclick = phone
      ? () => undefined
      : map.on('click', ({ position }) => {
          layer.moveTo(position);
          report.place(position, 'PIN');
          told.current = position.coordinates.join();
        });
    return () => {
      unclick();
      remove();
      pin.current = null;
    };
  }, [stage, phone]);
  const position = report.draft.value.position;
  useEffect(() => {
    if (!position || position.coordinates.join() === told.current) return;
    told.current = position.coordinates.join();
    stage?.map.setView(position, Math.max(stage.map.zoom(), PIN_ZOOM));
    pin.current?.moveTo(position);
  }, [position]);
  return { nudge: (direction) => pin.current?.nudge(direction) };
}

/** About a decimetre: the map's own rounding is no movement. */
function near([lon1, lat1]: readonly [number, number], [lon2, lat2]: readonly [number, number]): boolean {
  return Math.abs(lon1 - lon2) < 1e-6 && Math.abs(lat1 - lat2) < 1e-6;
}

function insetsAround(element: HTMLElement, pane: HTMLElement | null, phone: boolean): Insets {
  if (!phone) return { top: 0, bottom: 0, right: 0, left: REPORT_WIDTH };
  const all = element.getBoundingClientRect();
  const hole = pane?.getBoundingClientRect();
  return {
    left: 0,
    right: 0,
    top: hole ? hole.top - all.top : 0,
    bottom: hole ? all.bottom - hole.bottom : 0,
  };
}
