import { beforeAll, describe, expect, it } from 'vitest';
import type { DeskCard, DeskPage } from '../../core/staff-types';
import { setZone } from '../../core/time';
import { Board } from './board';
import { cardOf } from './cards.fixture';
import { NO_FILTER } from './filter';

const pageOf = (items: DeskCard[], next?: string): DeskPage => ({
  items,
  total: items.length,
  counts: { open: 0, late: 0, dueToday: 0, received: 0 },
  ...(next === undefined ? {} : { next }),
});

async function boardWith(...cards: DeskCard[]): Promise<Board> {
  const board = new Board({ requests: () => Promise.resolve(pageOf(cards)) });
  await board.load();
  return board;
}
const ids = (board: Board): string[] => board.rows.value.map(({ id }) => id);

beforeAll(() => setZone('Europe/Paris'));

describe('The board of requests', () => {
  it('shows the most pressing first', async () => {
    const [later, sooner] = [cardOf({}, 500), cardOf({}, 5)];
    expect(ids(await boardWith(later, sooner))).toEqual([sooner.id, later.id]);
  });
  it('reads every page of a long queue', async () => {
    const cards = [cardOf(), cardOf(), cardOf()];
    const board = new Board({
      requests: ({ after }) =>
        Promise.resolve(after === undefined ? pageOf(cards.slice(0, 2), '2') : pageOf(cards.slice(2))),
    });
    await board.load();
    expect(board.rows.value).toHaveLength(3);
  });
  it('redraws a row where it is, even when it would now sort elsewhere', async () => {
    const [first, second] = [cardOf({}, 5), cardOf({}, 50)];
    const board = await boardWith(first, second);
    const changed = {
      ...first,
      state: 'ASSIGNED' as const,
      revision: 2,
      ring: { ...first.ring, dueAt: '2099-01-01T00:00:00Z' },
    };
    board.apply({ change: 'ASSIGNED', id: first.id, card: changed });
    expect(ids(board)).toEqual([first.id, second.id]);
    expect(board.rows.value[0]?.state).toBe('ASSIGNED');
  });
  it('lets new ones wait until they are asked for', async () => {
    const known = cardOf({}, 50);
    const board = await boardWith(known);
    const fresh = cardOf({}, 5);
    board.apply({ change: 'RECEIVED', id: fresh.id, card: fresh });
    expect(ids(board)).toEqual([known.id]);
    expect(board.waiting.value).toEqual([fresh.id]);
    board.show();
    expect(ids(board)).toEqual([fresh.id, known.id]);
    expect(board.waiting.value).toEqual([]);
  });
  it('does not announce what the filter would hide', async () => {
    const board = await boardWith(cardOf());
    await board.setFilter({ ...NO_FILTER, domain: ['voirie'] });
    const other = cardOf({ domain: 'eau' });
    board.apply({ change: 'RECEIVED', id: other.id, card: other });
    expect(board.waiting.value).toEqual([]);
  });
  it('keeps a row that was finished under the reader’s eyes until the next ordering', async () => {
    const card = cardOf();
    const board = await boardWith(card);
    board.apply({ change: 'RESOLVED', id: card.id, card: { ...card, state: 'RESOLVED', revision: 2 } });
    expect(ids(board)).toEqual([card.id]);
    expect(board.counts.value.open).toBe(0);
    board.show();
    expect(ids(board)).toEqual([]);
  });
  it('takes away what this reader may no longer see', async () => {
    const card = cardOf();
    const board = await boardWith(card);
    board.apply({ change: 'UPDATED', id: card.id, card: null });
    expect(ids(board)).toEqual([]);
  });
  it('puts one’s own new request in its place at once', async () => {
    const [early, late] = [cardOf({}, 5), cardOf({}, 500)];
    const board = await boardWith(early, late);
    const own = cardOf({}, 50);
    board.put(own);
    expect(ids(board)).toEqual([early.id, own.id, late.id]);
    expect(board.waiting.value).toEqual([]);
  });
  it('is not fooled by an answer that was overtaken on the way', async () => {
    const card = cardOf({ revision: 3 });
    const board = await boardWith(card);
    board.put({ ...card, revision: 2, title: 'Ancien titre' });
    expect(board.rows.value[0]?.title).toBe(card.title);
  });
  it('asks the server which requests a text finds', async () => {
    const [wanted, other] = [cardOf(), cardOf()];
    const board = new Board({
      requests: ({ q }) => Promise.resolve(pageOf(q === 'bonnet' ? [wanted] : [wanted, other])),
    });
    await board.load();
    await board.setFilter({ ...NO_FILTER, q: 'bonnet' });
    expect(ids(board)).toEqual([wanted.id]);
  });
  it('makes what came during an interruption wait, and drops what was closed meanwhile', async () => {
    const [stays, goes, fresh] = [cardOf({}, 5), cardOf({}, 6), cardOf({}, 1)];
    let answer = [stays, goes];
    const board = new Board({ requests: () => Promise.resolve(pageOf(answer)) });
    await board.load();
    answer = [stays, fresh];
    await board.load();
    expect(ids(board)).toEqual([stays.id]);
    expect(board.waiting.value).toEqual([fresh.id]);
  });
  it('keeps what came while it was reading', async () => {
    const [known, fresh] = [cardOf({}, 5), cardOf({}, 50)];
    let answer: (page: DeskPage) => void = () => undefined;
    const board = new Board({ requests: () => new Promise((done) => (answer = done)) });
    const reading = board.load();
    board.apply({ change: 'RECEIVED', id: fresh.id, card: fresh });
    board.apply({ change: 'ASSIGNED', id: known.id, card: { ...known, state: 'ASSIGNED', revision: 2 } });
    answer(pageOf([known]));
    await reading;
    expect(ids(board)).toEqual([known.id, fresh.id]);
    expect(board.rows.value[0]?.state).toBe('ASSIGNED');
  });
});
