import type { FunctionComponent } from 'preact';
import type { Overlay } from '../core/overlay-types';
import type { OverlayBook } from './overlays';
import type { OverlayChoice } from './overlays/overlay-choice';
import type { MapPort } from './port';

/** The layers of other services over one map, with what shows them. */
export interface ShownOverlays {
  book: OverlayBook;
  Switches: FunctionComponent<{ book: OverlayBook }>;
  Answers: FunctionComponent<{ book: OverlayBook }>;
  close: () => void;
}

/** What a town without such layers need not load; null where there are none, or where the list cannot be read: the map goes on. */
export async function loadOverlays(
  port: MapPort,
  read: () => Promise<readonly Overlay[]>,
  choice: OverlayChoice,
  mayAsk?: () => boolean,
): Promise<ShownOverlays | null> {
  try {
    const overlays = await read();
    if (overlays.length === 0) return null;
    const code = await import('./overlays');
    code.addOverlayMessages();
    const book = new code.OverlayBook(port, overlays, mayAsk);
    const undo = code.keepChoice(book, choice);
    return {
      book,
      Switches: code.OverlaySwitches,
      Answers: code.OverlayAnswers,
      close: () => {
        undo();
        book.close();
      },
    };
  } catch {
    return null;
  }
}
