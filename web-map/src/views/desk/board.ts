import { present } from '../../core/clock';
import { batch, computed, signal } from '@preact/signals';
import type { DeskApi } from '../../core/staff-api';
import type { DeskCard } from '../../core/staff-types';
import type { LiveChange } from '../../core/live';
import {
  backFirst,
  byDue,
  isDueToday,
  isEscalated,
  isInInbox,
  isLate,
  isMine,
  isOpen,
  matches,
  NO_FILTER,
  NOBODY,
  RECEIVED_STATES,
} from './filter';
import type { QueueFilter, Reader } from './filter';
import { now } from '../../ui/clock';

const PAGE = 500;
const MOST_PAGES = 20;
const MOST_RESOLVED = 500;
const SHOWN_RESOLVED_MS = 7 * 24 * 3_600_000;

type Cards = ReadonlyMap<string, DeskCard>;

/**
 * Every open request, and the order the queue shows them in. Changes redraw rows where they are; the order itself
 * only changes when the reader asks for it.
 */
export class Board {
  readonly cards = signal<Cards>(new Map());
  /** The rows, fixed until the filter changes or new ones are asked for. */
  readonly order = signal<readonly string[]>([]);
  /** New ones that wait to be shown. */
  readonly waiting = signal<readonly string[]>([]);
  readonly loaded = signal(false);
  readonly filter = signal<QueueFilter>(NO_FILTER);
  readonly resolved = signal<readonly DeskCard[]>([]);
  /** For whom the reader acts and answers. */
  readonly reader = signal<Reader>(NOBODY);
  readonly rows = computed(() => this.order.value.map((id) => this.cards.value.get(id)).filter(known));
  readonly open = computed(() => [...this.cards.value.values()].filter(isOpen));
  readonly counts = computed(() => {
    const cards = this.open.value;
    const at = now.value;
    return {
      open: cards.length,
      late: cards.filter((card) => isLate(card, at)).length,
      today: cards.filter((card) => isDueToday(card, at)).length,
      received: cards.filter(({ state }) => RECEIVED_STATES.includes(state)).length,
      mine: cards.filter((card) => isMine(card, this.reader.value)).length,
      inbox: cards.filter((card) => isInInbox(card, this.reader.value)).length,
      toAcknowledge: cards.filter(({ toAcknowledge }) => toAcknowledge === true).length,
      escalated: cards.filter(isEscalated).length,
    };
  });
  private found: ReadonlySet<string> | null = null;
  private asked = 0;
  /** What comes while everything is being read, per reading: some of it may be newer than what was read. */
  private readonly meanwhile = new Set<LiveChange<DeskCard>[]>();

  constructor(private readonly api: Pick<DeskApi, 'requests'>) {}

  /** Reads everything again. The first time it makes the rows; later it only fills gaps. */
  async load(): Promise<void> {
    const changes: LiveChange<DeskCard>[] = [];
    this.meanwhile.add(changes);
    const fresh = await this.readAll().finally(() => this.meanwhile.delete(changes));
    batch(() => {
      const before = this.cards.value;
      const next = new Map(fresh.map((card) => [card.id, card]));
      // rows that were finished under the reader's eyes stay where they are
      for (const id of this.order.value) {
        const card = before.get(id);
        if (card && !isOpen(card) && !next.has(id)) next.set(id, card);
      }
      this.cards.value = next;
      for (const change of changes) this.take(change);
      if (!this.loaded.value) this.show();
      else this.settle();
      this.loaded.value = true;
    });
    if (this.filter.value.q !== '') await this.search();
  }

  /** Requests finished in the last seven days, for the map. */
  async loadResolved(): Promise<void> {
    const page = await this.api.requests({
      state: ['RESOLVED', 'CLOSED'],
      sort: 'received',
      limit: MOST_RESOLVED,
    });
    const since = present() - SHOWN_RESOLVED_MS;
    this.resolved.value = page.items.filter(
      ({ resolvedAt, changedAt }) => Date.parse(resolvedAt ?? changedAt) > since,
    );
  }

  async setFilter(filter: QueueFilter): Promise<void> {
    const text = filter.q !== this.filter.value.q;
    this.filter.value = filter;
    if (text) await this.search();
    else this.show();
  }

  /** Puts the queue in order again, with what waited. */
  show(): void {
    batch(() => {
      this.order.value = this.wanted()
        .sort(this.inOrder())
        .map(({ id }) => id);
      this.waiting.value = [];
    });
  }

  /** A change by anyone: rows are redrawn where they are, new ones wait. */
  apply(change: LiveChange<DeskCard>): void {
    for (const changes of this.meanwhile) changes.push(change);
    if (!this.loaded.value) return;
    batch(() => {
      this.take(change);
      this.settle();
    });
  }

  /** A request of one's own doing: it is shown at once, in its place. */
  put(card: DeskCard): void {
    const isNew = !this.cards.value.has(card.id);
    batch(() => {
      this.write(card);
      if (isNew && this.isWanted(card)) this.insert(card);
      this.settle();
    });
  }

  private take({ card, id }: LiveChange<DeskCard>): void {
    if (card) this.write(card);
    else this.forget(id);
  }

  private write(card: DeskCard): void {
    const known = this.cards.value.get(card.id);
    // an answer that was overtaken on the way must not bring back the past
    if (known && known.revision > card.revision) return;
    if (!isOpen(card) && !known) return;
    this.cards.value = new Map(this.cards.value).set(card.id, card);
  }

  private forget(id: string): void {
    const cards = new Map(this.cards.value);
    cards.delete(id);
    this.cards.value = cards;
  }

  private insert(card: DeskCard): void {
    const rows = this.rows.value;
    const after = rows.findIndex((row) => this.inOrder()(row, card) > 0);
    const ids = rows.map(({ id }) => id);
    ids.splice(after < 0 ? ids.length : after, 0, card.id);
    this.order.value = ids;
  }

  /** Rows without a card leave; matching cards without a row wait. */
  private settle(): void {
    const kept = this.order.value.filter((id) => this.cards.value.has(id));
    if (kept.length !== this.order.value.length) this.order.value = kept;
    const shown = new Set(kept);
    this.waiting.value = this.wanted()
      .filter(({ id }) => !shown.has(id))
      .map(({ id }) => id);
  }

  private wanted(): DeskCard[] {
    return [...this.cards.value.values()].filter((card) => this.isWanted(card));
  }
  private isWanted(card: DeskCard): boolean {
    return matches(card, this.filter.value, present(), { found: this.found, reader: this.reader.value });
  }
  private inOrder(): (a: DeskCard, b: DeskCard) => number {
    return this.filter.value.mine ? backFirst : byDue;
  }

  private async search(): Promise<void> {
    const { q } = this.filter.value;
    const asked = ++this.asked;
    this.found = q === '' ? null : new Set();
    if (q !== '') {
      const page = await this.api.requests({ q, limit: PAGE });
      // an answer to an older text must not replace a newer one
      if (asked !== this.asked) return;
      this.found = new Set(page.items.map(({ id }) => id));
    }
    this.show();
  }

  private async readAll(): Promise<DeskCard[]> {
    const cards: DeskCard[] = [];
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const { items, next } = await this.api.requests({
        sort: 'due',
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      cards.push(...items);
      if (next === undefined) break;
      after = next;
    }
    return cards;
  }
}

function known(card: DeskCard | undefined): card is DeskCard {
  return card !== undefined;
}
