import { signal } from '@preact/signals';

export interface Taking {
  jobId: string;
  purpose: 'BEFORE' | 'AFTER';
}
interface Developing extends Taking {
  work: Promise<void>;
}

/**
 * Photos that were taken and are not written down yet: making one small takes a slow phone seconds.
 * A step waits for those of its job, or it would leave them behind without a name.
 */
export class Darkroom {
  private readonly inside = signal<readonly Developing[]>([]);

  of(jobId: string): readonly Taking[] {
    return this.inside.value.filter((each) => each.jobId === jobId);
  }

  /** Ends as the work ends. */
  async develop(taking: Taking, work: Promise<void>): Promise<void> {
    const developing = { ...taking, work };
    this.inside.value = [...this.inside.value, developing];
    try {
      await work;
    } finally {
      this.inside.value = this.inside.value.filter((each) => each !== developing);
    }
  }

  /** Resolves when nothing of the job is inside any more, whether it succeeded or failed. */
  async emptied(jobId: string): Promise<void> {
    const inside = this.inside.value.filter((each) => each.jobId === jobId);
    await Promise.allSettled(inside.map(({ work }) => work));
  }
}
