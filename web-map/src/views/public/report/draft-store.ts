import type { Draft } from './draft';

/** Where drafts are kept: the browser's database holds the photos too. */
export interface DraftStore {
  read(): Promise<Draft | null>;
  write(draft: Draft): Promise<void>;
  clear(): Promise<void>;
}
const DATABASE = 'vigie-public';
const STORE = 'drafts';

/** One draft per jurisdiction. A browser that keeps nothing still lets people report. */
export function draftStore(
  jurisdiction: string,
  factory: IDBFactory | undefined = globalThis.indexedDB,
): DraftStore {
  const within = async <T>(
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | null> => {
    if (!factory) return null;
    try {
      const database = await open(factory);
      try {
        return await done(act(database.transaction(STORE, mode).objectStore(STORE)));
      } finally {
        database.close();
      }
    } catch {
      return null;
    }
  };
  return {
    read: async () =>
      (await within<Draft | undefined>('readonly', (store) => store.get(jurisdiction))) ?? null,
    write: async (draft) => void (await within('readwrite', (store) => store.put(draft, jurisdiction))),
    clear: async () => void (await within('readwrite', (store) => store.delete(jurisdiction))),
  };
}

function open(factory: IDBFactory): Promise<IDBDatabase> {
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The database refused.'));
  });
}
