import { beforeAll, beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import type { PublicApi } from '../../core/api';
import type { DeskApi } from '../../core/staff-api';
import type { NewDeskRequest } from '../../core/staff-types';
import type { Located, PlaceQuestion } from '../../core/place-types';
import type { Catalogue, Category, Point } from '../../core/types';
import { addDeskMessages } from '../../messages/desk';
import { Call } from './call';

const centre: Point = { type: 'Point', coordinates: [2.9, 47.35] };
const away: Point = { type: 'Point', coordinates: [2.95, 47.35] };
const category = (code: string, keyword: string): Category =>
  ({ code, name: code, kind: 'INCIDENT', keywords: [keyword] }) as Category;
const catalogue = (...categories: Category[]): Catalogue => ({
  domains: [{ code: 'd', name: 'D', glyph: 'street', categories }],
});
const everything = catalogue(category('scooter', 'trottinette'), category('pothole', 'trou'));

/** Scooters in the centre only; two sectors meet there. */
function taken() {
  const sent: NewDeskRequest[] = [];
  const api = {
    catalogue: async (at: Point) =>
      at.coordinates[0] === centre.coordinates[0] ? everything : catalogue(category('pothole', 'trou')),
    nearby: async () => ({ radiusMetres: 50, items: [] }),
    locate: async ({ sector, danger }: PlaceQuestion): Promise<Located> => ({
      inside: true,
      placement: { rule: 'INSIDE', sentence: '' },
      sector: { code: sector ?? 'E', name: '', version: 1 },
      usualSector: { code: 'E', name: '' },
      neighbours: [{ code: 'W', name: '', metres: 7 }],
      priority: { priority: danger === 'IMMEDIATE' ? 'URGENT' : 'NORMAL', sentence: 'Priorité.' },
    }),
  } as unknown as PublicApi;
  const desk = {
    register: async (body: NewDeskRequest) => {
      sent.push(body);
      return { id: 'r', number: '2026-000001' };
    },
  } as unknown as DeskApi;
  const call = new Call({ code: 'aubrelle', api, desk, catalogue: () => everything });
  return { call, sent };
}
const answered = (): Promise<unknown> => vi.advanceTimersByTimeAsync(200);

beforeAll(() => addDeskMessages());
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('A call', () => {
  it('suggests what the place offers, and what was chosen by hand stays', async () => {
    const { call } = taken();
    call.set({ position: away });
    await answered();
    call.setWords('trottinette dans un trou');
    expect(call.draft.value.category).toBe('pothole');
    call.set({ position: centre });
    await answered();
    expect(call.draft.value.category).toBe('scooter');
    call.set({ chosen: true, position: away });
    await answered();
    expect(call.placed.value).toMatchObject({ offered: false, category: { code: 'scooter' } });
  });

  it('leaves the priority to the rule, which follows the danger, until one is chosen', async () => {
    const { call, sent } = taken();
    call.set({ position: centre, words: 'trou', category: 'pothole', danger: 'IMMEDIATE' });
    await answered();
    expect(call.located.answer.value?.priority?.priority).toBe('URGENT');
    await call.save();
    call.set({ position: centre, words: 'trou', category: 'pothole', chosenPriority: 'HIGH' });
    await answered();
    await call.save();
    expect(sent.map(({ danger, priority }) => ({ danger, priority }))).toEqual([
      { danger: 'IMMEDIATE', priority: undefined },
      { danger: undefined, priority: 'HIGH' },
    ]);
  });

  it('keeps the neighbour that was chosen near an edge, once the place confirms it', async () => {
    const { call, sent } = taken();
    call.set({ position: centre, words: 'trou', category: 'pothole' });
    await answered();
    call.set({ sectorChoice: 'W' });
    await answered();
    expect(call.edge.value?.chosen.code).toBe('W');
    await call.save();
    expect(sent[0]?.sectorChoice).toBe('W');
  });
});
