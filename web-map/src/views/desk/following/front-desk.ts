import { computed, signal } from '@preact/signals';
import type { FollowingApi } from '../../../core/following-api';
import type { Agent, FrontDeskState, Service } from '../../../core/following-types';
import { NOBODY, type Reader } from '../filter';

/** Who is at the desk, for whom the reader acts, and where requests may be sent. */
export class FrontDesk {
  readonly agents = signal<readonly Agent[]>([]);
  readonly services = signal<readonly Service[]>([]);
  readonly reader = signal<Reader>(NOBODY);
  /** Whether the reader answers for any service. */
  readonly answers = computed(() => this.reader.value.answersForAll || this.reader.value.inbox.length > 0);

  constructor(
    readonly api: FollowingApi,
    private readonly me: string,
  ) {}

  async load(): Promise<void> {
    const [state, services] = await Promise.all([
      this.api.frontDesk(),
      this.services.value.length > 0 ? { items: this.services.value } : this.api.services(),
    ]);
    this.services.value = services.items;
    this.keep(state);
  }

  /** The reader's own line; absent for those who never follow requests. */
  self(): Agent | undefined {
    return this.agents.value.find(({ id }) => id === this.me);
  }

  async say(present: boolean): Promise<void> {
    this.keep(await this.api.say(present ? 'PRESENT' : 'AWAY'));
  }

  private keep({ agents, actsFor, answersForAll, inbox }: FrontDeskState): void {
    this.agents.value = agents;
    this.reader.value = { actsFor: new Set(actsFor), answersForAll, inbox };
  }
}
