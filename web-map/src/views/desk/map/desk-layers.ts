import { effect } from '@preact/signals';
import { distance } from '../../../core/distance';
import type { DeskCard } from '../../../core/staff-types';
import type { Point } from '../../../core/types';
import {
  AssetLayer,
  basemapFor,
  RadiusCircle,
  RequestLayer,
  RouteLine,
  SectorLayer,
  shownWhile,
  type MapPort,
} from '../../../map';
import { TeamLayer } from '../../../map/drawing';
import { PinLayer } from '../../../map/pin-layer';
import type { Desk } from '../desk';
import { isOpen } from '../filter';
import { drawStops } from './stop-outlines';

/** Puts the desk's layers on the map and keeps them as the desk is; answers with what takes them off again. */
export function drawDesk(desk: Desk, port: MapPort, onStack: (ids: string[]) => void): () => void {
  const { base, jurisdiction } = desk.needs;
  const sectors = new SectorLayer(base);
  const requests = new RequestLayer({
    onSelect: (id) => desk.open(id),
    onHover: (id) => (desk.hovered.value = id),
    onList: (_bounds, ids) => onStack(ids),
  });
  const teams = new TeamLayer((id) => pickTeam(desk, id));
  port.addLayer(basemapFor(base, jurisdiction));
  port.addLayer(requests);
  const undo = [
    shownWhile(port, sectors, () => desk.shows.value.sectors),
    shownWhile(port, new AssetLayer(base), () => desk.shows.value.assets),
    effect(() => requests.setItems(itemsOf(desk))),
    desk.onTold(({ card, news }) => desk.shows.value.open && requests.tell(card, news)),
    effect(() => requests.hover(desk.hovered.value)),
    effect(() => requests.select(desk.call.isOpen.value ? null : desk.selection.card.value)),
    effect(() => requests.dim(desk.call.isOpen.value || desk.moving.value !== null)),
    effect(() => sectors.select(sectorOf(desk))),
    effect(() => teams.setTeams(desk.shows.value.teams ? desk.teams.value : [])),
    effect(() => teams.select(desk.suggested.value?.team.id ?? null)),
    drawRoute(desk, port),
    drawPin(desk, port),
    drawRadius(desk, port),
    drawStops(desk, port),
  ];
  port.addLayer(teams);
  return () => undo.forEach((step) => step());
}

/** All open ones, and on demand those finished lately; the selected one is added by its own layer call. */
export function itemsOf(desk: Desk): DeskCard[] {
  const { open, resolved } = desk.shows.value;
  return [
    ...(open ? desk.board.open.value : []),
    ...(resolved ? desk.board.resolved.value.filter((card) => !isOpen(card)) : []),
  ];
}

function sectorOf(desk: Desk): string | null {
  if (desk.call.isOpen.value) return desk.call.located.answer.value?.sector?.code ?? null;
  return desk.selection.card.value?.sector?.code ?? null;
}

function pickTeam(desk: Desk, id: string): void {
  if (desk.selection.current.value && desk.rights.direct) {
    desk.preferredTeam.value = id;
    desk.popover.value = 'assign';
    desk.pane.value = 'request';
    return;
  }
  const filter = desk.board.filter.value;
  void desk.board.setFilter({ ...filter, team: filter.team === id ? '' : id });
}

/** From where the suggested team was last seen to the request. */
function drawRoute(desk: Desk, port: MapPort): () => void {
  const route = new RouteLine();
  const remove = port.addLayer(route);
  const stop = effect(() => {
    const request = desk.selection.card.value?.position;
    const suggested = desk.suggested.value;
    const team = desk.teams.value.find(({ id }) => id === suggested?.team.id)?.position;
    const shown = request && team && desk.shows.value.teams && !desk.call.isOpen.value && !desk.moving.value;
    if (!shown) route.set([]);
    else route.set([team, middle(team, request), request], words(suggested?.distanceMetres));
  });
  return () => {
    stop();
    remove();
  };
}

const words = (metres: number | undefined): string => (metres === undefined ? '' : distance(metres));

function middle({ coordinates: a }: Point, { coordinates: b }: Point): Point {
  return { type: 'Point', coordinates: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
}

/** The pin of a call, or of a request that is being moved. */
function drawPin(desk: Desk, port: MapPort): () => void {
  let pin: PinLayer | undefined;
  let remove: (() => void) | undefined;
  const moved = (position: Point): void => {
    if (desk.call.isOpen.value) void desk.call.point(position);
    else desk.moving.value = position;
  };
  const stop = effect(() => {
    const position = desk.call.isOpen.value ? desk.call.shown.value : desk.moving.value;
    if (!position) {
      remove?.();
      [pin, remove] = [undefined, undefined];
    } else if (pin) pin.moveTo(position);
    else {
      pin = new PinLayer({ position, mode: 'drag', onMove: moved });
      remove = port.addLayer(pin);
    }
  });
  const unclick = port.on('click', ({ position }) => {
    if (desk.call.isOpen.value || desk.moving.value) moved(position);
  });
  return () => {
    stop();
    unclick();
    remove?.();
  };
}

/** How far the search for the same problem goes. */
function drawRadius(desk: Desk, port: MapPort): () => void {
  const circle = new RadiusCircle();
  const remove = port.addLayer(circle);
  const stop = effect(() => {
    const { call } = desk;
    const position = call.isOpen.value ? call.draft.value.position : null;
    circle.set(position, call.nearby.answer.value?.radiusMetres ?? 0);
  });
  return () => {
    stop();
    remove();
  };
}
