import type { Catalogue, Category } from '../../../core/types';

/** Without accents, capitals and punctuation: "Nid-de-poule" and "nid de poule" are the same. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const WEIGHT = { phrase: 4, word: 3, beginning: 2, name: 1 };
const SHORTEST_NAME_WORD = 4;

/** The categories that fit the words, best first. */
export function suggest(catalogue: Catalogue, text: string, most = 3): Category[] {
  const words = plain(text);
  if (words === '') return [];
  return catalogue.domains
    .flatMap(({ categories }) => categories)
    .map((category) => ({ category, score: scoreOf(category, words) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ category }) => category);
}

/** Categories whose name or keywords contain what is looked for; all of them when nothing is. */
export function findCategories(
  catalogue: Catalogue,
  text: string,
): { domain: string; categories: Category[] }[] {
  const words = plain(text);
  return catalogue.domains
    .map(({ name, categories }) => ({
      domain: name,
      categories: categories.filter((category) =>
        [name, category.name, ...category.keywords].some((known) => plain(known).includes(words)),
      ),
    }))
    .filter(({ categories }) => categories.length > 0);
}

function scoreOf(category: Category, words: string): number {
  const list = words.split(' ');
  const keywords = category.keywords.reduce(
    (sum, keyword) => sum + keywordScore(plain(keyword), words, list),
    0,
  );
  const names = plain(category.name)
    .split(' ')
    .filter((word) => word.length >= SHORTEST_NAME_WORD && list.some((other) => sameWord(word, other)));
  const named = ` ${words} `.includes(` ${plain(category.name)} `) ? WEIGHT.phrase : 0;
  return keywords + named + names.length * WEIGHT.name;
}

function keywordScore(keyword: string, words: string, list: readonly string[]): number {
  if (keyword === '') return 0;
  if (keyword.includes(' ')) return ` ${words} `.includes(` ${keyword} `) ? WEIGHT.phrase : 0;
  if (list.includes(keyword)) return WEIGHT.word;
  return list.some((word) => sameWord(keyword, word)) ? WEIGHT.beginning : 0;
}

/** The same but for a plural or an ending. */
function sameWord(known: string, written: string): boolean {
  if (known.length < 3) return known === written;
  return written.startsWith(known) && written.length - known.length <= 2;
}
