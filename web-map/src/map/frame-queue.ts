/** A frame has 16 ms; what is drawn beside a moving map may take this much of it. */
const BUDGET_MS = 6;

/**
 * Work that may wait for a later frame, a little in each: a dozen tiles that come at once do not hold up the hand that moves
 * the map.
 */
export class FrameQueue {
  private readonly jobs = new Map<object, () => void>();
  private frame = 0;

  constructor(
    private readonly nextFrame: (run: () => void) => number = (run) => requestAnimationFrame(run),
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The key's earlier job, if it still waits, is not done. */
  add(key: object, job: () => void): void {
    this.jobs.set(key, job);
    this.schedule();
  }

  drop(key: object): void {
    this.jobs.delete(key);
  }

  private schedule(): void {
    if (this.frame === 0 && this.jobs.size > 0) this.frame = this.nextFrame(() => this.run());
  }

  /** At least one, however long it takes. */
  private run(): void {
    this.frame = 0;
    const until = this.now() + BUDGET_MS;
    try {
      for (const [key, job] of this.jobs) {
        this.jobs.delete(key);
        job();
        if (this.now() >= until) break;
      }
    } finally {
      // one that fails keeps back nobody else's
      this.schedule();
    }
  }
}

/** All that is drawn on this page shares its frames. */
export const frames = new FrameQueue();
