import { batch, computed, signal } from '@preact/signals';
import type { PublicApi } from '../../../core/api';
import { Live, type LiveChange, type LiveState } from '../../../core/live';
import { Problem } from '../../../core/problem';
import type { Bounds, Counts, RequestCard, RequestDetail, RequestFilter } from '../../../core/types';
import { emptyList, firstPage, withChange, withPage, withWaiting, type ListState } from './list-state';
import { toQuery, type Filters, type PageAddress, type Sort } from './page-address';

export type Loading = 'first' | 'more' | 'done' | 'failed';
/** The open request: its card at once when the list had it, its detail when it has come. */
export interface Selection {
  key: string;
  card: RequestCard | null;
  detail: RequestDetail | null;
  problem: Problem | null;
}

const PAGE_SIZE = 50;
const RECOUNT_MS = 2_500;

/** What is being looked at: filters, box, list, selection; and the live changes to it. */
export class Browse {
  readonly filters;
  readonly sort;
  readonly box = signal<Bounds | null>(null);
  readonly list = signal<ListState>(emptyList());
  /** Another one with each list that is read while the reader is at its top: its rows are made anew, the first ones first. */
  readonly first = signal({});
  readonly loading = signal<Loading>('first');
  readonly counts = signal<Counts | null>(null);
  readonly hovered = signal<string | null>(null);
  readonly selection = signal<Selection | null>(null);
  readonly live = signal<LiveState>('connecting');
  /** Set by the list: whether its first rows are in view. */
  atTop = true;
  readonly selectedId = computed(() => {
    const { detail, card } = this.selection.value ?? {};
    return detail?.id ?? card?.id ?? null;
  });

  private readonly listeners = new Set<(change: LiveChange<RequestCard>) => void>();
  private asking: AbortController | undefined;
  private recount: ReturnType<typeof setTimeout> | undefined;
  private stream: Live<RequestCard> | undefined;

  constructor(
    private readonly api: PublicApi,
    base: string,
    start: PageAddress,
  ) {
    this.filters = signal<Filters>(start.filters);
    this.sort = signal<Sort>(start.sort);
    if (start.request !== null) void this.select(start.request);
    this.stream = new Live<RequestCard>({
      base,
      onChange: (change) => this.changed(change),
      onReload: () => this.reload(),
      onState: (state) => (this.live.value = state),
    });
  }

  close(): void {
    this.stream?.close();
    this.asking?.abort();
    clearTimeout(this.recount);
  }

  /** For the map: every live change from now on. */
  listen(listener: (change: LiveChange<RequestCard>) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  setBox(box: Bounds): void {
    if (this.box.value?.every((side, index) => Math.abs(side - (box[index] ?? 0)) < 1e-6)) return;
    this.box.value = box;
    this.reload();
  }
  setFilters(change: Partial<Filters>): void {
    this.filters.value = { ...this.filters.value, ...change };
    this.reload();
  }
  setSort(sort: Sort): void {
    this.sort.value = sort;
    this.reload();
  }

  /** Reads list and counts anew. */
  reload(): void {
    if (!this.box.value) return;
    this.asking?.abort();
    this.asking = new AbortController();
    const { signal: abort } = this.asking;
    this.loading.value = 'first';
    void this.quietly(async () => {
      const page = await this.api.requests(this.pageQuery(), abort);
      batch(() => {
        this.list.value = firstPage(page, this.list.value);
        if (this.atTop) this.first.value = {};
        this.loading.value = 'done';
      });
    });
    void this.count(abort);
  }

  async loadMore(): Promise<void> {
    const { next } = this.list.value;
    if (next === null || this.loading.value !== 'done') return;
    this.loading.value = 'more';
    await this.quietly(async () => {
      const page = await this.api.requests({ ...this.pageQuery(), after: next }, this.asking?.signal);
      batch(() => {
        this.list.value = withPage(this.list.value, page);
        this.loading.value = 'done';
      });
    });
  }

  showWaiting(): void {
    this.list.value = withWaiting(this.list.value, this.sort.value);
  }

  /** Opens a request by its number or id, or closes the open one. */
  async select(key: string | null): Promise<void> {
    if (key === null) {
      this.selection.value = null;
      return;
    }
    const known = this.list.value.items.find(({ id, number }) => id === key || number === key) ?? null;
    const asked: Selection = { key: known?.number ?? key, card: known, detail: null, problem: null };
    this.selection.value = asked;
    await this.readDetail(asked);
  }

  /** Reads the open request again, such as after following it. */
  async refreshDetail(): Promise<void> {
    const open = this.selection.value;
    if (open) await this.readDetail(open);
  }

  private async readDetail(asked: Selection): Promise<void> {
    const current = (): boolean => this.selection.value?.key === asked.key;
    try {
      const detail = await this.api.request(asked.key);
      if (current()) this.selection.value = { key: asked.key, card: detail, detail, problem: null };
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (current()) this.selection.value = { ...asked, problem };
    }
  }

  private changed(change: LiveChange<RequestCard>): void {
    const { filters, sort, box, atTop } = this;
    if (this.loading.value !== 'first')
      this.list.value = withChange(this.list.value, change, {
        filters: filters.value,
        sort: sort.value,
        box: box.value,
        atTop,
      });
    if (change.id === this.selectedId.value) void this.refreshDetail();
    for (const listener of this.listeners) listener(change);
    // many changes in a row are counted once
    this.recount ??= setTimeout(() => {
      this.recount = undefined;
      void this.count(this.asking?.signal);
    }, RECOUNT_MS);
  }

  /** The chips of other domains keep their numbers while one domain is chosen. */
  private async count(abort?: AbortSignal): Promise<void> {
    await this.quietly(async () => {
      this.counts.value = await this.api.counts({ ...this.query(), domain: [] }, abort);
    });
  }

  private query(): RequestFilter {
    const box = this.box.value;
    return { ...toQuery(this.filters.value), ...(box ? { bbox: box } : {}) };
  }
  private pageQuery() {
    return { ...this.query(), sort: this.sort.value, limit: PAGE_SIZE };
  }

  private async quietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (problem) {
      // a newer question has replaced this one
      if (!(problem instanceof Problem)) return;
      this.loading.value = 'failed';
    }
  }
}
