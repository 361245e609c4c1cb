import { useEffect } from 'preact/hooks';
import type { Insets } from '../../../map';
import { browseInsets, freeBox, narrow } from '../layout';
import type { PageState } from '../PublicPage';

const PHONE_SHEET = 322;
const PHONE_CARD_SHARE = 0.6;
/** Who moves on at once does not want the list of where they have been. */
const REST_MS = 200;

/** What panels cover now, with or without a request open. */
export function insetsOf(card: boolean): Insets {
  const cardSheet = Math.round(window.innerHeight * PHONE_CARD_SHARE);
  return browseInsets(narrow.value, { card, sheet: card ? cardSheet : PHONE_SHEET });
}

/** Tells the map what panels cover, and the list which box is in view. */
export function useInsets({ browse, stage, report }: PageState): void {
  const map = stage.value?.map ?? null;
  const card = browse.selection.value !== null;
  const phone = narrow.value;
  const reporting = report.value !== null;
  useEffect(() => {
    if (!map || reporting) return undefined;
    map.setInsets(insetsOf(card));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      const { clientWidth: width, clientHeight: height } = map.element;
      // opening a card must not change the list
      browse.setBox(freeBox(map.bounds(), { width, height }, insetsOf(false)));
    };
    look();
    const unlisten = map.on('move', () => {
      clearTimeout(timer);
      timer = setTimeout(look, REST_MS);
    });
    return () => {
      clearTimeout(timer);
      unlisten();
    };
  }, [map, card, phone, reporting]);
}
