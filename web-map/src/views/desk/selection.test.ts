import { beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../core/problem';
import { addDeskMessages } from '../../messages/desk';
import { Board } from './board';
import { detailOf } from './cards.fixture';
import { Selection } from './selection';

const quiet = new Board({ requests: () => Promise.reject(new Error('not asked')) });
beforeAll(() => addDeskMessages());

describe('The open request', () => {
  it('sends the revision that the reader saw', async () => {
    const seen = detailOf({ revision: 7 });
    const selection = new Selection({ request: () => Promise.resolve(seen) }, quiet);
    await selection.select(seen.id);
    let sent = 0;
    await selection.act(
      ({ revision }) => {
        sent = revision;
        return Promise.resolve({ ...seen, revision: 8 });
      },
      () => ({ words: 'fait' }),
    );
    expect(sent).toBe(7);
    expect(selection.current.value?.revision).toBe(8);
  });
  it('shows the fresh state and who was quicker, instead of overwriting', async () => {
    const seen = detailOf({ revision: 7, state: 'RECEIVED' });
    const fresh = { ...seen, revision: 8, state: 'ASSIGNED' as const };
    let answers = 0;
    const selection = new Selection(
      { request: () => Promise.resolve(answers++ === 0 ? seen : fresh) },
      quiet,
    );
    await selection.select(seen.id);
    const worked = await selection.act(
      () =>
        Promise.reject(
          new Problem({
            slug: 'changed-meanwhile',
            status: 412,
            title: '',
            detail: 'Léa a changé le statut il y a 12 s.',
          }),
        ),
      () => ({ words: '' }),
    );
    expect(worked).toBe(false);
    expect(selection.current.value?.state).toBe('ASSIGNED');
    expect(selection.conflict.value).toContain('Léa a changé le statut il y a 12 s.');
  });
  it('does not show an answer for a request that was left meanwhile', async () => {
    const [slow, quick] = [detailOf(), detailOf()];
    let letGo: () => void = () => undefined;
    const selection = new Selection(
      {
        request: (id) =>
          id === quick.id ? Promise.resolve(quick) : new Promise((resolve) => (letGo = () => resolve(slow))),
      },
      quiet,
    );
    const first = selection.select(slow.id);
    await selection.select(quick.id);
    letGo();
    await first;
    expect(selection.current.value?.id).toBe(quick.id);
  });
});
