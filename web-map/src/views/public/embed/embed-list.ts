import { signal } from '@preact/signals';
import type { PublicApi } from '../../../core/api';
import type { Bounds } from '../../../core/types';
import { emptyList, firstPage, withPage, type ListState } from '../browse/list-state';
import { toQuery, type Filters } from '../browse/page-address';

const PAGE_SIZE = 30;

/** What is in the frame's map, to be read: asked for only while the list is open. */
export class EmbedRequests {
  readonly list = signal<ListState>(emptyList());
  readonly state = signal<'loading' | 'done' | 'failed'>('loading');
  private asking: AbortController | undefined;
  private box: Bounds | undefined;

  constructor(
    private readonly api: PublicApi,
    private readonly filters: Filters,
  ) {}

  async show(box: Bounds): Promise<void> {
    this.box = box;
    await this.read();
  }

  async more(): Promise<void> {
    const { next } = this.list.value;
    if (next !== null && this.state.value === 'done') await this.read(next);
  }

  stop(): void {
    this.asking?.abort();
  }

  private async read(after?: string): Promise<void> {
    this.stop();
    const asked = new AbortController();
    this.asking = asked;
    this.state.value = 'loading';
    const box = this.box ? { bbox: this.box } : {};
    const query = { ...toQuery(this.filters), ...box, limit: PAGE_SIZE };
    try {
      const page = await this.api.requests({ ...query, ...(after ? { after } : {}) }, asked.signal);
      if (asked.signal.aborted) return;
      this.list.value = after ? withPage(this.list.value, page) : firstPage(page);
      this.state.value = 'done';
    } catch {
      if (!asked.signal.aborted) this.state.value = 'failed';
    }
  }
}
