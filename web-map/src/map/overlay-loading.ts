import type { FunctionComponent } from 'preact';
import type { Overlay } from '../core/overlay-types';
import type { OverlayBook } from './overlays';
import type { MapPort } from './port';

/** The layers of other services over one map, with what shows them. */
export interface ShownOverlays {
  book: OverlayBook;
  Switches: FunctionComponent<{ book: OverlayBook }>;
  Answers: FunctionComponent<{ book: OverlayBook }>;
}

/** What a town without such layers need not load; null where there are none, or where the list cannot be read: the map goes on. */
export async function loadOverlays(
  port: MapPort,
  read: () => Promise<readonly Overlay[]>,
  mayAsk?: () => boolean,
): Promise<ShownOverlays | null> {
  try {
    const overlays = await read();
    if (overlays.length === 0) return null;
    const { addOverlayMessages, OverlayAnswers, OverlayBook, OverlaySwitches } = await import('./overlays');
    addOverlayMessages();
    return {
      book: new OverlayBook(port, overlays, mayAsk),
      Switches: OverlaySwitches,
      Answers: OverlayAnswers,
    };
  } catch {
    return null;
  }
}
