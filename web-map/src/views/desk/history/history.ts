import { batch, computed, signal } from '@preact/signals';
import type { DeskApi } from '../../../core/staff-api';
import type { DeskCard, HistoryPage, SearchBy } from '../../../core/staff-types';
import { historyHash } from '../address-bar';
import { problemWords } from '../words';

/** A search of the history: what is asked, and the pages that have come so far. */
export class HistorySearch {
  readonly text = signal('');
  readonly by = signal<SearchBy>('EVERYTHING');
  readonly pages = signal<readonly HistoryPage[]>([]);
  readonly busy = signal(false);
  readonly trouble = signal<string | null>(null);
  readonly page = computed(() => this.pages.value.at(-1));
  readonly found = computed<{ items: DeskCard[]; next: string | undefined }>(() => ({
    items: this.pages.value.flatMap(({ items }) => items),
    next: this.page.value?.next,
  }));
  private asking: AbortController | undefined;
  /** What the pages belong to, whatever is typed meanwhile. */
  private asked: { q: string; by: SearchBy; asset?: string } = { q: '', by: 'EVERYTHING' };

  constructor(private readonly api: DeskApi) {}

  /** Searches for what the address says. */
  follow(): void {
    const query = new URLSearchParams(location.hash.split('?')[1] ?? '');
    const text = query.get('q') ?? '';
    const asset = query.get('asset') ?? undefined;
    if (text === this.asked.q && asset === this.asked.asset) return;
    this.text.value = text;
    if (asset === undefined) void this.run();
    else void this.about(asset, text);
  }

  async run(): Promise<void> {
    const q = this.text.value.trim();
    if (q === '') return;
    this.asked = { q, by: this.by.value };
    this.pages.value = [];
    history.replaceState(null, '', `${location.pathname}${location.search}${historyHash(q)}`);
    await this.ask();
  }

  /** What was reported of one thing of the town, and of it alone. */
  private async about(asset: string, q: string): Promise<void> {
    this.asked = { q, by: 'ASSET', asset };
    this.pages.value = [];
    await this.ask();
  }

  async more(): Promise<void> {
    await this.ask(this.page.value?.next);
  }

  leave(): void {
    this.asking?.abort();
  }

  private async ask(after?: string): Promise<void> {
    this.leave();
    const asking = new AbortController();
    this.asking = asking;
    this.busy.value = true;
    try {
      const page = await this.api.search(
        { ...this.asked, limit: 30, ...(after ? { after } : {}) },
        asking.signal,
      );
      batch(() => {
        this.pages.value = [...this.pages.value, page];
        this.trouble.value = null;
        this.busy.value = false;
      });
    } catch (cause) {
      if (asking.signal.aborted) return;
      batch(() => {
        this.trouble.value = problemWords(cause);
        this.busy.value = false;
      });
    }
  }
}
