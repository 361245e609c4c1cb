import type { Locale } from '../../../core/i18n';
import type { Bounds } from '../../../core/types';
import type { ThemeChoice } from '../../../ui/theme';
import { readAddress, writeAddress, type Filters, type MapView } from '../browse/page-address';

/** What the map for other pages is asked to show: the filters of the public page, where, and how. */
export interface EmbedAddress {
  filters: Filters;
  view: MapView | null;
  /** Layers of other services, by the ends of their ids. */
  layers: readonly string[];
  /** Instead of a view: all of this is shown. */
  bounds: Bounds | null;
  theme: FrameTheme | null;
  lang: Locale | null;
}
export type FrameTheme = Exclude<ThemeChoice, 'sun'>;
export const FRAME_THEMES: readonly FrameTheme[] = ['auto', 'light', 'dark'];
const LANGUAGES: readonly Locale[] = ['fr', 'en'];
const FRAME_HEIGHT = 480;

/** Reads the query of the map for other pages; what it does not understand is left out. */
export function readEmbed(search: string): EmbedAddress {
  const { filters, view, layers = [] } = readAddress(search);
  const query = new URLSearchParams(search);
  return {
    filters,
    view,
    layers,
    bounds: readBounds(query.get('bbox')),
    theme: FRAME_THEMES.find((theme) => theme === query.get('theme')) ?? null,
    lang: LANGUAGES.find((lang) => lang === query.get('lang')) ?? null,
  };
}

/** The query of the map for other pages; a theme that follows the reader's system is not said. */
export function writeEmbed({ filters, view, layers, theme, lang }: Omit<EmbedAddress, 'bounds'>): string {
  const query = new URLSearchParams(writeAddress({ filters, sort: 'received', view, layers, request: null }));
  if (theme !== null && theme !== 'auto') query.set('theme', theme);
  if (lang !== null) query.set('lang', lang);
  const text = query.toString().replace(/%2C/g, ',').replace(/%2F/g, '/');
  return text === '' ? '' : `?${text}`;
}

/** What somebody pastes into a page of theirs. */
export function frameMarkup(address: string, title: string): string {
  return (
    `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${FRAME_HEIGHT}" ` +
    `style="border:0" loading="lazy"></iframe>`
  );
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

function readBounds(text: string | null): Bounds | null {
  const sides = (text ?? '').split(',').map(Number);
  const [west, south, east, north] = sides;
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null;
  const onEarth = [west, east].every((lon) => Math.abs(lon) <= 180) && Math.abs(south) <= 85 && north <= 85;
  return sides.length === 4 && onEarth && west < east && south < north ? [west, south, east, north] : null;
}
