import type { Point } from '../../../core/types';
import type { MapPort } from '../../../map';
import type { Desk } from '../desk';

const ports = new WeakMap<Desk, MapPort>();
const CLOSE_ZOOM = 17;

/** The desk's one map, for parts that stand outside it. */
export function setPort(desk: Desk, port: MapPort | null): void {
  if (port) ports.set(desk, port);
  else ports.delete(desk);
}

export function flyTo(desk: Desk, position: Point, zoom = CLOSE_ZOOM): void {
  const port = ports.get(desk);
  desk.pane.value = 'map';
  port?.flyTo(position, Math.max(port.zoom(), zoom));
}
