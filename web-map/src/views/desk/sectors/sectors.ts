import { present } from '../../../core/clock';
import { batch, computed, signal } from '@preact/signals';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import type { SectorApi } from '../../../core/sector-api';
import type * as S from '../../../core/sector-types';
import type { Account, Point } from '../../../core/types';
import type { DraftView } from '../../../map/drawing';
import { showToast } from '../../../ui/Toast';
import { problemWords } from '../words';
import { Company } from './company';
import { positionOf, sectorAt } from './ground';

export type Tool = 'point' | 'claim' | 'split' | 'merge' | 'name' | 'import';

/** Versions and drafts of the sectors, and the draft that is open. */
export class Sectors {
  readonly versions = signal<readonly S.SectorVersion[]>([]);
  readonly drafts = signal<readonly S.DraftLine[]>([]);
  readonly draft = signal<S.SectorDraft | null>(null);
  readonly before = signal<readonly S.Sector[]>([]);
  readonly preview = signal<S.SectorPreview | null>(null);
  readonly view = signal<DraftView>('both');
  readonly tool = signal<Tool | null>(null);
  readonly selected = signal<string | null>(null);
  readonly sketch = signal<readonly Point[]>([]);
  readonly findings = signal<readonly S.Finding[]>([]);
  readonly busy = signal(false);
  readonly loaded = signal(false);
  readonly trouble = signal<string | null>(null);
  readonly applying = signal(false);
  readonly company: Company;
  /** The version that work goes by now, of the set that is open. */
  readonly current = computed(() => inForce(this.versions.value));
  readonly shown = computed<readonly S.Sector[]>(() => this.draft.value?.sectors ?? this.before.value);
  readonly canUndo = computed(() => !this.busy.value && (this.draft.value?.step ?? 0) > 0);
  readonly canRedo = computed(
    () => !this.busy.value && (this.draft.value?.step ?? 0) < (this.draft.value?.lastStep ?? 0),
  );
  private asking: AbortController | undefined;

  constructor(
    readonly api: SectorApi,
    readonly account: Account,
    readonly mayDraw: boolean,
  ) {
    this.company = new Company(account.id, (id) => {
      if (this.mayDraw) void this.api.present(id).catch(() => undefined);
    });
  }

  /** Opens the draft of that id, or the one changed last. */
  async load(wanted = ''): Promise<void> {
    await this.told(async () => {
      await this.list();
      const id = this.drafts.value.find((line) => line.id === wanted)?.id ?? this.drafts.value[0]?.id;
      if (id !== undefined) await this.open(id);
      else await this.showVersion();
    });
    this.loaded.value = true;
  }

  leave(): void {
    this.company.leave();
    this.asking?.abort();
  }

  async open(id: string): Promise<void> {
    const draft = await this.api.draft(id);
    const { sectors } = await this.api.version(draft.version.id);
    batch(() => {
      this.before.value = sectors;
      this.preview.value = null;
      this.findings.value = [];
      this.applying.value = false;
      this.take(draft);
    });
    this.company.enter(id);
  }

  async start(name: string): Promise<boolean> {
    return this.told(async () => {
      const draft = await this.api.start(name, this.current.value?.setId ?? '');
      await this.list();
      await this.open(draft.id);
    });
  }

  /** One edit; what was drawn is kept when the server refuses it. */
  async edit(edit: S.Edit): Promise<boolean> {
    const draft = this.draft.value;
    if (!draft || this.busy.value) return false;
    return this.told(async () => {
      this.take(await this.api.edit(draft, edit));
      this.sketch.value = [];
    });
  }

  async bringIn(file: Blob, query: { codeField: string; nameField: string; settle: string }): Promise<void> {
    const draft = this.draft.value;
    if (!draft) return;
    await this.told(async () => {
      const outcome = await this.api.import(draft, file, query);
      batch(() => {
        this.findings.value = outcome.findings;
        if (outcome.applied) this.take(outcome.draft);
        else
          this.trouble.value = outcome.faults[0] ?? t('sectors.import.kept', { n: outcome.findings.length });
      });
    });
  }

  async publish(reason: string, from?: string): Promise<boolean> {
    const draft = this.draft.value;
    if (!draft) return false;
    return this.told(async () => {
      const version = await this.api.publish(draft, reason, from);
      showToast(t('sectors.published', { version: version.number }));
      await this.afterwards();
    });
  }

  async discard(): Promise<void> {
    const draft = this.draft.value;
    if (!draft) return;
    await this.told(async () => {
      await this.api.discard(draft);
      await this.afterwards();
    });
  }

  choose(tool: Tool | null): void {
    batch(() => {
      this.tool.value = this.tool.value === tool ? null : tool;
      this.sketch.value = [];
      this.trouble.value = null;
      if (this.tool.value) this.view.value = 'both';
      const first = this.shown.value[0]?.code ?? null;
      if (this.tool.value && this.selected.value === null) this.selected.value = first;
    });
  }

  /** Takes the ground below what is drawn, or cuts along it. */
  finish(name: string): Promise<boolean> {
    const coordinates = this.sketch.value.map(positionOf);
    const code = this.selected.value ?? '';
    const first = coordinates[0];
    if (this.tool.value === 'claim' && first && coordinates.length > 2)
      return this.edit({
        kind: 'claim',
        code,
        ground: { type: 'Polygon', coordinates: [[...coordinates, first]] },
      });
    if (this.tool.value === 'split' && coordinates.length > 1)
      return this.edit({ kind: 'split', code, name, line: { type: 'LineString', coordinates } });
    return Promise.resolve(false);
  }

  /** A click on the ground: a corner of what is drawn, or the choice of a sector. */
  point(place: Point): void {
    if (this.tool.value === 'claim' || this.tool.value === 'split')
      this.sketch.value = [...this.sketch.value, place];
    else this.selected.value = sectorAt(this.shown.value, place)?.code ?? null;
  }

  unpoint(): void {
    this.sketch.value = this.sketch.value.slice(0, -1);
  }

  /** What another desk, or this one, has just done. */
  heard(news: S.DraftNews): void {
    const draft = this.draft.value;
    const known = this.company.heard(news);
    if (
      draft?.id === news.id &&
      news.what === 'CHANGED' &&
      news.revision > draft.revision &&
      !this.busy.value
    ) {
      if (known) showToast(t('sectors.changedBy', { name: news.name }));
      void this.refresh();
    } else if (news.what !== 'OPEN' && news.what !== 'CHANGED' && news.accountId !== this.account.id) {
      if (draft?.id === news.id) showToast(t('sectors.closedBy', { name: news.name }));
      void this.told(() => this.afterwards());
    }
  }

  name(code: string): string {
    const all = [...this.shown.value, ...this.before.value];
    return all.find((sector) => sector.code === code)?.name ?? code;
  }

  corner(from: Point, to: Point): Promise<boolean> {
    return this.edit({ kind: 'point', from, to });
  }

  private async refresh(): Promise<void> {
    const draft = this.draft.value;
    if (draft) this.take(await this.api.draft(draft.id));
  }

  private async list(): Promise<void> {
    const { versions, drafts } = await this.api.list();
    batch(() => {
      this.versions.value = versions;
      const set = inForce(versions)?.setId;
      this.drafts.value = drafts.filter(({ setId }) => setId === set);
    });
  }

  /** The draft is no more: back to what is published, or to the next draft. */
  private async afterwards(): Promise<void> {
    this.company.leave();
    batch(() => {
      this.draft.value = null;
      this.preview.value = null;
      this.tool.value = null;
      this.selected.value = null;
      this.applying.value = false;
    });
    await this.list();
    const next = this.drafts.value[0];
    if (next) await this.open(next.id);
    else await this.showVersion();
  }

  private async showVersion(): Promise<void> {
    const version = this.current.value;
    this.before.value = version ? (await this.api.version(version.id)).sectors : [];
  }

  private take(draft: S.SectorDraft): void {
    batch(() => {
      this.draft.value = draft;
      this.trouble.value = null;
      if (!draft.sectors.some(({ code }) => code === this.selected.value)) this.selected.value = null;
    });
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    this.api.preview(draft.id, asking.signal).then(
      (preview) => (this.preview.value = preview),
      (cause: unknown) => {
        if (!asking.signal.aborted) this.trouble.value = problemWords(cause);
      },
    );
  }

  /** Runs one piece of work and tells what went wrong with it. */
  private async told(work: () => Promise<void>): Promise<boolean> {
    this.busy.value = true;
    try {
      await work();
      return true;
    } catch (cause) {
      this.trouble.value = problemWords(cause);
      if (cause instanceof Problem && cause.slug === 'draft-changed-meanwhile') {
        const words = problemWords(cause);
        await this.refresh().catch(() => undefined);
        this.trouble.value = words;
      }
      return false;
    } finally {
      this.busy.value = false;
    }
  }
}

/** Of the serving set, the newest that holds already. */
function inForce(versions: readonly S.SectorVersion[]): S.SectorVersion | undefined {
  const now = present();
  const serving = versions.filter(({ serves }) => serves);
  return serving.find(({ holdsFrom }) => Date.parse(holdsFrom) <= now) ?? serving[0];
}
