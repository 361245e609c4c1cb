import type { Plugin } from 'vite';

const NARROW = '\u202f';

/**
 * The narrow no-break spaces of French, before ; : ! ? » and after «. Dictionaries are written with plain spaces, which everybody sees in an
 * editor, and get theirs here, as the service's own texts do when they are read.
 */
export const frenchSpaces = (): Plugin => ({
  name: 'vigie-french-spaces',
  enforce: 'pre',
  transform: (source, id) => (/\/messages\/fr\/[\w-]+\.json(\?|$)/.test(id) ? narrowed(source) : undefined),
});

/** @param dictionary as JSON, in which no mark of its own has a space before it */
export const narrowed = (dictionary: string): string =>
  dictionary.replace(/(?<=\S)[ \u00a0](?=[;:!?»])|(?<=«)[ \u00a0]/g, NARROW);
