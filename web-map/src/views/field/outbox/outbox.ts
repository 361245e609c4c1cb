import { signal } from '@preact/signals';
import { Problem } from '../../../core/problem';
import type { Item, NewItem, Receipt } from './item';
import type { OutboxStore } from './store';

/** Brings one item to the server; resolves only with the server's receipt. */
export type Transport = (item: Item, image: Blob | undefined) => Promise<Receipt>;

export interface OutboxOptions {
  store: OutboxStore;
  transport: Transport;
  /** Keeps two tabs from sending the same line at once. */
  exclusively?: <T>(work: () => Promise<T>) => Promise<T>;
  now?: () => number;
  newestKept?: number;
}
/** How a round of sending ended. */
export interface Round {
  /** Items that could go but did not. */
  left: number;
  /** Nobody is signed in any more: trying again is of no use. */
  signedOut: boolean;
  retryAfterSeconds?: number;
}
type Verdict = 'received' | 'refused' | 'later' | 'stop' | 'signed-out';

/** One durable line for everything the phone has to tell the server. Nothing leaves it without a receipt. */
export class Outbox {
  readonly items = signal<readonly Item[]>([]);
  readonly sending = signal<string | null>(null);
  readonly lastTry = signal<number | null>(null);
  private owner: Item['owner'] | null = null;
  private round: Promise<Round> | undefined;
  private retryAfter: number | undefined;

  constructor(private readonly options: OutboxOptions) {}

  /** Reads what an earlier visit has left. */
  async open(): Promise<void> {
    this.items.value = await this.options.store.all();
  }

  /** In whose name new items are recorded, and whose items may be sent. */
  signedIn(owner: Item['owner'] | null): void {
    this.owner = owner;
  }

  unsent(): Item[] {
    return this.items.value.filter(({ state }) => state !== 'received');
  }

  /** Writes items down together; when it resolves they survive a crash. */
  async add(items: readonly NewItem[]): Promise<void> {
    const { owner } = this;
    if (!owner) throw new Error('Nobody is signed in.');
    const createdAt = new Date(this.now()).toISOString();
    await this.options.store.add(
      items.map((item) => ({ ...item, owner, createdAt, state: 'waiting' as const, attempts: 0 })),
    );
    await this.open();
  }

  /** Sends what can be sent. A call during a round joins it. */
  flush(): Promise<Round> {
    const work = (): Promise<Round> => this.sendAll();
    this.round ??= (this.options.exclusively?.(work) ?? work()).finally(() => {
      this.round = undefined;
    });
    return this.round;
  }

  /** Gives a refused item another chance. */
  async retry(id: string): Promise<void> {
    const item = this.find(id);
    if (item?.state !== 'refused') return;
    const again: Item = { ...item, state: 'waiting' };
    delete again.refusal;
    await this.options.store.write({ put: [again] });
    await this.open();
  }

  /** Gives an item up, by the reader's choice. What names a photo forgets it. */
  async drop(id: string): Promise<void> {
    const item = this.find(id);
    if (!item || this.sending.value === id) return;
    const put = this.items.value
      .filter((other) => other.state !== 'received')
      .filter((other) => other.kind !== 'photo' && other.photos.includes(id))
      .map((other) => withoutPhoto(other, id));
    await this.options.store.write({ put, remove: [item] });
    await this.open();
  }

  image(id: string): Promise<Blob | undefined> {
    return this.options.store.image(id);
  }

  private async sendAll(): Promise<Round> {
    await this.open();
    this.retryAfter = undefined;
    const aside = new Set<string>();
    let verdict: Verdict | undefined;
    for (let item = this.next(aside); item; item = this.next(aside)) {
      this.lastTry.value = this.now();
      verdict = await this.attempt(item);
      if (verdict === 'stop' || verdict === 'signed-out') break;
      if (verdict === 'later') aside.add(item.lane);
    }
    await this.prune();
    const left = this.unsent().filter((item) => this.mayGo(item)).length;
    const wait = this.retryAfter === undefined ? {} : { retryAfterSeconds: this.retryAfter };
    return { left, signedOut: verdict === 'signed-out', ...wait };
  }

  /** The first in line, leaving out lanes that are set aside or held up by a refusal. */
  private next(aside: ReadonlySet<string>): Item | undefined {
    return this.items.value.find((item) => this.mayGo(item) && !aside.has(item.lane));
  }

  private mayGo(item: Item): boolean {
    if (item.state !== 'waiting' || item.owner.id !== this.owner?.id) return false;
    return !this.items.value.some(
      (other) => other.lane === item.lane && other.state === 'refused' && other.order < item.order,
    );
  }

  private async attempt(item: Item): Promise<Verdict> {
    this.sending.value = item.id;
    try {
      const image = item.kind === 'photo' ? await this.options.store.image(item.id) : undefined;
      const receipt = await this.options.transport(item, image);
      await this.settle(item.id, { state: 'received', receipt });
      return 'received';
    } catch (error) {
      return await this.failed(item, error);
    } finally {
      this.sending.value = null;
    }
  }

  private async failed(item: Item, error: unknown): Promise<Verdict> {
    const verdict = verdictOf(error);
    if (error instanceof Problem && error.retryAfter !== undefined) this.retryAfter = error.retryAfter;
    if (verdict === 'refused' && error instanceof Problem) {
      const { status, slug, detail } = error;
      const refusal = { status, slug, detail, at: new Date(this.now()).toISOString() };
      await this.settle(item.id, { state: 'refused', refusal });
    } else await this.settle(item.id, {});
    return verdict;
  }

  private async settle(
    id: string,
    change: Partial<Pick<Item, 'state' | 'receipt' | 'refusal'>>,
  ): Promise<void> {
    // read again: while it was under way it may have been dropped, or lost a photo
    const item = this.find(id);
    if (!item) return;
    await this.options.store.write({ put: [{ ...item, ...change, attempts: item.attempts + 1 }] });
    await this.open();
  }

  /** Receipts are kept as a proof for some days, not for ever. */
  private async prune(): Promise<void> {
    const received = this.items.value.filter(({ state }) => state === 'received');
    const old = received.slice(0, Math.max(0, received.length - (this.options.newestKept ?? 60)));
    if (old.length === 0) return;
    await this.options.store.write({ remove: old });
    await this.open();
  }

  private find(id: string): Item | undefined {
    return this.items.value.find((item) => item.id === id);
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }
}

/** Only a clear no of the server is a refusal; everything else may succeed later. */
export function verdictOf(error: unknown): Verdict {
  if (!(error instanceof Problem)) return 'later';
  const { status } = error;
  if (status === 0) return 'stop';
  if (status === 401) return 'signed-out';
  if (status < 400 || status >= 500 || [408, 425, 429].includes(status)) return 'later';
  return 'refused';
}

function withoutPhoto(item: Item, id: string): Item {
  if (item.kind === 'photo') return item;
  return { ...item, photos: item.photos.filter((photo) => photo !== id) };
}
