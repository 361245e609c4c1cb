import { signal } from '@preact/signals';
import type { Outbox, Round } from './outbox';

const FIRST_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 60_000;

/** The wait before another round: doubled each time, never longer than a minute unless the server asks. */
export function waitAfter(failures: number, retryAfterSeconds = 0): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1));
  return Math.max(wait, retryAfterSeconds * 1000);
}

/** Tries again by itself: when the network returns, when the page is looked at, and after a wait. */
export class Retries {
  /** When the next round starts by itself; null when nothing waits. */
  readonly nextTry = signal<number | null>(null);
  readonly signedOut = signal(false);
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly outbox: Outbox) {}

  start(): void {
    const go = (): void => void this.now();
    window.addEventListener('online', go);
    window.addEventListener('focus', go);
    window.addEventListener('pageshow', go);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') go();
    });
    go();
  }

  /** A round at once, by the button or because something was just recorded. */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    this.nextTry.value = null;
    let round: Round;
    try {
      round = await this.outbox.flush();
    } catch {
      // the phone's own memory failed for a moment: the items are where they were
      round = { left: 1, signedOut: false };
    }
    this.plan(round);
  }

  private plan({ left, signedOut, retryAfterSeconds }: Round): void {
    clearTimeout(this.timer);
    this.signedOut.value = signedOut;
    if (left === 0 || signedOut) {
      this.failures = 0;
      return;
    }
    this.failures += 1;
    const wait = waitAfter(this.failures, retryAfterSeconds);
    this.nextTry.value = Date.now() + wait;
    this.timer = setTimeout(() => void this.now(), wait);
  }
}
