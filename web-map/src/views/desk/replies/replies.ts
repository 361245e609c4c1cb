import { computed, signal } from '@preact/signals';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import type { ReplyApi } from '../../../core/reply-api';
import type { Letter, LetterText, Replies as Body, WaitingReply } from '../../../core/reply-types';
import { showToast } from '../../../ui/Toast';
import { problemWords } from '../words';

type Deed = 'submission' | 'approvals' | 'returns' | 'posting';

/** The letters of the open request, and those that wait for somebody. */
export class Replies {
  readonly body = signal<Body | null>(null);
  readonly waiting = signal<readonly WaitingReply[]>([]);
  readonly mine = computed(() => this.waiting.value.filter(({ mine }) => mine).length);
  /** The list of waiting letters stands in the place of the queue. */
  readonly listed = signal(false);
  readonly busy = signal(false);
  readonly problem = signal<string | null>(null);
  private request = '';

  constructor(
    readonly api: ReplyApi,
    private readonly afterwards: () => void,
    /** The town writes letters. */
    private readonly written = true,
  ) {}

  async load(request: string): Promise<void> {
    if (request !== this.request) {
      this.body.value = null;
      this.problem.value = null;
    }
    this.request = request;
    try {
      const body = await this.api.of(request);
      // the reader may have gone on to another one meanwhile
      if (request === this.request) this.body.value = body;
    } catch (cause) {
      if (request === this.request) this.problem.value = problemWords(cause);
    }
  }

  async loadWaiting(): Promise<void> {
    if (this.written) this.waiting.value = (await this.api.waiting()).items;
  }

  begin(templateId: string): Promise<boolean> {
    return this.change(() => this.api.begin(this.request, templateId || undefined), 'letter.begun');
  }

  save(letter: Letter, text: LetterText): Promise<boolean> {
    return this.change(() => this.api.edit(this.request, letter.revision, text), 'letter.saved');
  }

  act(letter: Letter, deed: Deed, body?: object): Promise<boolean> {
    return this.change(() => this.api.act(this.request, letter.revision, deed, body), `letter.done.${deed}`);
  }

  abandon(letter: Letter): Promise<boolean> {
    return this.change(async () => {
      await this.api.abandon(this.request, letter.revision);
      return this.api.of(this.request);
    }, 'letter.abandoned');
  }

  /** What somebody else changed meanwhile is shown; what was typed stays. */
  private async change(run: () => Promise<Body>, words: string): Promise<boolean> {
    if (this.busy.value) return false;
    this.busy.value = true;
    this.problem.value = null;
    try {
      this.body.value = await run();
      showToast(t(words));
      await this.loadWaiting();
      this.afterwards();
      return true;
    } catch (cause) {
      const words = problemWords(cause);
      if (cause instanceof Problem && (cause.status === 412 || cause.status === 409))
        await this.load(this.request);
      this.problem.value = words;
      return false;
    } finally {
      this.busy.value = false;
    }
  }
}
