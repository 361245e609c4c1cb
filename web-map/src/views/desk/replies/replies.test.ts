import { expect, test, vi } from 'vitest';
import type { ReplyApi } from '../../../core/reply-api';
import { Problem } from '../../../core/problem';
import type { Letter, Replies as Body } from '../../../core/reply-types';
import { Replies } from './replies';

const LETTER = { id: 'l', revision: 3, state: 'SUBMITTED' } as Letter;
const body = (letter: Partial<Letter> = {}): Body => ({
  required: true,
  answered: false,
  current: { ...LETTER, ...letter },
  sent: [],
  templates: [],
  chain: [],
});
const changed = new Problem({
  slug: 'reply-changed-meanwhile',
  status: 412,
  title: '',
  detail: 'La réponse a changé.',
});

function apiWith(api: Partial<ReplyApi>): ReplyApi {
  return {
    of: () => Promise.resolve(body()),
    waiting: () => Promise.resolve({ items: [] }),
    ...api,
  } as ReplyApi;
}

test('a decision names the revision that was read and shows what follows', async () => {
  const act = vi.fn(() => Promise.resolve(body({ revision: 4, state: 'APPROVED' })));
  const afterwards = vi.fn();
  const replies = new Replies(apiWith({ act }), afterwards);
  await replies.load('r');

  expect(await replies.act(LETTER, 'approvals')).toBe(true);

  expect(act).toHaveBeenCalledWith('r', 3, 'approvals', undefined);
  expect(replies.body.value?.current?.state).toBe('APPROVED');
  expect(afterwards).toHaveBeenCalledOnce();
});

test('when someone was quicker, what they did is shown with the sentence that says so', async () => {
  const of = vi.fn(() => Promise.resolve(body({ revision: 5, state: 'DRAFT' })));
  const replies = new Replies(apiWith({ of, act: () => Promise.reject(changed) }), () => undefined);
  await replies.load('r');

  expect(await replies.act(LETTER, 'approvals')).toBe(false);

  expect(of).toHaveBeenCalledTimes(2);
  expect(replies.body.value?.current?.revision).toBe(5);
  expect(replies.problem.value).toBe('La réponse a changé.');
});

test('an answer that comes after the reader went on to another request is not shown', async () => {
  let answer: (late: Body) => void = () => undefined;
  const slow = new Promise<Body>((resolve) => (answer = resolve));
  const of = (id: string): Promise<Body> => (id === 'slow' ? slow : Promise.resolve(body({ id: 'quick' })));
  const replies = new Replies(apiWith({ of }), () => undefined);
  const first = replies.load('slow');
  await replies.load('quick');

  answer(body({ id: 'slow' }));
  await first;

  expect(replies.body.value?.current?.id).toBe('quick');
});
