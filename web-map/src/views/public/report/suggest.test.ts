import { describe, expect, it } from 'vitest';
import type { Catalogue, Category } from '../../../core/types';
import { findCategories, plain, suggest } from './suggest';

const category = (code: string, name: string, keywords: string[]): Category => ({
  code,
  name,
  keywords,
  glyph: 'street',
  kind: 'INCIDENT',
  urgent: false,
  private: false,
  service: 'Voirie',
  duplicateRadiusMetres: 50,
  promises: [{ commitment: 'REPLY', amount: 10, unit: 'DAYS' }],
});
const catalogue: Catalogue = {
  domains: [
    {
      code: 'voirie',
      name: 'Voirie',
      glyph: 'street',
      categories: [
        category('pothole', 'Trou dans la chaussée', ['trou', 'nid de poule', 'chaussée']),
        category('pavement', 'Trottoir affaissé', ['trottoir', 'dalle']),
      ],
    },
    {
      code: 'eau',
      name: 'Eau',
      glyph: 'water',
      categories: [category('leak', 'Fuite d’eau', ['fuite', 'eau'])],
    },
  ],
};
const codes = (text: string): string[] => suggest(catalogue, text).map(({ code }) => code);

describe('the category suggested from words', () => {
  it('is found without accents, capitals or hyphens', () => {
    expect(codes('NID-DE-POULE énorme')).toEqual(['pothole']);
    expect(codes('chaussee abimee')).toEqual(['pothole']);
    expect(plain('L’œil, ça !')).toBe('l oeil ca');
  });
  it('puts what fits best first and offers the others', () => {
    expect(codes('Gros trou dans la chaussée, plein d’eau')).toEqual(['pothole', 'leak']);
  });
  it('is the one that was named in full, before one that only shares a keyword', () => {
    const lamps: Catalogue = {
      domains: [
        {
          code: 'eclairage',
          name: 'Éclairage',
          glyph: 'lighting',
          categories: [
            category('danger', 'Danger électrique', ['lampadaire', 'fil']),
            category('lamp', 'Lampadaire éteint', ['ampoule']),
          ],
        },
      ],
    };
    expect(suggest(lamps, 'Lampadaire éteint devant le 4')[0]?.code).toBe('lamp');
  });
  it('knows a plural, but not any longer word', () => {
    expect(codes('des trous partout')).toEqual(['pothole']);
    expect(codes('un trousseau perdu')).toEqual([]);
  });
  it('is nothing for words that say nothing', () => {
    expect(codes('bonjour')).toEqual([]);
    expect(codes('')).toEqual([]);
  });
});

describe('looking for a category by hand', () => {
  it('shows all of them by domain, or those that contain the words', () => {
    expect(findCategories(catalogue, '').map(({ domain }) => domain)).toEqual(['Voirie', 'Eau']);
    expect(findCategories(catalogue, 'trottoi')[0]?.categories.map(({ code }) => code)).toEqual(['pavement']);
    expect(findCategories(catalogue, 'zzz')).toEqual([]);
  });
});
