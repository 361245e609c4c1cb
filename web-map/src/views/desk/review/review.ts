import { batch, computed, signal } from '@preact/signals';
import type { ReviewApi } from '../../../core/review-api';
import type { Review } from '../../../core/review-types';
import { problemWords } from '../words';
import { choiceFrom, hashOf, isPeriod, queryFor, type Choice } from './periods';

/** The review that is being read: what was chosen, and its figures. */
export class ReviewState {
  readonly choice;
  readonly review = signal<Review | null>(null);
  readonly trouble = signal<string | null>(null);
  readonly busy = signal(false);
  readonly query = computed(() => queryFor(this.choice.value));
  private asking: AbortController | undefined;

  constructor(
    readonly api: ReviewApi,
    readonly today: string,
  ) {
    this.choice = signal<Choice>(choiceFrom(location.hash, today));
  }

  choose(change: Partial<Choice>): void {
    const next = { ...this.choice.value, ...change };
    if (!isPeriod(next)) return;
    this.choice.value = next;
    history.replaceState(null, '', `${location.pathname}${location.search}${hashOf(next)}`);
    void this.load();
  }

  async load(): Promise<void> {
    this.leave();
    const asking = new AbortController();
    this.asking = asking;
    this.busy.value = true;
    try {
      const review = await this.api.review(this.query.value, asking.signal);
      batch(() => {
        this.review.value = review;
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

  leave(): void {
    this.asking?.abort();
  }
}
