import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { setLocale } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import type { Located, PlaceQuestion } from '../../../core/place-types';
import type { Catalogue, Category, NewRequest, Point } from '../../../core/types';
import { addReportMessages } from '../../../messages/report';
import type { App } from '../app';
import { Report } from './report';

const centre: Point = { type: 'Point', coordinates: [2.9, 47.35] };
const edge: Point = { type: 'Point', coordinates: [2.91, 47.35] };
const works: Point = { type: 'Point', coordinates: [2.92, 47.35] };
const category = (code: string, keyword: string, told: Partial<Category> = {}): Category =>
  ({ code, name: code, kind: 'INCIDENT', keywords: [keyword], ...told }) as Category;
const catalogue = (...categories: Category[]): Catalogue => ({
  domains: [{ code: 'd', name: 'D', glyph: 'street', categories }],
});
const scooter = category('scooter', 'trottinette');
const pothole = category('pothole', 'trou');
const lamp = category('lamp', 'lampadaire');
const stopped = { text: 'Éclairage coupé.', until: '2026-12-01T00:00:00Z', refuses: true };
const east = { code: 'E', name: 'Est', version: 1 };
const west = { code: 'W', name: 'Ouest', version: 1 };

/** Scooters in the centre only, two sectors at the edge, and lamps that nobody need report at the works. */
function city() {
  const asked: PlaceQuestion[] = [];
  const sent: NewRequest[] = [];
  const placement = { rule: 'INSIDE', sentence: '' };
  const api = {
    catalogue: async ({ coordinates }: Point) =>
      coordinates === centre.coordinates
        ? catalogue(scooter, pothole, lamp)
        : catalogue(pothole, coordinates === works.coordinates ? { ...lamp, messages: [stopped] } : lamp),
    locate: async (question: PlaceQuestion): Promise<Located> => {
      asked.push(question);
      const near = question.position.coordinates === edge.coordinates;
      if (question.sector && !near)
        throw new Problem({ slug: 'sector-not-near', status: 422, title: '', detail: '' });
      return {
        inside: true,
        placement,
        sector: question.sector ? west : east,
        ...(question.sector ? { usualSector: east } : {}),
        neighbours: near ? [{ ...west, metres: 7 }] : [],
        urgent: question.danger === 'IMMEDIATE',
      };
    },
    nearby: async () => ({ radiusMetres: 50, items: [] }),
    assetsNear: async () => ({ items: [] }),
    asset: async () => ({ asset: {}, requests: [{ id: 'r', number: '2026-000007' }] }),
    nearestAddress: async () => ({ label: '1 rue Haute', position: centre }),
    report: async (body: NewRequest) => {
      sent.push(body);
      return { number: '2026-000001', promises: [] };
    },
  };
  const app = {
    base: '/aubrelle',
    locale: 'fr',
    api,
    catalogue: catalogue(scooter, pothole, lamp),
    jurisdiction: { name: 'Aubrelle', bounds: [2, 47, 3, 48] },
  } as unknown as App;
  const store = { read: async () => null, write: async () => undefined, clear: async () => undefined };
  const writing = new Report(app, store, { position: centre, address: '' }, null);
  open.push(writing);
  return { writing, asked, sent };
}
const open: Report[] = [];
const answered = (): Promise<unknown> => vi.advanceTimersByTimeAsync(200);

beforeAll(() => {
  addReportMessages();
  setLocale('fr');
});
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  open.splice(0).forEach((writing) => writing.close());
  vi.useRealTimers();
});

describe('what may be reported', () => {
  it('follows the place; what was chosen is kept, said not to be taken there, and taken again where it is', async () => {
    const { writing } = city();
    writing.change({ text: 'Gêne', category: 'scooter', categoryChosen: true });
    await answered();
    expect(writing.check('what')).toBe(true);
    writing.place(edge, 'PIN');
    await answered();
    expect(writing.check('what')).toBe(false);
    expect(writing.errors.value['category']).toContain('autre catégorie');
    expect(writing.draft.value).toMatchObject({ text: 'Gêne', category: 'scooter' });
    writing.place(centre, 'PIN');
    await answered();
    expect(writing.check('what')).toBe(true);
  });

  it('is suggested from what the place offers', async () => {
    const { writing } = city();
    writing.place(edge, 'PIN');
    await answered();
    writing.change({ text: 'Une trottinette dans un trou' });
    expect(writing.draft.value.category).toBe('pothole');
    writing.place(centre, 'PIN');
    await answered();
    expect(writing.draft.value.category).toBe('scooter');
  });

  it('is refused while a stop message refuses it, with the day until when', async () => {
    const { writing, sent } = city();
    writing.change({ text: 'Éteint', category: 'lamp', categoryChosen: true });
    writing.place(works, 'PIN');
    await answered();
    expect(writing.placed.value?.refusal?.text).toBe('Éclairage coupé.');
    expect(writing.check('what')).toBe(false);
    expect(writing.errors.value['category']).toMatch(/1\s*déc/);
    await writing.submit();
    expect(sent).toEqual([]);
  });
});

describe('near the edge of two sectors', () => {
  it('the neighbour may be chosen, is asked about, and goes with the report', async () => {
    const { writing, asked, sent } = city();
    writing.change({ text: 'Trou', category: 'pothole', categoryChosen: true });
    writing.place(edge, 'PIN');
    await answered();
    expect(writing.edge.value?.usual.code).toBe('E');
    writing.change({ sectorChoice: 'W' });
    await answered();
    expect(asked.at(-1)?.sector).toBe('W');
    expect(writing.edge.value).toMatchObject({ usual: { code: 'E' }, chosen: { code: 'W' } });
    await writing.submit();
    expect(sent[0]?.sectorChoice).toBe('W');
  });

  it('a choice is forgotten when the place moves away from the edge', async () => {
    const { writing, sent } = city();
    writing.change({ text: 'Trou', category: 'pothole', categoryChosen: true, sectorChoice: 'W' });
    writing.place(edge, 'PIN');
    await answered();
    writing.place(works, 'PIN');
    await answered();
    expect(writing.draft.value.sectorChoice).toBeNull();
    expect(writing.edge.value).toBeNull();
    await writing.submit();
    expect(sent[0]).not.toHaveProperty('sectorChoice');
  });
});

describe('a danger', () => {
  it('is asked about with the place, and told with the report', async () => {
    const { writing, sent } = city();
    writing.change({ text: 'Trou', category: 'pothole', categoryChosen: true, danger: 'IMMEDIATE' });
    await answered();
    expect(writing.here.located.value?.urgent).toBe(true);
    await writing.submit();
    expect(sent[0]?.danger).toBe('IMMEDIATE');
  });
});

describe('after the pin has moved', () => {
  it('the answers before stay until the new ones are there, and those come within 300 ms', async () => {
    const { writing } = city();
    writing.change({ text: 'Trou', category: 'pothole', categoryChosen: true });
    await answered();
    const before = writing.here.located.value;
    writing.place(edge, 'PIN');
    await vi.advanceTimersByTimeAsync(60);
    expect(writing.here.located.value).toBe(before);
    await vi.advanceTimersByTimeAsync(60);
    expect(writing.here.located.value).not.toBe(before);
    expect(writing.edge.value).not.toBeNull();
  });
});
