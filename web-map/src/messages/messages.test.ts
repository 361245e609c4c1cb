import { describe, expect, it } from 'vitest';

const areas = import.meta.glob<Record<string, unknown>>('./*/*.json', { import: 'default', eager: true });
const sources = import.meta.glob<string>('../**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const keysOf = (locale: string): string[] =>
  Object.entries(areas)
    .filter(([path]) => path.startsWith(`./${locale}/`))
    .flatMap(([, catalogue]) => Object.keys(catalogue))
    .sort();

describe('The messages', () => {
  it('are the same in French and in English', () => {
    expect(keysOf('en')).toEqual(keysOf('fr'));
  });
  it('have the narrow no-break spaces that French wants, so that no line begins with a mark', () => {
    const french = Object.entries(areas).filter(([path]) => path.startsWith('./fr/'));
    for (const [path, catalogue] of french)
      expect(JSON.stringify(catalogue), path).not.toMatch(/[^\s"][ \u00a0][;:!?»]|«[ \u00a0]|«(?=[^\s])/);
  });
  it('are there for every key the pages use', () => {
    const known = new Set(keysOf('fr'));
    const missing = Object.entries(sources)
      .filter(([path]) => !path.includes('.test.'))
      .flatMap(([path, source]) =>
        [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key = '']) => ({ path, key })),
      )
      .filter(({ key }) => !known.has(key));
    expect(missing).toEqual([]);
  });
});
