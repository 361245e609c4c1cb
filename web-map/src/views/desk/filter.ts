import { sameDay } from '../../core/time';
import type { DeskCard } from '../../core/staff-types';
import type { State } from '../../core/types';

/** What the queue shows; all of it stands in the page's address. */
export interface QueueFilter {
  late: boolean;
  today: boolean;
  state: readonly State[];
  domain: readonly string[];
  category: readonly string[];
  /** A team's id. */
  team: string;
  /** Matched by the server, which also knows names and telephone numbers. */
  q: string;
}

export const NO_FILTER: QueueFilter = {
  late: false,
  today: false,
  state: [],
  domain: [],
  category: [],
  team: '',
  q: '',
};
export const OPEN_STATES: readonly State[] = ['RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'FORWARDED', 'REOPENED'];
/** Nobody has taken these in hand yet. */
export const RECEIVED_STATES: readonly State[] = ['RECEIVED', 'REOPENED'];

export const isOpen = ({ state }: { state: State }): boolean => OPEN_STATES.includes(state);

export function isLate({ ring }: DeskCard, now: number): boolean {
  if (ring.late) return true;
  return ring.dueAt !== undefined && ring.pausedAt === undefined && Date.parse(ring.dueAt) < now;
}
export function isDueToday(card: DeskCard, now: number): boolean {
  return card.ring.dueAt !== undefined && !isLate(card, now) && sameDay(card.ring.dueAt, now);
}

/** Whether a card belongs in the queue; `found` are the ids the server found for the text. */
export function matches(
  card: DeskCard,
  filter: QueueFilter,
  now: number,
  found: ReadonlySet<string> | null,
): boolean {
  const within = (list: readonly string[], value: string): boolean =>
    list.length === 0 || list.includes(value);
  return (
    isOpen(card) &&
    inTime(card, filter, now) &&
    within(filter.state, card.state) &&
    within(filter.domain, card.domain) &&
    within(filter.category, card.category) &&
    (filter.team === '' || card.team?.id === filter.team) &&
    (filter.q === '' || (found?.has(card.id) ?? false))
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

/** How many criteria of the filter panel are in use; the chips beside it show themselves. */
export function criteria({ state, domain, category, team, q }: QueueFilter): number {
  const received = state.join() === RECEIVED_STATES.join();
  return [
    state.length > 0 && !received,
    domain.length > 0,
    category.length > 0,
    team !== '',
    q !== '',
  ].filter(Boolean).length;
}

const list = (query: URLSearchParams, name: string): string[] =>
  (query.get(name) ?? '').split(',').filter((value) => value !== '');

export function filterFrom(query: URLSearchParams): QueueFilter {
  return {
    late: query.get('late') === 'true',
    today: query.get('due') === 'today',
    state: list(query, 'state').filter((state): state is State => OPEN_STATES.includes(state as State)),
    domain: list(query, 'domain'),
    category: list(query, 'category'),
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
  put('state', filter.state.join(','));
  put('domain', filter.domain.join(','));
  put('category', filter.category.join(','));
  put('team', filter.team);
  put('q', filter.q);
}
