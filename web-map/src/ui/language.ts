import { locale, type Locale } from '../core/i18n';

const KEY = 'vigie.locale';

/** The language chosen here before, else the browser's. */
export function wantedLanguage(): string {
  try {
    return localStorage.getItem(KEY) ?? navigator.language;
  } catch {
    return navigator.language;
  }
}

/** Every word is read anew: the page starts again in the other language, at the same place. */
export function chooseLanguage(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    return;
  }
  location.reload();
}

/** The one that is not being read. */
export function otherLanguage(): Locale {
  return locale() === 'fr' ? 'en' : 'fr';
}
