import { computed, effect, signal } from '@preact/signals';
import { isAway, type Asset } from '../../../core/assets';
import { lonLat } from '../../../core/api';
import { newId } from '../../../core/ids';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import { edgeAt, placedCategory } from '../../../core/place';
import type { PlaceQuestion } from '../../../core/place-types';
import type { LocationSource, NewRequest, Point, Registered } from '../../../core/types';
import { insteadWords } from '../../../ui/Place';
import type { App } from '../app';
import { contactOf } from '../contact';
import { Asked } from './asked';
import { AtPlace } from './at-place';
import { bodyOf, newDraft, STEPS, worthKeeping, type Draft, type StepName } from './draft';
import type { DraftStore } from './draft-store';
import { ReportPhotos } from './photos';
import { suggest } from './suggest';

const SAVE_MS = 300;

/** A report being written: its draft, what the server says of it, and its sending. */
export class Report {
  readonly draft;
  readonly here: AtPlace;
  readonly asked: Asked;
  readonly photos: ReportPhotos;
  readonly errors = signal<Readonly<Record<string, string>>>({});
  readonly problem = signal<string | null>(null);
  readonly sending = signal(false);
  readonly sent = signal<Registered | null>(null);
  readonly offline = signal(!navigator.onLine);
  /** A draft from before was found again. */
  readonly resumed = signal(false);
  readonly suggestions = computed(() => suggest(this.here.catalogue.value, this.draft.value.text));
  /** The category as it stands at the place. */
  readonly placed = computed(() =>
    placedCategory(this.here.catalogue.value, this.app.catalogue, this.draft.value.category),
  );
  /** The answer to the danger question, where it is asked: of things that happen, not of questions and praise. */
  readonly danger = computed(() =>
    this.placed.value?.category.kind === 'INCIDENT' ? this.draft.value.danger : null,
  );
  readonly edge = computed(() => edgeAt(this.here.located.value));

  private saving: ReturnType<typeof setTimeout> | undefined;
  private closed = false;
  private readonly unfollow: () => void;
  private sendWhenOnline = false;
  private readonly network = (): void => this.networkChanged();

  constructor(
    private readonly app: App,
    private readonly store: DraftStore,
    start: { position: Point | null; address: string; asset?: Asset },
    found: Draft | null,
  ) {
    const fresh = newDraft(start);
    // a draft that an earlier version kept may know less
    const begun: Draft = found ? { ...fresh, ...found } : fresh;
    this.draft = signal<Draft>(start.asset ? { ...begun, ...at(start.asset) } : begun);
    this.here = new AtPlace(app, (address) => this.heard(address));
    this.photos = new ReportPhotos(app, this.draft, {
      change: (photos) => this.change({ photos }),
      keep: this.saveNow,
      propose: (position) => this.proposePlace(position),
      closed: () => this.closed,
    });
    this.resumed.value = found !== null;
    this.asked = new Asked(app.api);
    this.unfollow = effect(() => this.asked.follow(this.placed.value?.category ?? null));
    window.addEventListener('online', this.network);
    window.addEventListener('offline', this.network);
    document.addEventListener('visibilitychange', this.saveNow);
    this.photos.resume();
    void this.here.look(this.draft.value.asset);
    if (this.draft.value.position) this.ask();
  }

  close(): void {
    this.closed = true;
    this.unfollow();
    window.removeEventListener('online', this.network);
    window.removeEventListener('offline', this.network);
    document.removeEventListener('visibilitychange', this.saveNow);
    this.here.stop();
    if (!this.sent.value) this.saveNow();
  }

  change(change: Partial<Draft>): void {
    const draft = { ...this.draft.value, ...change };
    if (change.text !== undefined && !draft.categoryChosen)
      draft.category = suggest(this.here.catalogue.value, draft.text)[0]?.code ?? null;
    const before = this.draft.value;
    const asksAgain =
      change.position !== undefined ||
      (['category', 'danger', 'sectorChoice'] as const).some((name) => draft[name] !== before[name]);
    this.draft.value = draft;
    this.problem.value = null;
    // what was complained about has been changed
    this.errors.value = {};
    clearTimeout(this.saving);
    this.saving = setTimeout(this.saveNow, SAVE_MS);
    if (asksAgain && draft.position) this.ask();
  }

  goTo(step: StepName): void {
    this.errors.value = {};
    this.change({ step });
    // what is told before sending follows from the words, too
    if (step === 'review') this.ask();
    this.saveNow();
  }
  back(): void {
    const before = STEPS[STEPS.indexOf(this.draft.value.step) - 1];
    if (before) this.goTo(before);
  }

  /** Moves the place; its address follows unless it was written by hand. */
  place(position: Point, source: LocationSource, address?: string): void {
    const { asset } = this.draft.value;
    if (asset && isAway(asset, position)) this.about(null);
    this.change({
      position,
      source,
      placed: true,
      ...(address === undefined ? {} : { address, addressTyped: false }),
    });
  }

  /** Names the thing of the town that it is about, or none. */
  about(asset: Asset | null): void {
    this.change({ asset });
    void this.here.look(asset);
  }

  /** Begins again with nothing. */
  startOver(): void {
    void this.store.clear();
    this.draft.value = newDraft({ position: this.draft.value.position, address: '' });
    this.resumed.value = false;
    this.photos.forget();
    this.sent.value = null;
    this.errors.value = {};
    if (this.draft.value.position) this.ask();
  }

  /** Forgets the draft: it was sent, or is the same as another request. */
  async forget(): Promise<Draft> {
    clearTimeout(this.saving);
    const kept = this.draft.value;
    this.closed = true;
    await this.store.clear();
    return kept;
  }

  /** Whether a step may be left; says at the field why not. */
  check(step: StepName): boolean {
    const { position, text, category, contact, placed, addressTyped, answers } = this.draft.value;
    const errors: Record<string, string> = {};
    if (step === 'where' && !position) errors['position'] = t('report.where.missing');
    if (step === 'where' && addressTyped && !placed) errors['position'] = t('report.where.unmatched');
    if (step === 'where' && this.here.located.value?.inside === false) errors['position'] = this.outside();
    if (step === 'what' && text.trim() === '') errors['description'] = t('report.what.missing');
    if (step === 'what' && !category) errors['category'] = t('report.what.noCategory');
    const kept = step === 'what' || step === 'review' ? this.notTaken() : null;
    if (kept) errors['category'] = kept;
    if (step === 'what' || step === 'review') Object.assign(errors, this.asked.errors(answers));
    if (step === 'review') this.problem.value = this.asked.waiting(answers);
    if (step === 'review' && contactOf(contact) === null) errors['contact'] = t('report.contact.invalid');
    this.errors.value = errors;
    return Object.keys(errors).length === 0;
  }
  /** Why the place takes no report of this category now; null when it does. */
  private notTaken(): string | null {
    const placed = this.placed.value;
    if (placed && !placed.offered) return t('place.notOffered.do');
    return placed?.refusal ? insteadWords(placed.refusal) : null;
  }
  outside(): string {
    return t('report.where.outside', { place: this.app.jurisdiction.name });
  }

  /** Sends the report; repeating it is safe. */
  async submit(): Promise<void> {
    if (this.sending.value || !this.check('review')) return;
    this.sending.value = true;
    this.problem.value = null;
    try {
      await this.photos.arrived();
      this.sent.value = await this.register();
      clearTimeout(this.saving);
      await this.store.clear();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.refused(problem);
    } finally {
      this.sending.value = false;
    }
  }

  private async register(): Promise<Registered> {
    const { api, locale } = this.app;
    const { key, attempt } = this.draft.value;
    const body = bodyOf({ ...this.draft.value, ...this.confirmed() }, locale);
    this.draft.value = { ...this.draft.value, attempt: attempt ?? JSON.stringify(body) };
    await this.store.write(this.draft.value);
    try {
      return await api.report(body, key);
    } catch (problem) {
      // the first sending had arrived after all, only its answer was lost: ask for that answer
      if (problem instanceof Problem && problem.slug === 'idempotency-key-reused' && attempt)
        return api.report(JSON.parse(attempt) as NewRequest, key);
      throw problem;
    }
  }

  /** Only answers that still count: an unconfirmed choice of sector would have the whole report refused. */
  private confirmed(): Pick<Draft, 'danger' | 'sectorChoice' | 'answers'> {
    const { sectorChoice, answers } = this.draft.value;
    const near = this.here.located.value?.sector?.code === sectorChoice;
    return {
      danger: this.danger.value,
      sectorChoice: near ? sectorChoice : null,
      answers: this.asked.given(answers),
    };
  }

  private refused(problem: Problem): void {
    if (problem.slug === 'offline') {
      this.sendWhenOnline = true;
      this.problem.value = t('report.offline');
      return;
    }
    // nothing was registered: the next try is another one; too many or a fault leaves open what became of an earlier try
    if (problem.status < 500 && problem.status !== 429)
      this.draft.value = { ...this.draft.value, key: newId(), attempt: null };
    const errors = Object.fromEntries(
      problem.errors.map(({ field, detail }) => [field.split('.')[0] ?? field, detail]),
    );
    const step = stepOf(Object.keys(errors));
    if (step) this.change({ step });
    this.errors.value = errors;
    this.problem.value = problem.detail || t('public.failed');
  }

  private networkChanged(): void {
    this.offline.value = !navigator.onLine;
    if (!navigator.onLine || !this.sendWhenOnline) return;
    this.sendWhenOnline = false;
    if (!this.closed) void this.submit();
  }

  private readonly saveNow = (): void => {
    clearTimeout(this.saving);
    if (this.sent.value === null && worthKeeping(this.draft.value)) void this.store.write(this.draft.value);
  };

  private proposePlace(position: Point): void {
    const { source, position: known } = this.draft.value;
    const [west, south, east, north] = this.app.jurisdiction.bounds;
    const { lon, lat } = lonLat(position);
    const near = lon >= west && lon <= east && lat >= south && lat <= north;
    if (near && (!known || source === 'PIN')) this.place(position, 'PHOTO');
  }

  /** Everything that follows from the place, the category and the answers, once the place rests. */
  private ask(): void {
    this.here.ask(() => this.question());
  }
  private question(): PlaceQuestion | null {
    const { position, category, sectorChoice, text, answers } = this.draft.value;
    if (!position) return null;
    const given = this.asked.given(answers);
    return {
      position,
      category: category ?? undefined,
      danger: this.danger.value ?? undefined,
      sector: sectorChoice ?? undefined,
      description: text.trim() || undefined,
      answers: Object.keys(given).length > 0 ? given : undefined,
    };
  }
  private heard(address: string | null): void {
    const { addressTyped, source, categoryChosen, text, category, sectorChoice } = this.draft.value;
    const told: Partial<Draft> = {};
    if (!addressTyped && source !== 'ADDRESS' && address !== null) told.address = address;
    const located = this.here.located.value;
    // the place has moved away from the edge: the choice is not one any more
    if (sectorChoice && located && located.sector?.code !== sectorChoice) told.sectorChoice = null;
    this.draft.value = { ...this.draft.value, ...told };
    // what the words speak of may be another category where that one is not offered
    const first = categoryChosen ? category : (suggest(this.here.catalogue.value, text)[0]?.code ?? null);
    if (first !== category) this.change({ category: first });
  }
}

/** Whoever comes by the code on a thing reports that thing, where it stands; an earlier draft keeps its words. */
function at(asset: Asset): Partial<Draft> {
  const { position } = asset;
  const place = { position, source: 'ASSET', placed: true, address: '', addressTyped: false } as const;
  return { asset, sectorChoice: null, ...place };
}

/** Where in the report a complaint belongs. */
function stepOf(fields: readonly string[]): StepName | null {
  if (fields.some((field) => field === 'description' || field === 'category')) return 'what';
  if (fields.some((field) => field === 'position' || field === 'address')) return 'where';
  return fields.includes('photos') ? 'photo' : null;
}
