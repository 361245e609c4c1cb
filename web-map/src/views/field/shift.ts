import { signal } from '@preact/signals';
import type { PublicApi } from '../../core/api';
import { Live } from '../../core/live';
import { Problem } from '../../core/problem';
import type { Job } from '../../core/staff-types';
import type { Account } from '../../core/types';
import { packFor } from './area-pack';
import type { Kept } from './database';
import type { JobBook } from './jobs/job-book';
import { watched } from './network';
import type { Outbox } from './outbox/outbox';
import type { Retries } from './outbox/retries';
import type { Whereabouts } from './whereabouts';

const ACCOUNT = 'account';
const LEAVING = 'leaving';

export interface ShiftParts {
  base: string;
  api: PublicApi;
  kept: Kept;
  outbox: Outbox;
  retries: Retries;
  jobs: JobBook;
  where: Whereabouts;
}

/** Who works on this phone: signs in, keeps the jobs up to date, signs out without losing what is unsent. */
export class Shift {
  readonly account = signal<Account | null>(null);
  private live: Live<Job> | undefined;

  constructor(private readonly parts: ShiftParts) {}

  /** Finds out who is signed in; without network the last one known is believed. */
  async begin(): Promise<void> {
    const { api, kept } = this.parts;
    this.followNetwork();
    const before = await kept.get<Account>(ACCOUNT);
    if (before) await this.settle(before);
    try {
      if (await kept.get(LEAVING)) await this.leave();
      const { account } = await watched(api.session());
      if (account) await this.settle(account);
      else this.lose();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
    if (this.account.value) this.listen();
  }

  async signIn(email: string, password: string): Promise<void> {
    const { account } = await this.parts.api.signIn(email, password);
    await this.parts.kept.remove(LEAVING);
    if (!account) throw new Problem({ slug: 'sign-in-failed', status: 401, title: '', detail: '' });
    await this.settle(account);
    this.listen();
  }

  /** The jobs leave the phone, what is unsent stays. */
  async signOut(): Promise<void> {
    const { kept, jobs, where } = this.parts;
    where.share(false);
    // without network the server is told at the next chance, before anything else
    await kept.put(LEAVING, true);
    this.lose();
    await Promise.all([kept.remove(ACCOUNT), jobs.forget(), forgetPhotos()]);
    await this.leave().catch(() => undefined);
  }

  /** The session has ended by itself: asks who is there, and keeps everything. */
  signInAgain(): void {
    this.lose();
    this.parts.retries.signedOut.value = false;
  }

  async refresh(): Promise<void> {
    const { value: account } = this.account;
    if (!account) return;
    const { base, jobs, retries } = this.parts;
    await jobs.load(account.id);
    if (jobs.trouble.value?.status === 401) retries.signedOut.value = true;
    if (jobs.trouble.value === null) void packFor(base, jobs.open.value);
  }

  private async leave(): Promise<void> {
    const { api, kept } = this.parts;
    await api.session();
    await api.signOut();
    await kept.remove(LEAVING);
  }

  private lose(): void {
    this.live?.close();
    this.live = undefined;
    this.parts.outbox.signedIn(null);
    this.account.value = null;
  }

  private async settle(account: Account): Promise<void> {
    const { kept, outbox, retries, jobs, where } = this.parts;
    await kept.put(ACCOUNT, account);
    outbox.signedIn({ id: account.id, name: account.name });
    await jobs.remember(account.id);
    const started = this.account.value === null;
    this.account.value = account;
    if (!started) return;
    void where.start();
    void navigator.storage?.persist?.();
    void retries.now();
  }

  /** Listens to the server's changes; opening the line reads the list once. */
  private listen(): void {
    this.live?.close();
    const { base, jobs } = this.parts;
    void this.refresh();
    this.live = new Live<Job>({
      base,
      audience: 'field',
      onChange: (change) => {
        jobs.changed(change);
        if (this.account.value) void jobs.keep(this.account.value.id);
      },
      onReload: () => void this.refresh(),
    });
  }

  private followNetwork(): void {
    window.addEventListener('online', () => void this.refresh());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.refresh();
    });
  }
}

/** Photos the service worker kept for reading offline. */
async function forgetPhotos(): Promise<void> {
  if ('caches' in window) await caches.delete('vigie-field-photos');
}
