import { describe, expect, it, vi } from 'vitest';
import type { PublicApi } from '../../../core/api';
import type { PlaceSheet } from '../../../core/here-types';
import { Problem } from '../../../core/problem';
import type { DeskApi } from '../../../core/staff-api';
import type { Point } from '../../../core/types';
import { cardOf } from '../cards.fixture';
import { Here, METRES_AROUND } from './here';

const PLACE: Point = { type: 'Point', coordinates: [2.02, 47.05] };
const SHEET: PlaceSheet = {
  inside: true,
  why: 'dans le secteur',
  grounds: [],
  works: [],
  assets: [],
  count: { open: 2, settled: 0, more: false },
  items: [cardOf({ id: 'one' })],
  next: 'then',
};

function asking(place: DeskApi['place']) {
  const search = vi.fn().mockResolvedValue({ items: [cardOf({ id: 'two' })], searched: [] });
  const api = {
    nearestAddress: vi.fn().mockResolvedValue({ label: '12 rue Haute' }),
  } as unknown as PublicApi;
  return { search, here: new Here(api, { place, search } as unknown as DeskApi) };
}

describe('what is known of a place', () => {
  it('is asked for around the position that was clicked', async () => {
    const place = vi.fn().mockResolvedValue(SHEET);
    const { here } = asking(place);
    await here.show(PLACE);
    expect(place.mock.calls[0]?.slice(0, 2)).toEqual([PLACE, METRES_AROUND]);
    expect(here.items.value.map(({ id }) => id)).toEqual(['one']);
  });

  it('goes on page by page from where the sheet ended', async () => {
    const { here, search } = asking(vi.fn().mockResolvedValue(SHEET));
    await here.show(PLACE);
    await here.more();
    expect(search.mock.calls[0]?.[0]).toMatchObject({ lon: 2.02, lat: 47.05, after: 'then' });
    expect(here.items.value.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(here.next.value).toBeUndefined();
  });

  it('is forgotten when it is closed before it came', async () => {
    let come: (sheet: PlaceSheet) => void = () => undefined;
    const { here } = asking(
      vi.fn().mockImplementation(() => new Promise<PlaceSheet>((resolve) => (come = resolve))),
    );
    const shown = here.show(PLACE);
    here.close();
    come(SHEET);
    await shown;
    expect(here.sheet.value).toBeNull();
    expect(here.trouble.value).toBeNull();
  });

  it('says why it cannot be told', async () => {
    const refused = new Problem({ slug: 'offline', status: 0, title: 'offline', detail: 'Pas de réseau.' });
    const { here } = asking(vi.fn().mockRejectedValue(refused));
    await here.show(PLACE);
    expect(here.trouble.value).not.toBeNull();
    expect(here.busy.value).toBe(false);
  });
});
