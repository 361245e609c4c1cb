import type { Item, NewItem } from './item';

/** An item with all but the place in line, which the store gives. */
export type Entry = NewItem & Pick<Item, 'state' | 'attempts' | 'createdAt' | 'owner'>;

/** Where the outbox writes. Every call is one transaction and is on disk when it resolves. */
export interface OutboxStore {
  add(entries: readonly Entry[]): Promise<void>;
  /** Everything, in the order it was written. */
  all(): Promise<Item[]>;
  image(id: string): Promise<Blob | undefined>;
  /** Overwrites items; images of received ones and of removed ones go. */
  write(change: { put?: readonly Item[]; remove?: readonly Item[] }): Promise<void>;
}
