import { batch, computed, effect, signal } from '@preact/signals';
import type { PublicApi } from '../../core/api';
import { t } from '../../core/i18n';
import { edgeAt, locateChosen, placedCategory } from '../../core/place';
import { blockedBy, givenOf, type CategoryQuestions } from '../../core/questions';
import type { DeskApi } from '../../core/staff-api';
import type { Caller, NewDeskRequest } from '../../core/staff-types';
import type { Located, PlaceQuestion } from '../../core/place-types';
import type { Catalogue, NearbyRequest, Point, Registered } from '../../core/types';
import { DraftStore, isEmpty, newDraft, type Draft } from './draft';
import { Lookup } from './lookup';
import { propose, type Proposal } from './proposals';
import { matchCategories } from './match-category';
import { parsePosition } from './parse-position';
import { problemWords } from './words';

interface Needs {
  code: string;
  api: PublicApi;
  desk: DeskApi;
  catalogue: () => Catalogue;
}
/** Long enough for a hand on the map or keyboard to rest, short enough that the answer is there within 300 ms. */
const REST_MS = 80;
const LEAST_LETTERS = 3;
const LEAST_DIGITS = 6;

/** Taking a call: where, what is known there, what, who; then one save. */
export class Call {
  readonly isOpen = signal(false);
  readonly draft = signal<Draft>(newDraft());
  /** The proposal of the address list that the arrows stand on. */
  readonly active = signal(0);
  readonly listOpen = signal(false);
  readonly busy = signal(false);
  readonly problem = signal<string | null>(null);
  readonly addresses = new Lookup<{ items: Proposal[]; tookMs: number }>(60);
  readonly nearby = new Lookup<{ radiusMetres: number; items: NearbyRequest[] }>(REST_MS);
  readonly located = new Lookup<Located>(REST_MS);
  readonly offered = new Lookup<Catalogue>(REST_MS);
  readonly callers = new Lookup<Caller[]>(200);
  readonly asked = new Lookup<CategoryQuestions>(0);
  readonly questions = computed(() => this.asked.answer.value?.questions ?? []);
  readonly proposals = computed(() =>
    this.listOpen.value ? (this.addresses.answer.value?.items ?? []) : [],
  );
  /** What the map shows: the chosen place, or the proposal under the arrows. */
  readonly shown = computed<Point | null>(
    () => this.proposals.value[this.active.value]?.position ?? this.draft.value.position,
  );
  /** What the public may report at the place; until that is known, anywhere. */
  readonly catalogue = computed(() => this.offered.answer.value ?? this.needs.catalogue());
  readonly suggestions = computed(() => matchCategories(this.catalogue.value, this.draft.value.words));
  /** The category as it stands at the place. */
  readonly placed = computed(() =>
    placedCategory(this.catalogue.value, this.needs.catalogue(), this.draft.value.category || null),
  );
  readonly edge = computed(() => edgeAt(this.located.answer.value));
  private readonly store: DraftStore;

  constructor(private readonly needs: Needs) {
    this.store = new DraftStore(needs.code);
    effect(() => {
      if (this.isOpen.value) this.store.write(this.draft.value);
    });
    const place = computed(() => JSON.stringify(this.draft.value.position));
    const asked = computed(() => JSON.stringify(questionOf(this.draft.value, this.given())));
    const asking = computed(() => (this.placed.value?.category.asks ? this.draft.value.category : ''));
    effect(() => this.askFor(asking.value));
    effect(() => this.lookAround(JSON.parse(place.value) as Point | null));
    effect(() => this.ask(JSON.parse(asked.value) as PlaceQuestion | null));
    effect(() => this.answered(this.located.answer.value));
    effect(() => this.offeredThere(this.offered.answer.value));
  }

  /** Opens with the draft that was kept, if there is one. */
  open(): void {
    const kept = this.store.read();
    batch(() => {
      this.draft.value = kept ?? newDraft();
      this.problem.value = null;
      this.isOpen.value = true;
    });
    if (kept) this.setPhone(kept.phone);
  }
  /** Closes; the draft stays. True when there is one to come back to. */
  close(): boolean {
    this.isOpen.value = false;
    this.listOpen.value = false;
    return !isEmpty(this.draft.value);
  }
  clear(): void {
    this.store.clear();
    this.addresses.clear();
    this.callers.clear();
    this.problem.value = null;
    this.draft.value = { ...newDraft(), channel: this.draft.value.channel };
  }

  set(change: Partial<Draft>): void {
    this.problem.value = null;
    this.draft.value = { ...this.draft.value, ...change };
  }

  setWhere(where: string): void {
    const position = parsePosition(where);
    this.set({ where, position, source: position ? 'PIN' : 'NONE', asset: null });
    this.active.value = 0;
    this.listOpen.value = position === null;
    if (position || where.trim().length < LEAST_LETTERS) this.addresses.clear();
    else this.addresses.ask((stop) => propose(this.needs.api, where, stop));
  }
  step(by: number): void {
    const count = this.proposals.value.length;
    if (count > 0) this.active.value = (this.active.value + by + count) % count;
  }
  /** Takes a proposal as the place. */
  pick(index = this.active.value): boolean {
    const address = this.proposals.value[index];
    if (!address) return false;
    this.listOpen.value = false;
    const { label, position, asset } = address;
    this.set({ where: label, position, source: asset ? 'ASSET' : 'ADDRESS', asset: asset ?? null });
    return true;
  }
  /** Takes a point of the map as the place; its address is looked up, not invented. */
  async point(position: Point): Promise<void> {
    this.listOpen.value = false;
    this.set({ position, source: 'PIN', asset: null });
    const address = await this.needs.api.nearestAddress(position).catch(() => null);
    if (this.draft.value.position === position) this.set({ where: address?.label ?? t('call.point') });
  }

  setWords(words: string): void {
    const { chosen, category } = this.draft.value;
    this.set({ words, category: chosen ? category : this.meant(words, this.catalogue.value) });
  }
  private meant(words: string, catalogue: Catalogue): string {
    return matchCategories(catalogue, words, 1)[0]?.code ?? '';
  }
  setPhone(phone: string): void {
    if (phone !== this.draft.value.phone) this.set({ phone });
    if (phone.replace(/\D/g, '').length < LEAST_DIGITS) this.callers.clear();
    else this.callers.ask(async (stop) => (await this.needs.desk.callers(phone, stop)).items);
  }

  /** Saves; answers with what was registered, or says what is missing. */
  async save(): Promise<Registered | null> {
    const missing = missingIn(this.draft.value, this.located.answer.value) ?? this.unanswered();
    if (missing || this.busy.value) {
      this.problem.value = missing;
      return null;
    }
    this.busy.value = true;
    try {
      const registered = await this.needs.desk.register(this.body(), this.draft.value.key);
      this.clear();
      this.isOpen.value = false;
      return registered;
    } catch (cause) {
      this.problem.value = problemWords(cause);
      return null;
    } finally {
      this.busy.value = false;
    }
  }

  /** What refuses the public is only told here; what is required is asked of the caller. */
  private unanswered(): string | null {
    const blocked = blockedBy(this.questions.value, this.draft.value.answers);
    return blocked?.missing ? t('questions.missingDesk', { question: blocked.question.text }) : null;
  }

  /** An unconfirmed choice of sector would have the whole call refused, and so would an answer to what is not asked. */
  private body(): NewDeskRequest {
    const { sectorChoice } = this.draft.value;
    const near = this.located.answer.value?.sector?.code === sectorChoice;
    return bodyOf({ ...this.draft.value, answers: this.given(), sectorChoice: near ? sectorChoice : null });
  }
  private given(): Record<string, string> {
    return givenOf(this.questions.value, this.draft.value.answers);
  }
  private lookAround(position: Point | null): void {
    if (position) this.offered.ask((stop) => this.needs.api.catalogue(position, stop));
    else this.offered.clear();
  }
  private askFor(category: string): void {
    this.asked.clear();
    if (category !== '') this.asked.ask(() => this.needs.api.questions(category));
  }
  private ask(question: PlaceQuestion | null): void {
    if (!question) {
      this.nearby.clear();
      this.located.clear();
      return;
    }
    const { position, category } = question;
    this.nearby.ask((stop) => this.needs.api.nearby(position, category, stop));
    this.located.ask((stop) => locateChosen(this.needs.api, question, stop));
  }
  /** What the words speak of may be another category where that one is not offered. */
  private offeredThere(catalogue: Catalogue | null): void {
    const draft = this.draft.peek();
    if (!catalogue || draft.chosen || draft.words === '') return;
    const category = this.meant(draft.words, catalogue);
    if (category !== draft.category) this.draft.value = { ...draft, category };
  }
  /** The place has moved away from the edge: the choice is not one any more. */
  private answered(located: Located | null): void {
    const { sectorChoice } = this.draft.peek();
    if (located && sectorChoice && located.sector?.code !== sectorChoice)
      this.draft.value = { ...this.draft.peek(), sectorChoice: null };
  }
}

function questionOf(
  { position, sectorChoice, danger, ...draft }: Draft,
  given: Record<string, string>,
): PlaceQuestion | null {
  return (
    position && {
      position,
      category: draft.category || undefined,
      sector: sectorChoice ?? undefined,
      danger: danger ?? undefined,
      description: draft.words.trim() || undefined,
      answers: Object.keys(given).length > 0 ? given : undefined,
      channel: draft.channel,
    }
  );
}

export function missingIn(draft: Draft, located: Located | null): string | null {
  if (draft.position === null) return t('call.missing.place');
  if (located && !located.inside) return t('call.outside');
  if (draft.words.trim() === '') return t('call.missing.words');
  if (draft.category === '') return t('call.missing.category');
  return null;
}

function bodyOf(draft: Draft): NewDeskRequest {
  const text = (name: 'name' | 'email' | 'phone' | 'organisation') =>
    draft[name].trim() === '' ? {} : { [name]: draft[name].trim() };
  const behalf =
    draft.requesterType === 'PERSON' ? {} : { type: draft.requesterType, ...text('organisation') };
  const contact = { ...text('name'), ...text('email'), ...text('phone'), ...behalf };
  return {
    id: draft.id,
    category: draft.category,
    ...(draft.position ? { position: draft.position } : {}),
    locationSource: draft.source,
    // the name of a thing is no address: the one that is nearest to it is looked up
    address: draft.asset ? '' : draft.where.trim(),
    description: draft.words.trim(),
    ...(Object.keys(contact).length > 0 ? { contact } : {}),
    channel: draft.channel,
    ...(draft.asset ? { asset: draft.asset.id } : {}),
    ...(draft.chosenPriority ? { priority: draft.chosenPriority } : {}),
    ...(draft.danger ? { danger: draft.danger } : {}),
    ...(Object.keys(draft.answers).length > 0 ? { answers: draft.answers } : {}),
    ...(draft.position && draft.sectorChoice ? { sectorChoice: draft.sectorChoice } : {}),
  };
}
