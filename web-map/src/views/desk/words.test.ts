import { beforeAll, describe, expect, it } from 'vitest';
import { setLocale } from '../../core/i18n';
import { addCommonMessages } from '../../messages/common';
import { addDeskMessages } from '../../messages/desk';
import en from '../../messages/en/desk.json';
import fr from '../../messages/fr/desk.json';
import type { Catalogue, Category } from '../../core/types';
import { highlighted } from './call/highlighted';
import { matchCategories } from './match-category';
import { visibleRows } from './queue/visible-rows';
import { clockOf, initials, maskedPhone, numberIn, tied } from './words';

const now = Date.parse('2026-11-24T09:42:00Z');
const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
beforeAll(() => {
  addCommonMessages();
  addDeskMessages();
  setLocale('fr');
});

describe('The words of the desk', () => {
  it('are all there in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  });
  it('tell each commitment as a clock', () => {
    const promise = { commitment: 'ON_SITE', startsAt: at(-10), dueAt: at(48) } as const;
    expect(clockOf({ ...promise, metAt: at(-8) }, now, false).words).toBe('tenu, 2\u00a0min');
    expect(clockOf(promise, now, false)).toMatchObject({ level: 'ok', words: 'dans 48\u00a0min' });
    expect(clockOf({ ...promise, dueAt: at(-300) }, now, false)).toMatchObject({
      level: 'late',
      words: 'en retard de 5\u00a0h',
    });
    expect(clockOf({ ...promise, left: 0.1 }, now, false).level).toBe('warn');
    expect(clockOf({ ...promise, dueAt: at(-10), pausedAt: at(-40) }, now, false)).toMatchObject({
      level: 'ok',
      words: 'en pause, reste 30\u00a0min',
    });
  });
  it('keep a number and its unit on one line', () => {
    expect(tied('le 6 nov., 19 h 23')).toBe('le 6 nov., 19\u00a0h\u00a023');
    expect(tied('12 rue du Change')).toBe('12 rue du Change');
  });
  it('mask a telephone number so that it is recognised but not noted', () => {
    expect(maskedPhone('06 12 58 33 40')).toBe('06 12 ·· ·· 40');
  });
  it('tell a request’s number from a telephone', () => {
    expect(numberIn('4217')).toBe('004217');
    expect(numberIn(' 2026-004217 ')).toBe('2026-004217');
    expect(numberIn('0612583340')).toBeNull();
    expect(numberIn('12 rue du Change')).toBeNull();
  });
  it('shorten a name to its initials', () => {
    expect(initials('Léa Martin')).toBe('LM');
    expect(initials('Karim')).toBe('K');
  });
  it('mark in an address what was typed, accents aside', () => {
    const marked = highlighted('112 avenue du Général-Leclerc', '112 gen lecl');
    expect(marked.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['112', 'Gén', 'Lecl']);
  });
});

describe('The category of a caller’s words', () => {
  const category = (code: string, name: string, keywords: string[]): Category =>
    ({ code, name, keywords }) as unknown as Category;
  const catalogue: Catalogue = {
    domains: [
      {
        code: 'd',
        name: 'D',
        glyph: 'street',
        categories: [
          category('pothole', 'Trou dans la chaussée', ['trou', 'nid de poule']),
          category('lamp', 'Lampadaire éteint', ['lampadaire', 'éclairage']),
          category('leak', 'Fuite d’eau', ['fuite']),
        ],
      },
    ],
  };
  const codes = (words: string): string[] => matchCategories(catalogue, words).map(({ code }) => code);
  it('is found without accents, in the plural and by several words', () => {
    expect(codes('des lampadaires eteints')[0]).toBe('lamp');
    expect(codes('Nid de poule rue du Change')[0]).toBe('pothole');
  });
  it('is not invented', () => {
    expect(codes('bonjour')).toEqual([]);
    expect(codes('')).toEqual([]);
  });
});

describe('The rows that are drawn', () => {
  it('are all of them in a short queue', () => {
    expect(visibleRows(200, 5000, 800, 52)).toEqual({ from: 0, to: 200 });
  });
  it('are those in sight and a few around in a long one', () => {
    const { from, to } = visibleRows(2000, 52 * 500, 800, 52);
    expect(from).toBeLessThan(500);
    expect(to).toBeGreaterThan(515);
    expect(to - from).toBeLessThan(40);
  });
});
