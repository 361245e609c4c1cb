import type { Catalogue, Category } from '../../core/types';

/** Lower case, without accents, words only. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const SMALLEST_WORD = 3;

/** The categories that a caller's words speak of, the likeliest first. */
export function matchCategories(catalogue: Catalogue, words: string, most = 3): Category[] {
  const said = plain(words)
    .split(' ')
    .filter((word) => word.length >= SMALLEST_WORD);
  if (said.length === 0) return [];
  return catalogue.domains
    .flatMap(({ categories }) => categories)
    .map((category) => ({ category, score: score(category, said) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ category }) => category);
}

/** A keyword that is said in full counts most; a word of the name or a common beginning less. */
function score(category: Category, said: readonly string[]): number {
  const text = ` ${said.join(' ')} `;
  const keywords = category.keywords.map(plain).filter(Boolean);
  const whole = keywords.filter((keyword) => text.includes(` ${keyword} `)).length;
  const begun = keywords.filter((keyword) =>
    keyword.split(' ').some((part) => said.some(alike(part))),
  ).length;
  const named = plain(category.name)
    .split(' ')
    .filter((part) => part.length > SMALLEST_WORD && said.some(alike(part))).length;
  return whole * 4 + begun * 2 + named;
}

/** Plurals and unfinished words: a common beginning of four letters, or of the whole shorter word. */
function alike(part: string): (word: string) => boolean {
  return (word) => {
    const length = Math.max(4, Math.min(part.length, word.length) - 2);
    return (
      part.slice(0, length) === word.slice(0, length) && Math.min(part.length, word.length) >= SMALLEST_WORD
    );
  };
}
