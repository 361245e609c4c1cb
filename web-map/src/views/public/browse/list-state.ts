import { present } from '../../../core/clock';
import type { LiveChange } from '../../../core/live';
import type { Bounds, Page, RequestCard, State } from '../../../core/types';
import { toQuery, type Filters, type Sort } from './page-address';

/** The list beside the map. */
export interface ListState {
  items: readonly RequestCard[];
  total: number;
  next: string | null;
  /** New requests that wait above the list, so that rows never jump under the reader's eyes. */
  waiting: readonly RequestCard[];
}
/** What belongs into the list. */
export interface Scope {
  filters: Filters;
  sort: Sort;
  box: Bounds | null;
  /** The reader looks at the first rows: new ones may come in at once. */
  atTop: boolean;
}

const OPEN: readonly State[] = ['RECEIVED', 'ASSIGNED', 'IN_PROGRESS', 'REOPENED', 'FORWARDED'];
const THIRTY_DAYS_MS = 30 * 86_400_000;

export const emptyList = (): ListState => ({ items: [], total: 0, next: null, waiting: [] });

/** Cards that say the same as before stay what they were, so that their rows are not drawn again. */
export function firstPage(page: Page<RequestCard>, before: ListState = emptyList()): ListState {
  const known = new Map(before.items.map((card) => [card.id, card]));
  const items = page.items.map((card) => {
    const earlier = known.get(card.id);
    return earlier && JSON.stringify(earlier) === JSON.stringify(card) ? earlier : card;
  });
  return { items, total: page.total, next: page.next ?? null, waiting: [] };
}

/** Adds the next page; what came in live meanwhile is not repeated. */
export function withPage(list: ListState, page: Page<RequestCard>): ListState {
  const known = new Set(list.items.map(({ id }) => id));
  const fresh = page.items.filter(({ id }) => !known.has(id));
  return { ...list, items: [...list.items, ...fresh], total: page.total, next: page.next ?? null };
}

/** Takes one change from the live stream into the list. */
export function withChange(list: ListState, change: LiveChange<RequestCard>, scope: Scope): ListState {
  const { card, id } = change;
  const shown = list.items.some((item) => item.id === id);
  const waits = list.waiting.some((item) => item.id === id);
  if (!card || !matches(card, scope)) return shown || waits ? without(list, id) : list;
  if (shown) return { ...list, items: replaced(list.items, card) };
  if (waits) return { ...list, waiting: replaced(list.waiting, card) };
  // an older request that lies further down will come with its page
  if (!isNew(list, card, scope.sort)) return list;
  const counted = { ...list, total: list.total + 1 };
  return scope.atTop
    ? { ...counted, items: inserted(list.items, card, scope.sort) }
    : { ...counted, waiting: [card, ...list.waiting] };
}

/** Lets the waiting ones in. */
export function withWaiting(list: ListState, sort: Sort): ListState {
  const items = [...list.waiting].reverse().reduce((all, card) => inserted(all, card, sort), list.items);
  return { ...list, items, waiting: [] };
}

/** Whether a request is one of those asked for; the same rule as the server's. */
export function matches(
  card: RequestCard,
  { filters, box }: Pick<Scope, 'filters' | 'box'>,
  now = present(),
): boolean {
  const { domain, category, state, late } = filters;
  const among = <T>(wanted: readonly T[], value: T): boolean => wanted.length === 0 || wanted.includes(value);
  if (!among(domain, card.domain) || !among(category, card.category)) return false;
  if (late && !card.ring.late) return false;
  const { from } = toQuery(filters, now);
  if (from !== undefined && Date.parse(card.receivedAt) < Date.parse(from)) return false;
  const stateFits = state.length > 0 ? state.includes(card.state) : shownByDefault(card, now);
  return stateFits && (box === null || inside(card, box));
}

function shownByDefault({ state, resolvedAt, changedAt }: RequestCard, now: number): boolean {
  if (OPEN.includes(state)) return true;
  if (state !== 'RESOLVED' && state !== 'CLOSED') return false;
  return now - Date.parse(resolvedAt ?? changedAt) < THIRTY_DAYS_MS;
}

function inside({ position }: RequestCard, [west, south, east, north]: Bounds): boolean {
  if (!position) return false;
  const [lon, lat] = position.coordinates;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function isNew(list: ListState, card: RequestCard, sort: Sort): boolean {
  const last = list.items.at(-1);
  // everything is loaded, or it sorts above what is
  return list.next === null || last === undefined || rank(card, sort) < rank(last, sort);
}

function inserted(items: readonly RequestCard[], card: RequestCard, sort: Sort): RequestCard[] {
  const at = items.findIndex((item) => rank(item, sort) > rank(card, sort));
  return at < 0 ? [...items, card] : [...items.slice(0, at), card, ...items.slice(at)];
}

/** Smaller comes first. */
function rank({ receivedAt, ring }: RequestCard, sort: Sort): number {
  if (sort === 'received') return -Date.parse(receivedAt);
  return ring.dueAt === undefined ? Infinity : Date.parse(ring.dueAt);
}

function without(list: ListState, id: string): ListState {
  const others = (items: readonly RequestCard[]) => items.filter((item) => item.id !== id);
  return {
    ...list,
    items: others(list.items),
    waiting: others(list.waiting),
    total: Math.max(0, list.total - 1),
  };
}

function replaced(items: readonly RequestCard[], card: RequestCard): RequestCard[] {
  return items.map((item) => (item.id === card.id ? card : item));
}
