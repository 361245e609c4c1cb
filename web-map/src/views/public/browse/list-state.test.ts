import { describe, expect, it } from 'vitest';
import type { RequestCard } from '../../../core/types';
import { firstPage, matches, withChange, withPage, withWaiting, type Scope } from './list-state';
import { noFilters } from './page-address';

const at = (minutesAgo: number): string => new Date(Date.now() - minutesAgo * 60_000).toISOString();
const card = (id: string, minutesAgo: number, more: Partial<RequestCard> = {}): RequestCard => ({
  id,
  number: id,
  kind: 'INCIDENT',
  state: 'RECEIVED',
  category: 'pothole',
  title: 'Trou',
  glyph: 'street',
  domain: 'voirie',
  address: '1 rue Haute',
  position: { type: 'Point', coordinates: [2.9, 47.35] },
  receivedAt: at(minutesAgo),
  changedAt: at(minutesAgo),
  ring: { late: false, left: 0.5, dueAt: at(-minutesAgo) },
  ...more,
});
const scope: Scope = { filters: noFilters(), sort: 'received', box: [2.8, 47.3, 3, 47.4], atTop: true };
const list = firstPage({ items: [card('a', 10), card('b', 20)], total: 12, next: 'cursor' });
const ids = (items: readonly RequestCard[]): string => items.map(({ id }) => id).join('');
const received = (request: RequestCard) => ({ change: 'RECEIVED', card: request, id: request.id });

describe('a change that arrives live', () => {
  it('puts a new request on top while the reader is at the top', () => {
    const after = withChange(list, received(card('n', 0)), scope);
    expect(ids(after.items)).toBe('nab');
    expect(after.total).toBe(13);
  });

  it('keeps new requests waiting while the reader is further down, and lets them in when asked', () => {
    const below = { ...scope, atTop: false };
    const once = withChange(list, received(card('n', 1)), below);
    const twice = withChange(once, received(card('m', 0)), below);
    expect(ids(twice.items)).toBe('ab');
    expect(twice.waiting).toHaveLength(2);
    expect(ids(withWaiting(twice, 'received').items)).toBe('mnab');
  });

  it('changes a row where it stands', () => {
    const after = withChange(list, received(card('b', 20, { state: 'ASSIGNED' })), scope);
    expect(ids(after.items)).toBe('ab');
    expect(after.items[1]?.state).toBe('ASSIGNED');
    expect(after.total).toBe(12);
  });

  it('removes what is no longer visible or no longer asked for', () => {
    expect(ids(withChange(list, { change: 'REJECTED', card: null, id: 'a' }, scope).items)).toBe('b');
    expect(ids(withChange(list, received(card('a', 10, { state: 'REJECTED' })), scope).items)).toBe('b');
  });

  it('ignores what lies outside the map, or is older than what is loaded', () => {
    const elsewhere = card('n', 0, { position: { type: 'Point', coordinates: [5, 47] } });
    expect(withChange(list, received(elsewhere), scope)).toBe(list);
    expect(withChange(list, received(card('old', 999)), scope)).toBe(list);
  });

  it('goes to its place by due time when the list is in that order', () => {
    const due = (id: string, minutes: number) => card(id, 5, { ring: { late: false, dueAt: at(-minutes) } });
    const byDue = firstPage({ items: [due('a', 10), due('c', 30)], total: 2 });
    const after = withChange(byDue, received(due('b', 20)), { ...scope, sort: 'due' });
    expect(ids(after.items)).toBe('abc');
  });
});

describe('the next page', () => {
  it('does not repeat what came in live', () => {
    const after = withPage(list, { items: [card('b', 20), card('c', 30)], total: 12 });
    expect(ids(after.items)).toBe('abc');
    expect(after.next).toBeNull();
  });
});

describe('requests shown without a choice', () => {
  it('are the open ones and those resolved in the last thirty days', () => {
    const done = (days: number) => card('d', 0, { state: 'RESOLVED', resolvedAt: at(days * 24 * 60) });
    expect(matches(done(29), scope)).toBe(true);
    expect(matches(done(31), scope)).toBe(false);
    expect(matches(card('f', 0, { state: 'FORWARDED' }), scope)).toBe(true);
    expect(matches(card('r', 0, { state: 'REJECTED' }), scope)).toBe(false);
  });
});

describe('a list that is read again', () => {
  it('keeps the cards that have not changed, so that their rows stay', () => {
    const again = firstPage(
      { items: [{ ...(list.items[0] as RequestCard) }, { ...card('b', 20), state: 'RESOLVED' }], total: 2 },
      list,
    );
    expect(again.items[0]).toBe(list.items[0]);
    expect(again.items[1]?.state).toBe('RESOLVED');
  });
});
