import { batch, computed, effect, signal } from '@preact/signals';
import type { PublicApi } from '../../core/api';
import { t } from '../../core/i18n';
import type { DeskApi } from '../../core/staff-api';
import type { Caller, NewDeskRequest } from '../../core/staff-types';
import type { Address, Catalogue, Located, NearbyRequest, Point, Registered } from '../../core/types';
import { DraftStore, isEmpty, newDraft, type Draft } from './draft';
import { Lookup } from './lookup';
import { matchCategories } from './match-category';
import { parsePosition } from './parse-position';
import { problemWords } from './words';

interface Needs {
  code: string;
  api: PublicApi;
  desk: DeskApi;
  catalogue: () => Catalogue;
}
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
  readonly addresses = new Lookup<{ items: Address[]; tookMs: number }>(60);
  readonly nearby = new Lookup<{ radiusMetres: number; items: NearbyRequest[] }>(150);
  readonly located = new Lookup<Located>(150);
  readonly callers = new Lookup<Caller[]>(200);
  readonly proposals = computed(() =>
    this.listOpen.value ? (this.addresses.answer.value?.items ?? []) : [],
  );
  /** What the map shows: the chosen place, or the proposal under the arrows. */
  readonly shown = computed<Point | null>(
    () => this.proposals.value[this.active.value]?.position ?? this.draft.value.position,
  );
  readonly suggestions = computed(() => matchCategories(this.needs.catalogue(), this.draft.value.words));
  private readonly store: DraftStore;

  constructor(private readonly needs: Needs) {
    this.store = new DraftStore(needs.code);
    effect(() => {
      if (this.isOpen.value) this.store.write(this.draft.value);
    });
    const place = computed(() => JSON.stringify(this.draft.value.position));
    const category = computed(() => this.draft.value.category);
    effect(() => this.lookAround(JSON.parse(place.value) as Point | null, category.value));
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
    this.set({ where, position, source: position ? 'PIN' : 'NONE' });
    this.active.value = 0;
    this.listOpen.value = position === null;
    if (position || where.trim().length < LEAST_LETTERS) this.addresses.clear();
    else this.addresses.ask((stop) => this.needs.api.addresses(where, undefined, stop));
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
    this.set({ where: address.label, position: address.position, source: 'ADDRESS' });
    return true;
  }
  /** Takes a point of the map as the place; its address is looked up, not invented. */
  async point(position: Point): Promise<void> {
    this.listOpen.value = false;
    this.set({ position, source: 'PIN' });
    const address = await this.needs.api.nearestAddress(position).catch(() => null);
    if (this.draft.value.position === position) this.set({ where: address?.label ?? t('call.point') });
  }

  setWords(words: string): void {
    const first = matchCategories(this.needs.catalogue(), words, 1)[0];
    const { chosen, category } = this.draft.value;
    this.set({ words, category: chosen ? category : (first?.code ?? '') });
  }
  setPhone(phone: string): void {
    if (phone !== this.draft.value.phone) this.set({ phone });
    if (phone.replace(/\D/g, '').length < LEAST_DIGITS) this.callers.clear();
    else this.callers.ask(async (stop) => (await this.needs.desk.callers(phone, stop)).items);
  }

  /** Saves; answers with what was registered, or says what is missing. */
  async save(): Promise<Registered | null> {
    const missing = missingIn(this.draft.value, this.located.answer.value);
    if (missing || this.busy.value) {
      this.problem.value = missing;
      return null;
    }
    this.busy.value = true;
    try {
      const registered = await this.needs.desk.register(bodyOf(this.draft.value), this.draft.value.key);
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

  private lookAround(position: Point | null, category: string): void {
    if (!position) {
      this.nearby.clear();
      this.located.clear();
      return;
    }
    const wanted = category === '' ? undefined : category;
    this.nearby.ask((stop) => this.needs.api.nearby(position, wanted, stop));
    this.located.ask((stop) => this.needs.api.locate(position, wanted, stop));
  }
}

export function missingIn(draft: Draft, located: Located | null): string | null {
  if (draft.position === null) return t('call.missing.place');
  if (located && !located.inside) return t('call.outside');
  if (draft.words.trim() === '') return t('call.missing.words');
  if (draft.category === '') return t('call.missing.category');
  return null;
}

function bodyOf(draft: Draft): NewDeskRequest {
  const text = (name: 'name' | 'email' | 'phone') =>
    draft[name].trim() === '' ? {} : { [name]: draft[name].trim() };
  const contact = { ...text('name'), ...text('email'), ...text('phone') };
  return {
    id: draft.id,
    category: draft.category,
    ...(draft.position ? { position: draft.position } : {}),
    locationSource: draft.source,
    address: draft.where.trim(),
    description: draft.words.trim(),
    ...(Object.keys(contact).length > 0 ? { contact } : {}),
    channel: draft.channel,
    ...(draft.priority === 'NORMAL' ? {} : { priority: draft.priority }),
  };
}
