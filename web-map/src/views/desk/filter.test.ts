import { beforeAll, describe, expect, it } from 'vitest';
import { setZone } from '../../core/time';
import { placeQuery, readPlace } from './address-bar';
import { cardOf } from './cards.fixture';
import {
  backFirst,
  byDue,
  criteria,
  matches,
  NO_FILTER,
  NOBODY,
  RECEIVED_STATES,
  type QueueFilter,
  type Reader,
} from './filter';

const now = Date.now();
const fits = (
  card = cardOf(),
  filter: Partial<QueueFilter> = {},
  found: Set<string> | null = null,
  reader: Partial<Reader> = {},
): boolean => matches(card, { ...NO_FILTER, ...filter }, now, { found, reader: { ...NOBODY, ...reader } });

beforeAll(() => setZone('Europe/Paris'));

describe('The filter of the queue', () => {
  it('shows everything that is open, and nothing that is done', () => {
    expect(fits(cardOf({ state: 'FORWARDED' }))).toBe(true);
    expect(fits(cardOf({ state: 'RESOLVED' }))).toBe(false);
  });
  it('keeps the late ones, also those that became late since they were read', () => {
    const overdue = cardOf({}, -5);
    expect(fits(overdue, { late: true })).toBe(true);
    expect(fits({ ...overdue, ring: { ...overdue.ring, late: false } }, { late: true })).toBe(true);
    expect(fits(cardOf(), { late: true })).toBe(false);
  });
  it('shows late and due today together when both are asked for', () => {
    expect(fits(cardOf({}, -5), { late: true, today: true })).toBe(true);
    expect(fits(cardOf({}, 60 * 24 * 3), { late: true, today: true })).toBe(false);
  });
  it('lets the server decide what a text finds', () => {
    const card = cardOf();
    expect(fits(card, { q: 'bonnet' }, new Set([card.id]))).toBe(true);
    expect(fits(card, { q: 'bonnet' }, new Set())).toBe(false);
    expect(fits(card, { q: 'bonnet' }, null)).toBe(false);
  });
  it('calls mine what I follow, and what those follow whose deputy I am', () => {
    const reader = { actsFor: new Set(['me', 'absent']) };
    const followedBy = (id: string) => cardOf({ owner: { id, name: id } });
    expect(fits(followedBy('me'), { mine: true }, null, reader)).toBe(true);
    expect(fits(followedBy('absent'), { mine: true }, null, reader)).toBe(true);
    expect(fits(followedBy('other'), { mine: true }, null, reader)).toBe(false);
    expect(fits(cardOf(), { mine: true }, null, reader)).toBe(false);
  });
  it('keeps in the inbox what waits for the yes of a service that I speak for', () => {
    const reader = { inbox: [{ service: 'Voirie', sector: 'S05' }] };
    const sector = { code: 'S05', name: 'Sud' };
    const inbox = { inbox: true };
    expect(fits(cardOf({ service: 'Voirie', sector }), inbox, null, reader)).toBe(true);
    expect(fits(cardOf({ service: 'Voirie' }), inbox, null, reader)).toBe(false);
    expect(fits(cardOf({ service: 'Parcs', sector }), inbox, null, reader)).toBe(false);
    const agreed = cardOf({ service: 'Voirie', sector, state: 'ASSIGNED' });
    expect(fits(agreed, inbox, null, reader)).toBe(false);
    expect(fits({ ...agreed, transmittedAt: '2026-11-28T09:00:00Z' }, inbox, null, reader)).toBe(true);
    const back = cardOf({ service: 'Voirie', sector, returnCause: 'REFUSED' });
    expect(fits(back, inbox, null, reader)).toBe(false);
    expect(fits(agreed, inbox, null, { answersForAll: true })).toBe(false);
    expect(fits(cardOf(), inbox, null, { answersForAll: true })).toBe(true);
  });
  it('puts what came back to its owner before what is due sooner', () => {
    const [late, back] = [cardOf({}, -60), cardOf({ returnedAt: '2026-11-28T09:00:00Z' }, 600)];
    expect([late, back].sort(backFirst)).toEqual([back, late]);
  });
  it('sorts by due time, and puts what has none last', () => {
    const [late, soon, never] = [cardOf({}, -60), cardOf({}, 10), cardOf({ ring: { late: false } })];
    expect([never, soon, late].sort(byDue)).toEqual([late, soon, never]);
  });
  it('does not count the chips beside the panel as criteria', () => {
    expect(criteria({ ...NO_FILTER, late: true, state: RECEIVED_STATES })).toBe(0);
    expect(criteria({ ...NO_FILTER, domain: ['voirie'], team: 'team-1' })).toBe(2);
  });
});

describe('The address of the page', () => {
  it('carries the filter and the open request there and back', () => {
    const filter: QueueFilter = {
      late: true,
      today: true,
      escalated: true,
      state: ['RECEIVED', 'ASSIGNED'],
      domain: ['voirie', 'eau'],
      category: ['pothole'],
      mine: true,
      inbox: true,
      transferred: true,
      toAcknowledge: true,
      team: 'team-1',
      q: 'rue du Change & co',
    };
    const place = { filter, request: '2026-004217' };
    expect(readPlace(placeQuery(place))).toEqual(place);
  });
  it('is bare when nothing is filtered', () => {
    expect(placeQuery({ filter: NO_FILTER, request: '' })).toBe('');
  });
  it('ignores states that nobody knows', () => {
    expect(readPlace('?state=RECEIVED,LOST').filter.state).toEqual(['RECEIVED']);
  });
});
