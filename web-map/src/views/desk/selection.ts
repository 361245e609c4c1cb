import { batch, computed, signal } from '@preact/signals';
import { Problem } from '../../core/problem';
import type { DeskApi, Revised } from '../../core/staff-api';
import type { DeskCard, DeskDetail } from '../../core/staff-types';
import { t } from '../../core/i18n';
import { showToast } from '../../ui/Toast';
import type { Board } from './board';
import { problemWords } from './words';

/** A change to the open request, as the server takes it. */
export type Change = (card: Revised) => Promise<DeskDetail>;
export interface Outcome {
  words: string;
  /** What takes it back, where that is simple. */
  undo?: Change;
}

/** The request that is open at the end side, and what is done to it. */
export class Selection {
  readonly id = signal<string | null>(null);
  readonly detail = signal<DeskDetail | null>(null);
  /** Someone was quicker: what they did, in words. */
  readonly conflict = signal<string | null>(null);
  readonly problem = signal<string | null>(null);
  readonly busy = signal(false);
  readonly gone = signal(false);
  /** The best that is known: the detail, or the row's card until it has come. */
  readonly card = computed<DeskCard | null>(() => {
    const id = this.id.value;
    if (id === null) return null;
    const detail = this.current.value;
    const card = this.board.cards.value.get(id);
    if (!detail) return card ?? null;
    return card && card.revision > detail.revision ? card : detail;
  });
  readonly current = computed<DeskDetail | null>(() =>
    this.detail.value?.id === this.id.value ? this.detail.value : null,
  );
  private asked = 0;

  constructor(
    private readonly api: Pick<DeskApi, 'request'>,
    private readonly board: Board,
  ) {}

  async select(id: string | null): Promise<void> {
    if (id === this.id.value) return;
    batch(() => {
      this.id.value = id;
      this.gone.value = false;
      this.clearWords();
    });
    await this.refresh();
  }

  /** Reads the open request again. */
  async refresh(): Promise<void> {
    const id = this.id.value;
    const asked = ++this.asked;
    if (id === null) return;
    try {
      const detail = await this.api.request(id);
      // the reader may have gone on to another one meanwhile
      if (asked === this.asked) this.take(detail);
    } catch (cause) {
      if (asked !== this.asked) return;
      if (cause instanceof Problem && cause.status === 404) this.gone.value = true;
      else this.problem.value = problemWords(cause);
    }
  }

  /** A live change: the open request is read again when there is something newer than what is shown. */
  changed(id: string, card: DeskCard | null): void {
    if (id !== this.id.value || this.busy.value) return;
    if (!card) {
      this.gone.value = true;
      return;
    }
    const shown = this.current.value;
    if (shown && shown.revision < card.revision) void this.refresh();
  }

  /**
   * Does something to the open request, on the revision that is shown. When someone was quicker nothing is
   * overwritten: the fresh state is shown, and what was typed stays for another try.
   */
  async act(change: Change, outcome: (detail: DeskDetail) => Outcome): Promise<boolean> {
    const card = this.current.value;
    if (!card || this.busy.value) return false;
    this.busy.value = true;
    this.clearWords();
    try {
      const detail = await change({ id: card.id, revision: card.revision });
      this.take(detail);
      const { words, undo } = outcome(detail);
      showToast(words, undo && { label: t('act.undo'), run: () => void this.undo(detail, undo) });
      return true;
    } catch (cause) {
      await this.refused(cause);
      return false;
    } finally {
      this.busy.value = false;
    }
  }

  /** Takes what the server answered beside; nothing that is older than what is shown. */
  learn(detail: DeskDetail): void {
    const shown = this.current.value;
    if (shown && shown.id === detail.id && shown.revision <= detail.revision) this.take(detail);
  }

  clearWords(): void {
    this.conflict.value = null;
    this.problem.value = null;
  }

  private async undo(detail: Revised, change: Change): Promise<void> {
    try {
      this.take(await change({ id: detail.id, revision: detail.revision }));
      showToast(t('act.undone'));
    } catch (cause) {
      showToast(problemWords(cause));
    }
  }

  private async refused(cause: unknown): Promise<void> {
    if (cause instanceof Problem && cause.status === 412) {
      await this.refresh();
      this.conflict.value = t('act.conflict', { detail: cause.detail || t('act.conflictAny') });
      return;
    }
    this.problem.value = problemWords(cause);
  }

  private take(detail: DeskDetail): void {
    batch(() => {
      this.board.put(detail);
      if (detail.id === this.id.value) this.detail.value = detail;
    });
  }
}
