import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { setLocale } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import type { Catalogue, NewRequest, Point, Registered } from '../../../core/types';
import { addPublicMessages } from '../../../messages/public';
import { addReportMessages } from '../../../messages/report';
import type { App } from '../app';
import type { Draft } from './draft';
import type { DraftStore } from './draft-store';
import { Report } from './report';

const position: Point = { type: 'Point', coordinates: [2.9, 47.35] };
const registered = { id: 'r', number: '2026-000001', promises: [] } as unknown as Registered;
const problem = (slug: string, status: number, errors: Problem['errors'] = []) =>
  new Problem({ slug, status, title: slug, detail: `${slug}.`, errors });

const catalogue: Catalogue = { domains: [] };

/** A store that only remembers. */
function memory(): DraftStore & { kept: Draft | null } {
  return {
    kept: null,
    async read() {
      return this.kept;
    },
    async write(draft) {
      this.kept = draft;
    },
    async clear() {
      this.kept = null;
    },
  };
}

function begun(answer: (body: NewRequest, key: string) => Promise<Registered>, inside = true) {
  const report = vi.fn(answer);
  const api = {
    report,
    catalogue: async () => catalogue,
    locate: async () => ({ inside, placement: { rule: 'COVERS', sentence: '' } }),
    nearby: async () => ({ radiusMetres: 50, items: [] }),
    assetsNear: async () => ({ items: [] }),
    nearestAddress: async () => ({ label: '1 rue Haute', position }),
  };
  const app = {
    base: '/aubrelle',
    locale: 'fr',
    api,
    catalogue,
    jurisdiction: { name: 'Aubrelle', bounds: [2, 47, 3, 48] },
  } as unknown as App;
  const store = memory();
  const writing = new Report(app, store, { position, address: '' }, null);
  writing.change({ text: 'Trou', category: 'pothole', categoryChosen: true, step: 'review' });
  open.push(writing);
  return { writing, report, store, api };
}
const open: Report[] = [];

beforeAll(async () => {
  await addPublicMessages('fr');
  addReportMessages();
  setLocale('fr');
});
afterEach(() => {
  open.splice(0).forEach((writing) => writing.close());
  vi.useRealTimers();
});

describe('sending a report', () => {
  it('shows its number and forgets the draft', async () => {
    const { writing, store } = begun(async () => registered);
    await writing.submit();
    expect(writing.sent.value?.number).toBe('2026-000001');
    expect(store.kept).toBeNull();
  });

  it('keeps the draft without network, says so, and sends the same again when it is back', async () => {
    let online = false;
    const { writing, report, store } = begun(async () => {
      if (!online) throw problem('offline', 0);
      return registered;
    });
    await writing.submit();
    expect(writing.problem.value).toContain('Pas de réseau');
    expect(store.kept?.text).toBe('Trou');
    online = true;
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(writing.sent.value).not.toBeNull());
    expect(report.mock.calls[1]).toEqual(report.mock.calls[0]);
  });

  it('asks for the lost answer when the first sending had arrived after all', async () => {
    const answers = [problem('offline', 0), problem('idempotency-key-reused', 422)];
    const { writing, report } = begun(async () => {
      const refusal = answers.shift();
      if (refusal) throw refusal;
      return registered;
    });
    await writing.submit();
    writing.change({ text: 'Trou profond' });
    await writing.submit();
    expect(report.mock.calls[1]?.[0].description).toBe('Trou profond');
    expect(report.mock.calls[2]).toEqual(report.mock.calls[0]);
    expect(writing.sent.value?.number).toBe('2026-000001');
  });

  it('brings a refusal to its field, and tries under a new key', async () => {
    const { writing, report } = begun(async () => {
      throw problem('invalid', 422, [{ field: 'description', detail: 'Plus de mots.' }]);
    });
    await writing.submit();
    expect(writing.draft.value.step).toBe('what');
    expect(writing.errors.value['description']).toBe('Plus de mots.');
    await writing.submit();
    expect(report.mock.calls[1]?.[1]).not.toBe(report.mock.calls[0]?.[1]);
  });

  it('keeps its key when it was too often or the service failed: an earlier try may have arrived', async () => {
    const answers = [
      problem('offline', 0),
      problem('too-many-reports', 429),
      problem('unexpected-failure', 500),
    ];
    const { writing, report } = begun(async () => {
      const refusal = answers.shift();
      if (refusal) throw refusal;
      return registered;
    });
    for (let i = 0; i < 4; i++) await writing.submit();
    expect(new Set(report.mock.calls.map(([, key]) => key)).size).toBe(1);
    expect(writing.sent.value?.number).toBe('2026-000001');
  });

  it('refuses a contact that reaches nobody before anything leaves', async () => {
    const { writing, report } = begun(async () => registered);
    writing.change({ contact: 'marie@' });
    await writing.submit();
    expect(report).not.toHaveBeenCalled();
    expect(writing.errors.value['contact']).toBeDefined();
  });
});

describe('the place of a report', () => {
  it('brings its address with it, unless that was written by hand', async () => {
    const { writing } = begun(async () => registered);
    await vi.waitFor(() => expect(writing.draft.value.address).toBe('1 rue Haute'));
    writing.change({ address: 'devant l’école', addressTyped: true });
    writing.place({ type: 'Point', coordinates: [2.91, 47.35] }, 'PIN');
    await new Promise((resolve) => setTimeout(resolve, 450));
    expect(writing.draft.value.address).toBe('devant l’école');
  });

  it('has no address where none is near, not that of the place before', async () => {
    const { writing, api } = begun(async () => registered);
    await vi.waitFor(() => expect(writing.draft.value.address).toBe('1 rue Haute'));
    api.nearestAddress = async () => {
      throw problem('no-address-near', 404);
    };
    writing.place({ type: 'Point', coordinates: [2.91, 47.35] }, 'PIN');
    await vi.waitFor(() => expect(writing.draft.value.address).toBe(''));
  });

  it('is refused outside the commune, with a sentence', async () => {
    const { writing } = begun(async () => registered, false);
    await vi.waitFor(() => expect(writing.here.located.value?.inside).toBe(false));
    expect(writing.check('where')).toBe(false);
    expect(writing.errors.value['position']).toContain('Aubrelle');
  });

  it('is not taken from the middle of the map when an unknown address was written', () => {
    const { writing } = begun(async () => registered);
    writing.change({ address: '12 rue Inconnue', addressTyped: true, placed: false });
    expect(writing.check('where')).toBe(false);
    writing.place(position, 'ADDRESS', '12 rue Connue');
    expect(writing.check('where')).toBe(true);
  });
});
