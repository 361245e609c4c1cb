import { useEffect, useState } from 'preact/hooks';
import type { Overlay } from '../core/overlay-types';
import { loadOverlays, type ShownOverlays } from './overlay-loading';
import type { OverlayChoice } from './overlays/overlay-choice';
import type { MapPort } from './port';

/**
 * The layers of other services over a map, once it stands; null as long as there are none.
 *
 * @param mayAsk whether a click is a question, and not the choice of a place
 */
export function useOverlays(
  port: MapPort | null,
  read: () => Promise<readonly Overlay[]>,
  choice: OverlayChoice,
  mayAsk: () => boolean,
): ShownOverlays | null {
  const [shown, setShown] = useState<ShownOverlays | null>(null);
  useEffect(() => {
    if (!port) return undefined;
    let gone = false;
    let loaded: ShownOverlays | null = null;
    void loadOverlays(port, read, choice, mayAsk).then((found) => {
      if (gone) found?.close();
      else setShown((loaded = found));
    });
    return () => {
      gone = true;
      loaded?.close();
      setShown(null);
    };
  }, [port]);
  return shown;
}
