import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '../../../core/problem';
import type { SectorApi } from '../../../core/sector-api';
import type { GroundChange, Move, SectorDraft } from '../../../core/sector-types';
import type { Account } from '../../../core/types';
import { Company } from './company';
import { firstOfNextMonth, instantOf } from './day-field';
import { flowsOf, movedEdges } from './flows';
import { pointAt } from './ground';
import { Sectors } from './sectors';

const ME = { id: 'me', name: 'Léa', role: 'ADMINISTRATOR', teams: [] } as unknown as Account;
const draft = (revision: number, more: Partial<SectorDraft> = {}): SectorDraft =>
  ({
    id: 'd',
    revision,
    step: revision - 1,
    lastStep: revision - 1,
    version: { id: 'v', number: 12 },
    sectors: [{ code: 'w', name: 'Ouest', squareMetres: 1, shape: { type: 'Polygon', coordinates: [] } }],
    changes: [],
    ...more,
  }) as unknown as SectorDraft;

const api = {
  draft: vi.fn(),
  version: vi.fn(),
  preview: vi.fn(),
  edit: vi.fn(),
  present: vi.fn(),
};

beforeEach(() => {
  vi.useFakeTimers();
  api.draft.mockResolvedValue(draft(1));
  api.version.mockResolvedValue({ sectors: [] });
  api.preview.mockResolvedValue({ changeSector: 0, moves: [] });
  api.present.mockResolvedValue(undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.resetAllMocks();
});

async function opened(): Promise<Sectors> {
  const sectors = new Sectors(api as unknown as SectorApi, ME, true);
  await sectors.open('d');
  return sectors;
}
const problem = (slug: string): Problem =>
  new Problem({ slug, status: 412, title: '', detail: 'Karim l’a modifié' });

describe('A draft that is open', () => {
  it('asks what each edit would mean, and gives up asking for an older one', async () => {
    const sectors = await opened();
    const first = api.preview.mock.calls[0]?.[1] as AbortSignal;
    api.edit.mockResolvedValue(draft(2));
    await sectors.edit({ kind: 'undo' });
    expect(first.aborted).toBe(true);
    expect(api.preview).toHaveBeenCalledTimes(2);
  });

  it('keeps what was drawn when somebody else was faster, and shows what they did', async () => {
    const sectors = await opened();
    sectors.choose('claim');
    for (const place of [
      [0, 0],
      [1, 0],
      [1, 1],
    ] as const)
      sectors.point(pointAt([...place]));
    api.edit.mockRejectedValue(problem('draft-changed-meanwhile'));
    api.draft.mockResolvedValue(draft(2));
    expect(await sectors.finish('')).toBe(false);
    expect(sectors.sketch.value).toHaveLength(3);
    expect(sectors.draft.value?.revision).toBe(2);
    expect(sectors.trouble.value).toContain('Karim');
  });

  it('closes drawn ground by itself', async () => {
    const sectors = await opened();
    sectors.choose('claim');
    api.edit.mockResolvedValue(draft(2));
    for (const place of [
      [0, 0],
      [1, 0],
      [1, 1],
    ] as const)
      sectors.point(pointAt([...place]));
    await sectors.finish('');
    const [, edit] = api.edit.mock.calls[0] as [unknown, { ground: { coordinates: number[][][] } }];
    expect(edit.ground.coordinates[0]).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ]);
    expect(sectors.sketch.value).toEqual([]);
  });

  it('reads itself again when another desk has changed it', async () => {
    const sectors = await opened();
    api.draft.mockResolvedValue(draft(2));
    sectors.heard({ id: 'd', revision: 2, what: 'CHANGED', accountId: 'other', name: 'Karim' });
    await vi.waitFor(() => expect(sectors.draft.value?.revision).toBe(2));
    expect(sectors.company.names.value).toEqual(['Karim']);
  });
});

describe('The company in a draft', () => {
  it('is told to who has just come, once', () => {
    const say = vi.fn();
    const company = new Company('me', say);
    company.enter('d');
    const news = { id: 'd', revision: 1, what: 'OPEN', accountId: 'k', name: 'Karim' } as const;
    company.heard(news);
    company.heard(news);
    expect(say).toHaveBeenCalledTimes(2);
    expect(company.names.value).toEqual(['Karim']);
  });

  it('does not count this desk, and forgets who has fallen silent', () => {
    const company = new Company('me', () => undefined);
    company.enter('d');
    company.heard({ id: 'd', revision: 1, what: 'OPEN', accountId: 'me', name: 'Léa' });
    company.heard({ id: 'd', revision: 1, what: 'OPEN', accountId: 'k', name: 'Karim' });
    vi.advanceTimersByTime(80_000);
    expect(company.names.value).toEqual([]);
  });
});

describe('What would move', () => {
  const move = (from: string, to: string, changesSector = true): Move =>
    ({ card: { sector: { name: from } }, to: { name: to }, changesSector }) as unknown as Move;

  it('is counted by where it comes from and goes to, the most first', () => {
    const flows = flowsOf([move('A', 'B'), move('C', 'D'), move('C', 'D'), move('E', 'E', false)], '');
    expect(flows).toEqual([
      { from: 'C', to: 'D', count: 2 },
      { from: 'A', to: 'B', count: 1 },
    ]);
  });

  it('counts an edge once, whichever way the ground goes', () => {
    const change = (from: string, to: string): GroundChange => ({ from, to }) as GroundChange;
    expect(movedEdges([change('a', 'b'), change('b', 'a'), change('a', 'c')])).toBe(2);
  });
});

describe('The day of effect', () => {
  it('is the first of next month unless somebody says otherwise', () => {
    expect(firstOfNextMonth(new Date(2026, 10, 24))).toBe('2026-12-01');
    expect(firstOfNextMonth(new Date(2026, 11, 24))).toBe('2027-01-01');
  });
  it('must be a day to come', () => {
    expect(instantOf('2026-12-01', Date.parse('2026-11-24T10:00:00Z'))).toBeDefined();
    expect(instantOf('2026-11-01', Date.parse('2026-11-24T10:00:00Z'))).toBeUndefined();
    expect(instantOf('', 0)).toBeUndefined();
  });
});
