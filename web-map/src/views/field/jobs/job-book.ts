import { computed, signal } from '@preact/signals';
import { t } from '../../../core/i18n';
import type { LiveChange } from '../../../core/live';
import { Problem } from '../../../core/problem';
import type { FieldApi } from '../../../core/staff-api';
import type { Job, Jobs } from '../../../core/staff-types';
import type { Kept } from '../database';
import type { Outbox } from '../outbox/outbox';
import { watched } from '../network';
import { showToast } from '../../../ui/Toast';
import { isOver, withUnsent } from './progress';

const JOBS = 'jobs';

interface KeptJobs {
  accountId: string;
  readAt: number;
  jobs: Job[];
}

/** The team's jobs: the server's last word, with what the phone has not sent yet on top. */
export class JobBook {
  private readonly told = signal<readonly Job[]>([]);
  /** When the server last answered; null before any answer. */
  readonly readAt = signal<number | null>(null);
  readonly loading = signal(false);
  readonly trouble = signal<Problem | null>(null);
  readonly all = computed(() => this.told.value.map((job) => withUnsent(job, this.outbox.items.value)));
  readonly open = computed(() => this.all.value.filter(({ step }) => !isOver(step)));
  readonly ended = computed(() =>
    this.all.value
      .filter(({ step }) => step === 'DONE' || step === 'IMPOSSIBLE')
      .sort((a, b) => (b.endedAt ?? '').localeCompare(a.endedAt ?? '')),
  );

  constructor(
    private readonly api: FieldApi,
    private readonly outbox: Outbox,
    private readonly kept: Kept,
  ) {}

  /** What the page knew when it was last open. */
  async remember(accountId: string): Promise<void> {
    const before = await this.kept.get<KeptJobs>(JOBS);
    if (before?.accountId !== accountId || this.readAt.value !== null) return;
    this.told.value = before.jobs;
    this.readAt.value = before.readAt;
  }

  async load(accountId: string): Promise<void> {
    if (this.loading.value) return;
    this.loading.value = true;
    try {
      const { items }: Jobs = await watched(this.api.jobs(undefined, true));
      this.readAt.value = Date.now();
      this.trouble.value = null;
      await this.setAll(items, accountId);
    } catch (error) {
      this.trouble.value = error instanceof Problem ? error : null;
    } finally {
      this.loading.value = false;
    }
  }

  /** The server's newest word about one job. */
  put(job: Job): void {
    const others = this.told.value.filter(({ id }) => id !== job.id);
    this.told.value = job.step === 'WITHDRAWN' ? others : [...others, job];
  }

  /** One change from the live stream: new jobs come, withdrawn ones leave, both with a word. */
  changed({ card, id }: LiveChange<Job>): void {
    const known = this.all.value.find((job) => job.request.id === id);
    if (!card || card.step === 'WITHDRAWN') {
      if (!known) return;
      this.told.value = this.told.value.filter((job) => job.request.id !== id);
      if (!isOver(known.step)) showToast(t('field.live.withdrawn', { title: known.request.title }));
      return;
    }
    if (!known && !isOver(card.step))
      showToast(t('field.live.new', { title: card.request.title, address: card.request.address }));
    this.put(card);
  }

  find(id: string): Job | undefined {
    return this.all.value.find((job) => job.id === id);
  }

  /** Leaves nothing of the requesters on the phone. */
  async forget(): Promise<void> {
    this.told.value = [];
    this.readAt.value = null;
    await this.kept.remove(JOBS);
  }

  async keep(accountId: string): Promise<void> {
    const kept: KeptJobs = { accountId, readAt: this.readAt.value ?? Date.now(), jobs: [...this.told.value] };
    await this.kept.put(JOBS, kept);
  }

  private async setAll(jobs: Job[], accountId: string): Promise<void> {
    this.told.value = jobs.filter(({ step }) => step !== 'WITHDRAWN');
    await this.keep(accountId);
  }
}
