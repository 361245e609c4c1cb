import { batch, computed, signal } from '@preact/signals';
import { newId } from '../../../core/ids';
import type { ProcessApi } from '../../../core/process-api';
import type { Process, ProcessContent, ProcessItem, ProcessVersion } from '../../../core/process-types';
import { plain } from '../match-category';
import { problemWords } from '../words';

/** The catalogue as one person reads and changes it: the list, one process with its versions, the draft in hand. */
export class ProcessBook {
  readonly items = signal<readonly ProcessItem[] | null>(null);
  readonly search = signal('');
  readonly process = signal<Process | null>(null);
  /** The version that is shown; the newest when null. */
  readonly shownId = signal<string | null>(null);
  /** The words that are being written, before they are saved. */
  readonly editing = signal<ProcessContent | null>(null);
  readonly publishing = signal(false);
  readonly busy = signal(false);
  readonly trouble = signal<string | null>(null);
  readonly found = computed(() => findProcesses(this.items.value ?? [], this.search.value));
  readonly shown = computed<ProcessVersion | null>(() => {
    const versions = this.process.value?.versions ?? [];
    return versions.find(({ id }) => id === this.shownId.value) ?? versions[0] ?? null;
  });
  /** The one that the shown one is compared with. */
  readonly before = computed<ProcessVersion | null>(() => {
    const number = this.shown.value?.number ?? 0;
    return this.process.value?.versions.find((version) => version.number === number - 1) ?? null;
  });

  constructor(readonly api: ProcessApi) {}

  async load(code: string): Promise<void> {
    await this.during(async () => {
      this.items.value = (await this.api.list()).items;
      if (code !== '' && this.process.value?.code !== code) await this.read(code);
    });
  }

  open(code: string): void {
    void this.during(() => this.read(code));
  }
  /** Back to the list, where it stands alone. */
  close(): void {
    batch(() => {
      this.process.value = null;
      this.editing.value = null;
      this.publishing.value = false;
      this.trouble.value = null;
    });
  }
  show(id: string): void {
    batch(() => {
      this.shownId.value = id;
      this.editing.value = null;
      this.publishing.value = false;
    });
  }
  /** Drafts the next version, and lets it be written. */
  begin(): Promise<void> {
    return this.change(async ({ code }) => {
      const next = await this.api.begin(code, newId());
      this.editing.value = next.versions[0]?.content ?? null;
      return next;
    });
  }
  edit(): void {
    this.editing.value = this.shown.value?.content ?? null;
  }
  save(content: ProcessContent): Promise<void> {
    return this.change(async () => {
      const next = await this.api.edit(this.inHand(), content);
      this.editing.value = null;
      return next;
    });
  }
  review(): Promise<void> {
    return this.change(() => this.api.review(this.inHand()));
  }
  publish(from?: string): Promise<void> {
    return this.change(async () => {
      const next = await this.api.publish(this.inHand(), from);
      this.publishing.value = false;
      return next;
    });
  }
  discard(): Promise<void> {
    return this.change(async ({ code }) => {
      await this.api.discard(this.inHand());
      this.editing.value = null;
      return this.api.get(code);
    });
  }

  private inHand(): ProcessVersion {
    return this.shown.value as ProcessVersion;
  }

  private async read(code: string): Promise<void> {
    const process = await this.api.get(code);
    batch(() => {
      this.close();
      this.process.value = process;
      this.shownId.value = null;
    });
  }

  private change(act: (process: Process) => Promise<Process>): Promise<void> {
    return this.during(async () => {
      const process = this.process.value;
      if (!process) return;
      const next = await act(process);
      batch(() => {
        this.process.value = next;
        this.shownId.value = null;
      });
      this.items.value = (await this.api.list()).items;
    });
  }

  private async during(work: () => Promise<void>): Promise<void> {
    if (this.busy.value) return;
    this.busy.value = true;
    this.trouble.value = null;
    try {
      await work();
    } catch (cause) {
      this.trouble.value = problemWords(cause);
    } finally {
      this.busy.value = false;
    }
  }
}

/** By name, code, older names and what people call it; accents and hyphens do not matter. */
export function findProcesses(items: readonly ProcessItem[], search: string): readonly ProcessItem[] {
  const words = plain(search);
  if (words === '') return items;
  return items.filter(({ name, code, service, finds }) =>
    [name, code, service, ...finds].some((known) => plain(known).includes(words)),
  );
}
