import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isAway, type Asset } from '../../../core/assets';
import { locateChosen } from '../../../core/place';
import type { Located, PlaceQuestion } from '../../../core/place-types';
import type { Catalogue, Point } from '../../../core/types';
import { useField } from '../field';
import { change, draft, type Draft } from './draft';

/** Long enough for a thumb on the map to rest. */
const REST_MS = 80;

/** What is offered at the place and who would answer; null without network, when the whole catalogue serves. */
export const offered = signal<Catalogue | null>(null);
export const located = signal<Located | null>(null);
/** Things of the town by the place that suit the category, the nearest first. */
export const assetsNear = signal<readonly Asset[] | null>(null);

/** Asks again whenever the place or an answer changes. */
export function useAtPlace(): void {
  const { api } = useField();
  const { position } = draft.value;
  const place = position?.coordinates.join() ?? '';
  useEffect(() => {
    if (!position) offered.value = null;
    return position ? rested((stop) => api.catalogue(position, stop), offered) : undefined;
  }, [place]);
  const { kept } = useField();
  useAssets(place);
  const asked = JSON.stringify(position && questionOf(position));
  useEffect(() => {
    const question = JSON.parse(asked) as PlaceQuestion | null;
    if (!question) located.value = null;
    return question ? rested((stop) => locateChosen(api, question, stop), located) : undefined;
  }, [asked]);
  const sector = located.value?.sector?.code;
  useEffect(() => {
    const { sectorChoice } = draft.value;
    // the place has moved away from the edge: the choice is not one any more
    if (located.value && sectorChoice && sector !== sectorChoice) change(kept, { sectorChoice: null });
  }, [located.value]);
}

/** What was picked is let go when the place moves away from it. */
function useAssets(place: string): void {
  const { api, kept } = useField();
  const { position, category, asset } = draft.value;
  useEffect(() => {
    if (asset && position && isAway(asset, position)) change(kept, { asset: null });
  }, [place]);
  useEffect(() => {
    if (!position) assetsNear.value = null;
    const near = (stop: AbortSignal): Promise<readonly Asset[]> =>
      api.assetsNear(position as Point, category ?? undefined, stop).then(({ items }) => items);
    return position ? rested(near, assetsNear) : undefined;
  }, [place, category]);
}

/** An unconfirmed choice of sector would have the whole report refused. */
export function confirmed(told: Draft): Draft {
  const near = located.value?.sector?.code === told.sectorChoice;
  return near ? told : { ...told, sectorChoice: null };
}

function questionOf(position: PlaceQuestion['position']): PlaceQuestion {
  const { category, danger, sectorChoice } = draft.value;
  return {
    position,
    category: category ?? undefined,
    danger: danger ?? undefined,
    sector: sectorChoice ?? undefined,
  };
}

/** Asks after a rest; the answer before stays until the new one is there, and goes when there is none. */
function rested<T>(ask: (stop: AbortSignal) => Promise<T>, into: { value: T | null }): () => void {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    ask(controller.signal).then(
      (answer) => {
        if (!controller.signal.aborted) into.value = answer;
      },
      () => {
        if (!controller.signal.aborted) into.value = null;
      },
    );
  }, REST_MS);
  return () => {
    clearTimeout(timer);
    controller.abort();
  };
}
