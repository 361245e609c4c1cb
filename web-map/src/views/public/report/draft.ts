import type { Asset } from '../../../core/assets';
import { newId } from '../../../core/ids';
import type { Answers } from '../../../core/questions';
import type { Danger, LocationSource, NewRequest, Point, RequesterType } from '../../../core/types';
import { contactOf } from '../contact';

export const STEPS = ['photo', 'where', 'what', 'review'] as const;
export type StepName = (typeof STEPS)[number];

export interface DraftPhoto {
  id: string;
  /** The picture as it is sent: already small, without what a camera writes into it. */
  blob: Blob;
  uploaded: boolean;
}
/** A report while it is written; kept on the device until it is sent. */
export interface Draft {
  /** Made here, so that a repeated sending is the same request. */
  id: string;
  key: string;
  step: StepName;
  text: string;
  category: string | null;
  /** Chosen by hand: words no longer change it. */
  categoryChosen: boolean;
  /** Whether somebody is in danger; null while that was not answered. */
  danger: Danger | null;
  /** To what the category asks, by the code of the question. */
  answers: Answers;
  /** The neighbouring sector, when the reporter chose it near an edge. */
  sectorChoice: string | null;
  position: Point | null;
  source: LocationSource;
  /** Chosen by someone or read in a photo; false while it is only the middle of the map. */
  placed: boolean;
  address: string;
  /** Written by hand: the pin no longer changes it. */
  addressTyped: boolean;
  photos: DraftPhoto[];
  contact: string;
  requesterType: RequesterType;
  organisation: string;
  publishPhotos: boolean;
  /** The thing of the town that it is about, when one was picked. */
  asset: Asset | null;
  /** What was sent without an answer having come. */
  attempt: string | null;
}

export function newDraft(start: { position: Point | null; address: string }): Draft {
  return {
    id: newId(),
    key: newId(),
    step: 'photo',
    text: '',
    category: null,
    categoryChosen: false,
    danger: null,
    answers: {},
    sectorChoice: null,
    position: start.position,
    source: 'PIN',
    placed: start.position !== null,
    address: start.address,
    addressTyped: false,
    photos: [],
    contact: '',
    requesterType: 'PERSON',
    organisation: '',
    publishPhotos: true,
    asset: null,
    attempt: null,
  };
}

/** Whether anything would be lost if it were not kept. */
export function worthKeeping({ text, photos, category, contact, addressTyped, asset }: Draft): boolean {
  return (
    text.trim() !== '' ||
    photos.length > 0 ||
    category !== null ||
    contact !== '' ||
    addressTyped ||
    asset !== null
  );
}

/** The body of the request; only photos that have arrived are named. */
export function bodyOf(draft: Draft, locale: string): NewRequest {
  const { id, category, position, source, address, text, photos, publishPhotos } = draft;
  const { danger, sectorChoice, answers } = draft;
  const contact = { ...contactOf(draft.contact), ...behalfOf(draft) };
  const arrived = photos.filter(({ uploaded }) => uploaded).map((photo) => photo.id);
  return {
    id,
    category: category ?? '',
    ...(position ? { position, locationSource: source } : {}),
    ...(address.trim() ? { address: address.trim() } : {}),
    description: text.trim(),
    ...(Object.keys(contact).length > 0 ? { contact: { ...contact, locale } } : {}),
    ...(arrived.length > 0 ? { photos: arrived, publishPhotos } : {}),
    channel: 'WEB',
    ...(danger ? { danger } : {}),
    ...(Object.keys(answers).length > 0 ? { answers } : {}),
    ...(position && sectorChoice ? { sectorChoice } : {}),
    ...(draft.asset ? { asset: draft.asset.id } : {}),
  };
}

/** Nothing for whoever asks in their own name. */
function behalfOf({ requesterType, organisation }: Draft): { type?: RequesterType; organisation?: string } {
  if (requesterType === 'PERSON') return {};
  const name = organisation.trim();
  return name === '' ? { type: requesterType } : { type: requesterType, organisation: name };
}
