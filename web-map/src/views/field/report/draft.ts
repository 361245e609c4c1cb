import { signal } from '@preact/signals';
import type { Asset } from '../../../core/assets';
import { newId } from '../../../core/ids';
import type { Danger, LocationSource, Point } from '../../../core/types';
import type { Kept } from '../database';
import { reportLane, type NewItem } from '../outbox/item';
import { photoItem, type TakenPhoto } from '../photo';

const DRAFT = 'report';

/** What has been told so far; kept on the phone at every change, pictures included. */
export interface Draft {
  id: string;
  photos: TakenPhoto[];
  category: string | null;
  text: string;
  danger: Danger | null;
  /** The neighbouring sector, when one was chosen near an edge. */
  sectorChoice: string | null;
  position: Point | null;
  /** What of the town's things it is about, when one was picked. */
  asset: Asset | null;
  source: LocationSource;
  address: string;
}
const empty = (): Draft => ({
  id: newId(),
  photos: [],
  category: null,
  text: '',
  danger: null,
  sectorChoice: null,
  position: null,
  asset: null,
  source: 'PIN',
  address: '',
});

export const draft = signal<Draft>(empty());

export async function openDraft(kept: Kept): Promise<void> {
  const before = await kept.get<Draft>(DRAFT);
  // a draft that an earlier version kept knows less
  if (before) draft.value = { ...empty(), ...before };
}

export function change(kept: Kept, part: Partial<Draft>): void {
  draft.value = { ...draft.value, ...part };
  void kept.put(DRAFT, draft.value);
}

export async function startOver(kept: Kept): Promise<void> {
  draft.value = empty();
  await kept.remove(DRAFT);
}

/** A report can go when it says what and where; a picture or a word says the rest. */
export function isComplete({ category, position, photos, text }: Draft): boolean {
  return category !== null && position !== null && (photos.length > 0 || text.trim() !== '');
}

/** The photos and then the report that names them, as they go into the outbox. */
export function itemsOf(told: Draft, title: string): NewItem[] {
  const { id, photos, category, position, source, address, text, danger, sectorChoice, asset } = told;
  if (category === null || position === null) return [];
  const lane = reportLane(id);
  const about = { title, place: address };
  const body = {
    category,
    position,
    locationSource: source,
    // the server wants words: without any, the category says what it is
    description: text.trim() || title,
    ...(address.trim() ? { address: address.trim() } : {}),
    ...(danger ? { danger } : {}),
    ...(sectorChoice ? { sectorChoice } : {}),
    ...(asset ? { asset: asset.id } : {}),
  };
  return [
    ...photos.map((photo) => photoItem(photo, { lane, purpose: 'REPORT', about })),
    { kind: 'report', id, lane, body, photos: photos.map((photo) => photo.id), about },
  ];
}
