import type { AssetRef } from '../../core/assets';
import { newId } from '../../core/ids';
import type { Answers } from '../../core/questions';
import type { Channel, Danger, LocationSource, Point, Priority, RequesterType } from '../../core/types';

/** A call as it is being taken. It is kept at every stroke, and survives Escape, a reload and a crash. */
export interface Draft {
  id: string;
  /** The same key at every try: a repeated save is the same request. */
  key: string;
  startedAt: number;
  channel: Channel;
  /** What stands in the address box. */
  where: string;
  position: Point | null;
  source: LocationSource;
  /** The thing of the town that it is about. */
  asset: AssetRef | null;
  words: string;
  category: string;
  /** A category chosen by hand is no longer replaced by a suggestion. */
  chosen: boolean;
  danger: Danger | null;
  /** To what the category asks, by the code of the question. */
  answers: Answers;
  /** Null while the rule decides. */
  chosenPriority: Priority | null;
  /** The neighbouring sector, when one was chosen near an edge. */
  sectorChoice: string | null;
  phone: string;
  name: string;
  email: string;
  requesterType: RequesterType;
  organisation: string;
}

export const CALL_CHANNELS: readonly Channel[] = ['PHONE', 'COUNTER', 'EMAIL', 'LETTER', 'SOCIAL'];

export function newDraft(now = Date.now()): Draft {
  return {
    id: newId(now),
    key: newId(now),
    startedAt: now,
    channel: 'PHONE',
    where: '',
    position: null,
    source: 'NONE',
    asset: null,
    words: '',
    category: '',
    chosen: false,
    danger: null,
    answers: {},
    chosenPriority: null,
    sectorChoice: null,
    phone: '',
    name: '',
    email: '',
    requesterType: 'PERSON',
    organisation: '',
  };
}

export function isEmpty({ where, position, words, phone, name, email, organisation }: Draft): boolean {
  const written = [where, words, phone, name, email, organisation];
  return position === null && written.every((text) => text.trim() === '');
}

/** Where drafts are kept; one per jurisdiction. */
export class DraftStore {
  private readonly name: string;

  constructor(
    code: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage,
  ) {
    this.name = `vigie.desk.call.${code}`;
  }

  read(): Draft | null {
    try {
      const text = this.storage.getItem(this.name);
      if (text === null) return null;
      return { ...newDraft(), ...(JSON.parse(text) as Partial<Draft>) };
    } catch {
      // what cannot be read is no draft
      return null;
    }
  }
  write(draft: Draft): void {
    try {
      if (isEmpty(draft)) this.storage.removeItem(this.name);
      else this.storage.setItem(this.name, JSON.stringify(draft));
    } catch {
      // a full or closed store must not stop the call
    }
  }
  clear(): void {
    try {
      this.storage.removeItem(this.name);
    } catch {
      // nothing is kept then, which is what was asked
    }
  }
}
