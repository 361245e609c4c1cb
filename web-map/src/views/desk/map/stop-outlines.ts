import { effect } from '@preact/signals';
import { WhereApi } from '../../../core/where-api';
import { type MapPort } from '../../../map';
import { OutlineLayer } from '../../../map/drawing';
import type { Desk } from '../desk';

const AGAIN_MS = 120_000;

/** The ground on which people are told something now, with what they are told; answers with what takes it off. */
export function drawStops(desk: Desk, port: MapPort): () => void {
  const layer = new OutlineLayer();
  const remove = port.addLayer(layer);
  // what cannot be read is left off: the map is there for the requests
  const read = (): void => void currentStops(desk).catch(() => undefined);
  read();
  const timer = setInterval(read, AGAIN_MS);
  const stop = effect(() => layer.set(desk.shows.value.stops ? desk.stops.value : []));
  return () => {
    clearInterval(timer);
    stop();
    remove();
  };
}

async function currentStops(desk: Desk): Promise<void> {
  const api = new WhereApi(desk.needs.deskApi.http);
  const current = (await api.stops()).items.filter(({ state }) => state === 'CURRENT');
  const named = current.some(({ groundId }) => groundId !== undefined);
  const grounds = named ? (await api.grounds()).items : [];
  const first = desk.needs.jurisdiction.locale.slice(0, 2);
  desk.stops.value = grounds.flatMap(({ id, shape }) => {
    const words = current.filter(({ groundId }) => groundId === id).map(({ texts }) => texts[first] ?? '');
    // several messages on one ground have one outline
    return shape && words.length > 0 ? [{ words: words.join(' · '), shape }] : [];
  });
}
