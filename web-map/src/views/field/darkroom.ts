import { signal } from '@preact/signals';

export interface Taking {
  /** What the photo is for: a job's id, or `report` for the one being written. */
  subject: string;
  purpose: 'REPORT' | 'BEFORE' | 'AFTER';
}
interface Developing extends Taking {
  work: Promise<void>;
}

/**
 * Photos that were taken and are not written down yet: making one small takes a slow phone seconds.
 * A step or a report waits for its own, or it would leave them behind without a name.
 */
export class Darkroom {
  private readonly inside = signal<readonly Developing[]>([]);

  of(subject: string): readonly Taking[] {
    return this.inside.value.filter((each) => each.subject === subject);
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

  /** Resolves when nothing of the subject is inside any more, whether it succeeded or failed. */
  async emptied(subject: string): Promise<void> {
    const inside = this.inside.value.filter((each) => each.subject === subject);
    await Promise.allSettled(inside.map(({ work }) => work));
  }
}
