import { batch, computed, signal } from '@preact/signals';
import type { PublicApi } from '../../../core/api';
import type { PlaceSheet } from '../../../core/here-types';
import type { DeskApi } from '../../../core/staff-api';
import type { DeskCard } from '../../../core/staff-types';
import type { Point } from '../../../core/types';
import { Lookup } from '../lookup';
import { problemWords } from '../words';

/** How far around a place belongs to it: a lamp is reported from the other side of the street. */
export const METRES_AROUND = 30;
const PAGE = 20;

/** What somebody asks the map about: a place, and all that is known of it. */
export class Here {
  readonly position = signal<Point | null>(null);
  readonly sheet = signal<PlaceSheet | null>(null);
  readonly address = new Lookup<string>(0);
  readonly trouble = signal<string | null>(null);
  readonly busy = signal(false);
  private readonly further = signal<{ items: readonly DeskCard[]; next: string | undefined } | null>(null);
  readonly items = computed(() => [...(this.sheet.value?.items ?? []), ...(this.further.value?.items ?? [])]);
  readonly next = computed(() => (this.further.value ? this.further.value.next : this.sheet.value?.next));
  private asking: AbortController | undefined;

  constructor(
    private readonly api: PublicApi,
    private readonly desk: DeskApi,
  ) {}

  async show(position: Point): Promise<void> {
    this.close();
    this.position.value = position;
    this.address.ask(async (stop) => (await this.api.nearestAddress(position, stop)).label);
    await this.ask(async (stop) => {
      const sheet = await this.desk.place(position, METRES_AROUND, stop);
      if (!stop.aborted) this.sheet.value = sheet;
    });
  }

  /** The next page of what was reported here. */
  async more(): Promise<void> {
    const [position, after] = [this.position.value, this.next.value];
    if (!position || after === undefined) return;
    const [lon, lat] = position.coordinates;
    await this.ask(async (stop) => {
      const page = await this.desk.search({ lon, lat, metres: METRES_AROUND, limit: PAGE, after }, stop);
      if (!stop.aborted)
        this.further.value = {
          items: [...(this.further.value?.items ?? []), ...page.items],
          next: page.next,
        };
    });
  }

  close(): void {
    this.asking?.abort();
    this.address.clear();
    batch(() => {
      this.position.value = null;
      this.sheet.value = null;
      this.further.value = null;
      this.trouble.value = null;
      this.busy.value = false;
    });
  }

  private async ask(question: (stop: AbortSignal) => Promise<void>): Promise<void> {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    this.busy.value = true;
    try {
      await question(asking.signal);
      this.trouble.value = null;
    } catch (cause) {
      if (!asking.signal.aborted) this.trouble.value = problemWords(cause);
    } finally {
      if (this.asking === asking) this.busy.value = false;
    }
  }
}
