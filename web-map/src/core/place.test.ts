import { describe, expect, it, vi } from 'vitest';
import { edgeAt, locateChosen, placedCategory } from './place';
import { Problem } from './problem';
import type { Located } from './place-types';
import type { Catalogue, Category, Point } from './types';

const position: Point = { type: 'Point', coordinates: [2.9, 47.35] };
const placement = { rule: 'INSIDE', sentence: '' };
const east = { code: 'E', name: 'Est' };
const west = { code: 'W', name: 'Ouest' };
const located = (told: Partial<Located>): Located => ({ inside: true, placement, ...told });

describe('a sector chosen near an edge', () => {
  it('is asked about, and dropped when the place has moved away from it', async () => {
    const locate = vi.fn(async ({ sector }: { sector?: string | undefined }) => {
      if (sector) throw new Problem({ slug: 'sector-not-near', status: 422, title: '', detail: '' });
      return located({});
    });
    await locateChosen({ locate }, { position, sector: 'W', danger: 'NONE' });
    expect(locate.mock.calls.map(([question]) => question.sector)).toEqual(['W', undefined]);
    expect(locate.mock.calls[1]?.[0]).toMatchObject({ danger: 'NONE' });
  });
  it('leaves every other refusal to whoever asked', async () => {
    const locate = async (): Promise<Located> => {
      throw new Problem({ slug: 'offline', status: 0, title: '', detail: '' });
    };
    await expect(locateChosen({ locate }, { position, sector: 'W' })).rejects.toThrow(Problem);
  });
});

describe('an edge', () => {
  it('offers the lookup’s own sector first, also after a neighbour was chosen', () => {
    const neighbours = [{ ...west, metres: 7.6 }];
    expect(edgeAt(located({ sector: { ...east, version: 1 }, neighbours }))).toMatchObject({
      usual: east,
      chosen: east,
      metres: 7.6,
    });
    const chosen = edgeAt(located({ sector: { ...west, version: 1 }, usualSector: east, neighbours }));
    expect(chosen?.sectors.map(({ code }) => code)).toEqual(['E', 'W']);
    expect(chosen?.chosen.code).toBe('W');
  });
  it('is none away from all, and without a sector', () => {
    expect(edgeAt(null)).toBeNull();
    expect(edgeAt(located({ sector: { ...east, version: 1 }, neighbours: [] }))).toBeNull();
    expect(edgeAt(located({ neighbours: [{ ...west, metres: 3 }] }))).toBeNull();
  });
});

describe('a category at a place', () => {
  const category = (code: string, told: Partial<Category> = {}): Category =>
    ({ code, name: code, ...told }) as Category;
  const catalogue = (...categories: Category[]): Catalogue => ({
    domains: [{ code: 'd', name: 'D', glyph: 'street', categories }],
  });

  it('is known but not offered where only another place offers it', () => {
    const anywhere = catalogue(category('scooter'), category('pothole'));
    expect(placedCategory(catalogue(category('pothole')), anywhere, 'scooter')?.offered).toBe(false);
    expect(placedCategory(catalogue(category('pothole')), anywhere, 'pothole')?.offered).toBe(true);
    expect(placedCategory(anywhere, anywhere, null)).toBeNull();
  });
  it('is refused by the message that says so, not by one that only tells', () => {
    const told = { text: 'Travaux.', until: '2026-12-01T00:00:00Z', refuses: false };
    const here = catalogue(
      category('pothole', { messages: [told] }),
      category('lamp', { messages: [told, { ...told, text: 'Coupé.', refuses: true }] }),
    );
    expect(placedCategory(here, here, 'pothole')).toMatchObject({ messages: [told], refusal: null });
    expect(placedCategory(here, here, 'lamp')?.refusal?.text).toBe('Coupé.');
  });
});
