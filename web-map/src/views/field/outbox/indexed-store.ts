import { answer, finished, IMAGES, ITEMS } from '../database';
import type { Item } from './item';
import type { Entry, OutboxStore } from './store';

/** The outbox on disk. Images lie apart, so that the list is read without them. */
export class IndexedStore implements OutboxStore {
  constructor(private readonly database: IDBDatabase) {}

  async add(entries: readonly Entry[]): Promise<void> {
    const transaction = this.database.transaction([ITEMS, IMAGES], 'readwrite', { durability: 'strict' });
    for (const { blob, ...item } of entries) {
      transaction.objectStore(ITEMS).add(item);
      if (blob) transaction.objectStore(IMAGES).put(blob, item.id);
    }
    await finished(transaction);
  }

  all(): Promise<Item[]> {
    return answer(this.database.transaction(ITEMS).objectStore(ITEMS).getAll()) as Promise<Item[]>;
  }

  image(id: string): Promise<Blob | undefined> {
    return answer(this.database.transaction(IMAGES).objectStore(IMAGES).get(id)) as Promise<Blob | undefined>;
  }

  async write({ put = [], remove = [] }: Parameters<OutboxStore['write']>[0]): Promise<void> {
    const transaction = this.database.transaction([ITEMS, IMAGES], 'readwrite', { durability: 'strict' });
    const items = transaction.objectStore(ITEMS);
    const images = transaction.objectStore(IMAGES);
    for (const item of put) {
      items.put(item);
      if (item.state === 'received') images.delete(item.id);
    }
    for (const item of remove) {
      items.delete(item.order);
      images.delete(item.id);
    }
    await finished(transaction);
  }
}
