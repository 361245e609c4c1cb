import { sameDay } from '../../core/time';
import type { InboxScope } from '../../core/following-types';
import type { DeskCard } from '../../core/staff-types';
import type { State } from '../../core/types';

/** What the queue shows; all of it stands in the page's address. */
export interface QueueFilter {
  late: boolean;
  today: boolean;
  /** Only what stands on a step of its ladder. */
  escalated: boolean;
  state: readonly State[];
  domain: readonly string[];
  category: readonly string[];
  /** What the reader follows, also as a deputy; what came back to them stands first. */
  mine: boolean;
  /** What waits for the yes of a service that the reader speaks for. */
  inbox: boolean;
  /** What changed hands more than once. */
  transferred: boolean;
  /** Whoever asked is still to be told that it was received. */
  toAcknowledge: boolean;
  /** A team's id. */
  team: string;
  /** Matched by the server, which also knows names and telephone numbers. */
  q: string;
}

export const NO_FILTER: QueueFilter = {
  late: false,
  today: false,
  escalated: false,
  state: [],
  domain: [],
  category: [],
  mine: false,
  inbox: false,
  transferred: false,
  toAcknowledge: false,
  team: '',
  q: '',
};
/** For whom the reader acts and answers. */
export interface Reader {
  actsFor: ReadonlySet<string>;
  answersForAll: boolean;
  inbox: readonly InboxScope[];
}
export const NOBODY: Reader = { actsFor: new Set(), answersForAll: false, inbox: [] };
export const OPEN_STATES: readonly State[] = ['RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED'];
/** Nobody has taken these in hand yet. */
export const RECEIVED_STATES: readonly State[] = ['RECEIVED', 'REOPENED'];

export const isOpen = ({ state }: { state: State }): boolean => OPEN_STATES.includes(state);

export const isEscalated = ({ escalationStep }: DeskCard): boolean => escalationStep !== undefined;

export function isLate({ ring }: DeskCard, now: number): boolean {
  if (ring.late) return true;
  return ring.dueAt !== undefined && ring.pausedAt === undefined && Date.parse(ring.dueAt) < now;
}
export function isDueToday(card: DeskCard, now: number): boolean {
  return card.ring.dueAt !== undefined && !isLate(card, now) && sameDay(card.ring.dueAt, now);
}

/** What the page knows besides: the ids that the server found for the text, and who is reading. */
export interface Known {
  found: ReadonlySet<string> | null;
  reader: Reader;
}

/** Whether a card belongs in the queue. */
export function matches(card: DeskCard, filter: QueueFilter, now: number, { found, reader }: Known): boolean {
  const within = (list: readonly string[], value: string): boolean =>
    list.length === 0 || list.includes(value);
  return (
    isOpen(card) &&
    inTime(card, filter, now) &&
    inHand(card, filter, reader) &&
    (!filter.escalated || isEscalated(card)) &&
    within(filter.state, card.state) &&
    within(filter.domain, card.domain) &&
    within(filter.category, card.category) &&
    (filter.team === '' || card.team?.id === filter.team) &&
    (filter.q === '' || (found?.has(card.id) ?? false))
  );
}

function inHand(card: DeskCard, filter: QueueFilter, reader: Reader): boolean {
  return (
    (!filter.mine || isMine(card, reader)) &&
    (!filter.inbox || isInInbox(card, reader)) &&
    (!filter.transferred || (card.transfers ?? 0) > 1) &&
    (!filter.toAcknowledge || card.toAcknowledge === true)
  );
}

export function isMine({ owner }: DeskCard, { actsFor }: Reader): boolean {
  return owner !== undefined && actsFor.has(owner.id);
}

/** Whether a service has to say yes or no, and the reader speaks for it. */
export function isInInbox(card: DeskCard, { answersForAll, inbox }: Reader): boolean {
  const waits =
    card.transmittedAt !== undefined ||
    (RECEIVED_STATES.includes(card.state) && card.returnCause !== 'REFUSED');
  return (
    waits &&
    (answersForAll ||
      inbox.some(
        ({ service, category, sector }) =>
          service === card.service &&
          (category === undefined || category === card.category) &&
          (sector === undefined || sector === card.sector?.code),
      ))
  );
}

/** Late and due today are both clocks: asking for both shows what is due by tonight. */
function inTime(card: DeskCard, { late, today }: QueueFilter, now: number): boolean {
  if (!late && !today) return true;
  return (late && isLate(card, now)) || (today && isDueToday(card, now));
}

/** Late first, then by due time; what has no due time comes last. */
export function byDue(a: DeskCard, b: DeskCard): number {
  const [left, right] = [a.ring.dueAt ?? '9', b.ring.dueAt ?? '9'];
  if (left !== right) return left < right ? -1 : 1;
  return a.receivedAt === b.receivedAt ? (a.id < b.id ? -1 : 1) : a.receivedAt < b.receivedAt ? -1 : 1;
}

/** What came back to its owner, then as everywhere. */
export function backFirst(a: DeskCard, b: DeskCard): number {
  return Number(b.returnedAt !== undefined) - Number(a.returnedAt !== undefined) || byDue(a, b);
}

/** How many criteria of the filter panel are in use; the chips beside it show themselves. */
export function criteria({ state, domain, category, team, transferred, q }: QueueFilter): number {
  const received = state.join() === RECEIVED_STATES.join();
  return [
    state.length > 0 && !received,
    domain.length > 0,
    category.length > 0,
    team !== '',
    transferred,
    q !== '',
  ].filter(Boolean).length;
}

const list = (query: URLSearchParams, name: string): string[] =>
  (query.get(name) ?? '').split(',').filter((value) => value !== '');

export function filterFrom(query: URLSearchParams): QueueFilter {
  return {
    late: query.get('late') === 'true',
    today: query.get('due') === 'today',
    escalated: query.get('escalated') === 'true',
    state: list(query, 'state').filter((state): state is State => OPEN_STATES.includes(state as State)),
    domain: list(query, 'domain'),
    category: list(query, 'category'),
    mine: query.get('owner') === 'me',
    inbox: query.get('inbox') === 'true',
    transferred: query.get('transferred') === 'true',
    toAcknowledge: query.get('toAcknowledge') === 'true',
    team: query.get('team') ?? '',
    q: query.get('q') ?? '',
  };
}

export function writeFilter(query: URLSearchParams, filter: QueueFilter): void {
  const put = (name: string, value: string): void => {
    if (value === '') query.delete(name);
    else query.set(name, value);
  };
  put('late', filter.late ? 'true' : '');
  put('due', filter.today ? 'today' : '');
  put('escalated', filter.escalated ? 'true' : '');
  put('state', filter.state.join(','));
  put('domain', filter.domain.join(','));
  put('category', filter.category.join(','));
  put('owner', filter.mine ? 'me' : '');
  put('inbox', filter.inbox ? 'true' : '');
  put('transferred', filter.transferred ? 'true' : '');
  put('toAcknowledge', filter.toAcknowledge ? 'true' : '');
  put('team', filter.team);
  put('q', filter.q);
}
