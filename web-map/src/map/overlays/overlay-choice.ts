import { effect } from '@preact/signals';
import type { OverlayBook } from './overlay-book';

const SHORT = 8;
const SEPARATOR = ',';

/** Where the choice of layers comes from and where it is kept. */
export interface OverlayChoice {
  /** As a link names them; undefined: it names none, and the reader's own choice holds. */
  linked: readonly string[] | undefined;
  /** Under which the reader's own choice is kept in this browser; null: nothing is kept. */
  key: string | null;
  onChange?: (named: readonly string[]) => void;
}

/** Shows what was chosen before, and keeps what is chosen from now on. What is no longer there is left out. */
export function keepChoice(book: OverlayBook, { linked, key, onChange }: OverlayChoice): () => void {
  const wanted = linked ?? stored(key);
  for (const overlay of book.overlays) if (wanted.includes(named(overlay.id))) book.show(overlay, true);
  let isFirst = true;
  return effect(() => {
    const shown = book.shown.value.map(named);
    // what a link shows is not what the reader chose
    if (key !== null && !isFirst) store(key, shown);
    isFirst = false;
    onChange?.(shown);
  });
}

/** The end of an id, which is random: in the beginning is the moment, which two may share. */
const named = (id: string): string => id.slice(-SHORT);

function stored(key: string | null): string[] {
  if (key === null) return [];
  try {
    return (localStorage.getItem(key) ?? '').split(SEPARATOR);
  } catch {
    return [];
  }
}

function store(key: string, shown: readonly string[]): void {
  try {
    localStorage.setItem(key, shown.join(SEPARATOR));
  } catch {
    // a browser that keeps nothing still shows them for this visit
  }
}
