import { signal } from '@preact/signals';

/** A question that is asked again and again: waits a moment, drops what was overtaken, keeps the last answer. */
export class Lookup<T> {
  readonly answer = signal<T | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | undefined;

  constructor(private readonly waitMs: number) {}

  ask(question: (signal: AbortSignal) => Promise<T>): void {
    this.stop();
    this.timer = setTimeout(() => void this.run(question), this.waitMs);
  }

  /** Forgets the answer and whatever is under way. */
  clear(): void {
    this.stop();
    this.answer.value = null;
  }

  private async run(question: (signal: AbortSignal) => Promise<T>): Promise<void> {
    const running = new AbortController();
    this.running = running;
    try {
      const answer = await question(running.signal);
      if (!running.signal.aborted) this.answer.value = answer;
    } catch {
      // a helper that fails is only missing: the work itself goes on without it
      if (!running.signal.aborted) this.answer.value = null;
    }
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.running?.abort();
  }
}
