/** The phone's own memory: one database per jurisdiction. */
export const ITEMS = 'items';
export const IMAGES = 'images';
export const KEPT = 'kept';

export function openDatabase(base: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(`vigie-field${base.replaceAll('/', '-')}`, 1);
  opening.onupgradeneeded = () => {
    const database = opening.result;
    // the key generator gives the order: it survives crashes and never gives a number twice
    database.createObjectStore(ITEMS, { keyPath: 'order', autoIncrement: true });
    database.createObjectStore(IMAGES);
    database.createObjectStore(KEPT);
  };
  return answer(opening).then((database) => {
    // a newer page in another tab may want to upgrade: let it, the next call opens again
    database.onversionchange = () => database.close();
    return database;
  });
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

/** Resolves when the transaction is on disk, not merely when its requests have succeeded. */
export function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'));
    transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB'));
  });
}

/** Last answers of the server and drafts, by name: what the page opens with when there is no network. */
export class Kept {
  constructor(private readonly database: IDBDatabase) {}

  get<T>(name: string): Promise<T | undefined> {
    return answer(this.database.transaction(KEPT).objectStore(KEPT).get(name)) as Promise<T | undefined>;
  }
  async put(name: string, value: unknown): Promise<void> {
    const transaction = this.database.transaction(KEPT, 'readwrite');
    transaction.objectStore(KEPT).put(value, name);
    await finished(transaction);
  }
  async remove(name: string): Promise<void> {
    const transaction = this.database.transaction(KEPT, 'readwrite');
    transaction.objectStore(KEPT).delete(name);
    await finished(transaction);
  }
}
