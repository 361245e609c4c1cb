import { signal } from '@preact/signals';
import type { DraftNews } from '../../../core/sector-types';

const SAID_EVERY_MS = 20_000;
const GONE_AFTER_MS = 50_000;

/** Who else has the draft open: everyone says so now and then, and falls silent when they leave. */
export class Company {
  readonly names = signal<readonly string[]>([]);
  private readonly seen = new Map<string, { name: string; at: number }>();
  private draft: string | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly self: string,
    private readonly say: (draft: string) => void,
  ) {}

  enter(draft: string): void {
    this.leave();
    this.draft = draft;
    this.say(draft);
    this.timer = setInterval(() => {
      if (!document.hidden) this.say(draft);
      this.tell();
    }, SAID_EVERY_MS);
  }

  leave(): void {
    clearInterval(this.timer);
    this.draft = null;
    this.seen.clear();
    this.tell();
  }

  /** True when somebody else did it. */
  heard({ id, what, accountId, name }: DraftNews): boolean {
    if (accountId === this.self) return false;
    if (id !== this.draft) return true;
    const isNew = !this.seen.has(accountId);
    if (what === 'OPEN' || what === 'CHANGED') this.seen.set(accountId, { name, at: Date.now() });
    else this.seen.delete(accountId);
    this.tell();
    // who has just come does not know of us yet
    if (isNew && what === 'OPEN') this.say(id);
    return true;
  }

  private tell(): void {
    const now = Date.now();
    for (const [id, { at }] of this.seen) if (now - at > GONE_AFTER_MS) this.seen.delete(id);
    this.names.value = [...this.seen.values()].map(({ name }) => name);
  }
}
