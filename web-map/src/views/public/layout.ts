import { signal } from '@preact/signals';
import type { Bounds } from '../../core/types';
import type { Insets } from '../../map';

const query = window.matchMedia('(max-width: 720px)');

/** Whether the page is laid out for a phone: panels become sheets. */
export const narrow = signal(query.matches);
query.addEventListener('change', () => (narrow.value = query.matches));

export const PANEL_WIDTH = 400;
export const REPORT_WIDTH = 436;
export const CARD_WIDTH = 376;
const PHONE_TOP = 112;

interface Open {
  card: boolean;
  /** Height of what covers the lower end of a phone's map. */
  sheet: number;
}

/** What panels cover while browsing. */
export function browseInsets(phone: boolean, { card, sheet }: Open): Insets {
  return phone
    ? { top: PHONE_TOP, right: 0, bottom: sheet, left: 0 }
    : { top: 0, right: card ? CARD_WIDTH : 0, bottom: 0, left: PANEL_WIDTH };
}

/** The part of the map that no panel covers: "here" is what the reader sees. */
export function freeBox(bounds: Bounds, size: { width: number; height: number }, insets: Insets): Bounds {
  const [west, south, east, north] = bounds;
  const perX = (east - west) / Math.max(1, size.width);
  // a town is small enough for latitudes to be taken as even
  const perY = (north - south) / Math.max(1, size.height);
  const box: Bounds = [
    west + insets.left * perX,
    south + insets.bottom * perY,
    east - insets.right * perX,
    north - insets.top * perY,
  ];
  return box[0] < box[2] && box[1] < box[3] ? box : bounds;
}
