import { describe, expect, it, vi } from 'vitest';
import type { DeskApi } from '../../../core/staff-api';
import type { DeskCard, HistoryPage, HistoryQuery } from '../../../core/staff-types';
import { HistorySearch } from './history';

function search(pages: Record<string, HistoryPage>): { search: HistorySearch; asked: HistoryQuery[] } {
  const asked: HistoryQuery[] = [];
  const api = {
    search: (query: HistoryQuery) => {
      asked.push(query);
      return Promise.resolve(pages[query.after ?? ''] ?? { items: [], searched: [] });
    },
  } as unknown as DeskApi;
  return { search: new HistorySearch(api), asked };
}
const page = (ids: string[], next?: string): HistoryPage => ({
  items: ids.map((id) => ({ id }) as DeskCard),
  searched: ['WORDS'],
  ...(next === undefined ? {} : { next }),
});

describe('A search of the history', () => {
  it('goes on where the page before ended, for what was asked and not for what is typed meanwhile', async () => {
    const { search: it, asked } = search({ '': page(['a', 'b'], 'x'), x: page(['c']) });
    it.text.value = 'trou';
    await it.run();
    it.text.value = 'autre chose';
    await it.more();
    expect(it.found.value.items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(it.found.value.next).toBeUndefined();
    expect(asked.map(({ q, after }) => [q, after])).toEqual([
      ['trou', undefined],
      ['trou', 'x'],
    ]);
    expect(location.hash).toBe('#history?q=trou');
  });
  it('asks for what was reported of a thing of the town when the address names one', async () => {
    const { search: it, asked } = search({ '': page(['a']) });
    location.hash = '#history?q=Lampadaire%204711&asset=x';
    it.follow();
    await vi.waitFor(() => expect(it.found.value.items).toHaveLength(1));
    expect(asked).toMatchObject([{ asset: 'x' }]);
    expect(it.text.value).toBe('Lampadaire 4711');
  });
  it('asks nothing for nothing', async () => {
    const { search: it, asked } = search({});
    it.text.value = '  ';
    await it.run();
    expect(asked).toEqual([]);
  });
});
