import { expect, test } from 'vitest';
import type { Domain } from '../../../core/types';
import { shownDomains } from './shown-domains';

const domain = (code: string, name: string): Domain => ({ code, name, glyph: 'question', categories: [] });
const domains = [
  domain('proprete', 'Propreté'),
  domain('public', 'Occupation du domaine public'),
  domain('urbanisme', 'Urbanisme'),
  domain('voirie', 'Voirie'),
  domain('eclairage', 'Éclairage public'),
];
const room = { width: 352, rows: 2, first: 'Toutes', last: 'Filtres' };
const codes = (shown: readonly Domain[]): string[] => shown.map(({ code }) => code);

test('the domains with most requests come first', () => {
  const shown = shownDomains(domains, { voirie: 12, eclairage: 30 }, room);
  expect(codes(shown).slice(0, 2)).toEqual(['eclairage', 'voirie']);
});

test('a name too long for the rows gives its place to shorter ones', () => {
  const narrow = { ...room, width: 300 };
  const shown = shownDomains(domains, { proprete: 59, public: 29, voirie: 20, urbanisme: 3 }, narrow);
  expect(codes(shown)).not.toContain('public');
  expect(codes(shown).slice(0, 2)).toEqual(['proprete', 'voirie']);
});

test('with room enough every domain is shown', () => {
  expect(shownDomains(domains, {}, { ...room, width: 2_000 })).toHaveLength(domains.length);
});
