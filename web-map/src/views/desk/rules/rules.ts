import { batch, computed, signal } from '@preact/signals';
import { newId } from '../../../core/ids';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import type { RuleApi } from '../../../core/rule-api';
import type * as R from '../../../core/rule-types';
import { showToast } from '../../../ui/Toast';
import { problemWords } from '../words';
import { BLANK, closed, opened, type Group } from './tree';

/** What the form holds: the text with its outermost condition opened as a group. */
export interface Draft {
  code: string;
  name: string;
  when: Group;
  then: R.Outcomes;
}

/** Whether the server can read what is written, and how it says it. */
export type Reading = { sentence: string } | { fault: string } | null;

const READ_AFTER_MS = 350;

/** The rules of the town, and the one that is open. */
export class Rules {
  readonly list = signal<readonly R.Rule[]>([]);
  readonly vocabulary = signal<R.Vocabulary | null>(null);
  readonly open = signal<R.Rule | null>(null);
  /** What is being written; null while a rule is only read. */
  readonly draft = signal<Draft | null>(null);
  readonly reading = signal<Reading>(null);
  readonly run = signal<R.DryRun | null>(null);
  readonly busy = signal(false);
  readonly trouble = signal<string | null>(null);
  readonly loaded = signal(false);
  /** Another number for each rule that is opened: the form begins anew, and not when it is saved. */
  readonly sitting = signal(0);
  readonly active = computed(() => this.list.value.filter(({ state }) => state === 'ACTIVE'));
  readonly faults = computed(() => this.list.value.filter(({ faults }) => faults.length > 0).length);
  /** What is written differs from what is saved. */
  readonly dirty = computed(() => {
    const draft = this.draft.value;
    const rule = this.open.value;
    if (!draft) return false;
    return !rule || JSON.stringify(bodyOf(draft)) !== JSON.stringify(bodyOf(draftOf(rule)));
  });
  /** What is written is another version of a rule: its code stays. */
  readonly replaces = signal(false);
  /** The id of a draft that is not saved yet: sent twice it is one. */
  private fresh = newId();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;

  constructor(
    readonly api: RuleApi,
    readonly mayWrite: boolean,
  ) {}

  async load(wanted = ''): Promise<void> {
    await this.told(async () => {
      const [{ items }, vocabulary] = await Promise.all([this.api.list(), this.api.vocabulary()]);
      batch(() => {
        this.list.value = items;
        this.vocabulary.value = vocabulary;
        const rule = items.find(({ id }) => id === wanted) ?? this.open.value ?? items[0];
        // whoever began to write before the list was there goes on writing
        if (rule && !this.draft.value) this.show(rule);
      });
    });
    this.loaded.value = true;
  }

  leave(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
  }

  /** A draft is opened to be written on; what decides, or did, to be read. */
  show(rule: R.Rule): void {
    batch(() => {
      this.sitting.value++;
      this.put(rule);
    });
  }

  private put(rule: R.Rule): void {
    batch(() => {
      this.open.value = rule;
      this.draft.value = rule.state === 'DRAFT' && this.mayWrite ? draftOf(rule) : null;
      this.reading.value = { sentence: rule.sentence };
      this.run.value = null;
      this.trouble.value = null;
    });
  }

  /** A new rule; or another version of the one that is open, which keeps its code. */
  write(from: R.Rule | null): void {
    batch(() => {
      this.sitting.value++;
      this.fresh = newId();
      this.replaces.value = from !== null;
      this.open.value = null;
      this.draft.value = from ? draftOf(from) : { code: '', name: '', when: opened(BLANK), then: {} };
      this.reading.value = from ? { sentence: from.sentence } : null;
      this.run.value = null;
      this.trouble.value = null;
    });
  }

  change(part: Partial<Draft>): void {
    const draft = this.draft.value;
    if (!draft) return;
    this.draft.value = { ...draft, ...part };
    this.run.value = null;
    if (part.when || part.then) this.read();
  }

  async save(): Promise<R.Rule | null> {
    const draft = this.draft.value;
    if (!draft) return null;
    let saved: R.Rule | null = null;
    await this.told(async () => {
      const rule = this.open.value;
      saved = rule
        ? await this.api.save(rule, bodyOf(draft))
        : await this.api.begin(this.fresh, bodyOf(draft));
      await this.take(saved);
    });
    return saved;
  }

  async discard(): Promise<void> {
    const rule = this.open.value;
    await this.told(async () => {
      if (rule) await this.api.discard(rule);
      const { items } = await this.api.list();
      this.list.value = items;
      if (items[0]) this.show(items[0]);
      else batch(() => ((this.open.value = null), (this.draft.value = null)));
    });
  }

  /** Saves first what is not saved: what is tried is what is written. */
  async tryOut(days: number): Promise<void> {
    const rule = this.dirty.value ? await this.save() : this.open.value;
    if (rule) await this.told(async () => this.take(await this.api.tryOut(rule.id, days)));
  }

  async activate(): Promise<void> {
    const rule = this.open.value;
    if (!rule) return;
    await this.told(async () => {
      await this.take(await this.api.activate(rule));
      showToast(t('rules.activated', { code: rule.code }));
    });
  }

  async retire(): Promise<void> {
    const rule = this.open.value;
    if (!rule) return;
    await this.told(async () => {
      await this.take(await this.api.retire(rule));
      showToast(t('rules.retired', { code: rule.code }));
    });
  }

  /** Moves an active rule one place up or down. */
  async move(rule: R.Rule, by: -1 | 1): Promise<void> {
    const ids = this.active.value.map(({ id }) => id);
    const from = ids.indexOf(rule.id);
    const other = ids[from + by];
    if (from < 0 || other === undefined) return;
    ids[from + by] = rule.id;
    ids[from] = other;
    await this.told(async () => {
      this.list.value = (await this.api.order(ids)).items;
      const same = this.list.value.find(({ id }) => id === this.open.value?.id);
      if (same && !this.draft.value) this.open.value = same;
    });
  }

  async dryRun(report: R.Thought): Promise<void> {
    const draft = this.draft.value;
    const rule = this.open.value;
    const about = draft
      ? bodyOf({ ...draft, code: draft.code || 'BROUILLON', name: draft.name || '…' })
      : rule?.id;
    if (about === undefined) return;
    await this.told(async () => (this.run.value = await this.api.dryRun(about, report)));
  }

  /** Asks, when the writer pauses, how the rule reads. */
  private read(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    this.timer = setTimeout(() => void this.ask(asking), READ_AFTER_MS);
  }

  private async ask(asking: AbortController): Promise<void> {
    const draft = this.draft.value;
    if (!draft) return;
    try {
      const read = await this.api.check(bodyOf(draft).text, asking.signal);
      if (!asking.signal.aborted) this.reading.value = read;
    } catch (cause) {
      if (!asking.signal.aborted) this.reading.value = { fault: problemWords(cause) };
    }
  }

  private async take(rule: R.Rule): Promise<void> {
    const { items } = await this.api.list();
    this.list.value = items;
    this.put(items.find(({ id }) => id === rule.id) ?? rule);
  }

  private async told(act: () => Promise<unknown>): Promise<void> {
    this.busy.value = true;
    this.trouble.value = null;
    try {
      await act();
    } catch (cause) {
      if (cause instanceof Problem && cause.status === 401) location.reload();
      this.trouble.value = problemWords(cause);
    } finally {
      this.busy.value = false;
    }
  }
}

function draftOf(rule: R.Rule): Draft {
  return { code: rule.code, name: rule.name, when: opened(rule.text), then: rule.text.then };
}

function bodyOf({ code, name, when, then }: Draft): R.RuleDraft {
  return { code, name, text: { schema: 1, if: closed(when), then } };
}
