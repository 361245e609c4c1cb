import { addMessages, type Locale } from '../core/i18n';

/** Browsing, one request, tracking, and the words every page needs: only those of the reader's language are loaded. */
export async function addPublicMessages(locale: Locale): Promise<void> {
  const { common, area } = await (locale === 'en'
    ? import('./en/public-words')
    : import('./fr/public-words'));
  addMessages({ [locale]: { ...common, ...area } });
}
