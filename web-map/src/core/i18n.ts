/** One message, or its plural forms chosen by the value `n`. */
export type Message = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type Catalogue = Record<string, Message>;
export type Values = Record<string, string | number>;
export type Locale = 'fr' | 'en';

const catalogues: Record<Locale, Catalogue> = { fr: {}, en: {} };
let current: Locale = 'fr';
/** Made once: a list of some hundred rows counts in thousands of messages. */
const PLURALS = { fr: new Intl.PluralRules('fr'), en: new Intl.PluralRules('en') };
const NUMBERS = { fr: new Intl.NumberFormat('fr'), en: new Intl.NumberFormat('en') };

/** Adds an area's messages; a page adds only the areas it shows. */
export function addMessages(area: Partial<Record<Locale, Catalogue>>): void {
  Object.assign(catalogues.fr, area.fr);
  Object.assign(catalogues.en, area.en);
}

/** Chooses the language; what is not offered falls back to French. */
export function setLocale(wanted: string): Locale {
  current = wanted.toLowerCase().startsWith('en') ? 'en' : 'fr';
  return current;
}

export function locale(): Locale {
  return current;
}

/** The message in the reader's language, with its values filled in; an unknown key is shown as it is. */
export function t(key: string, values: Values = {}): string {
  const message = catalogues[current][key] ?? catalogues.fr[key];
  if (message === undefined) return key;
  return fill(typeof message === 'string' ? message : plural(message, values['n']), values);
}

/** A number as the reader writes it. */
export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return (options ? new Intl.NumberFormat(current, options) : NUMBERS[current]).format(value);
}

function plural(forms: Exclude<Message, string>, n: string | number | undefined): string {
  return forms[PLURALS[current].select(Number(n ?? 0))] ?? forms.other ?? '';
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? number(value) : value;
  });
}
