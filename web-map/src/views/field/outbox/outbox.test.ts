import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../../core/problem';
import { jobLane, type Item, type NewItem } from './item';
import { Outbox, verdictOf, type Transport } from './outbox';
import { waitAfter } from './retries';
import type { Entry, OutboxStore } from './store';

/** A disk: only what was written in full is there after a crash. */
class Disk implements OutboxStore {
  private items = new Map<number, Item>();
  private images = new Map<string, Blob>();
  private order = 0;
  add(entries: readonly Entry[]): Promise<void> {
    for (const { blob, ...item } of entries) {
      const order = ++this.order;
      this.items.set(order, structuredClone({ ...item, order } as Item));
      if (blob) this.images.set(item.id, blob);
    }
    return Promise.resolve();
  }
  all(): Promise<Item[]> {
    return Promise.resolve([...this.items.values()].map((item) => structuredClone(item)));
  }
  image(id: string): Promise<Blob | undefined> {
    return Promise.resolve(this.images.get(id));
  }
  write({ put = [], remove = [] }: Parameters<OutboxStore['write']>[0]): Promise<void> {
    for (const item of put) {
      this.items.set(item.order, structuredClone(item));
      if (item.state === 'received') this.images.delete(item.id);
    }
    for (const item of remove) {
      this.items.delete(item.order);
      this.images.delete(item.id);
    }
    return Promise.resolve();
  }
}

/** What the way to the server does to one call. */
type Weather = 'fine' | 'offline' | 'error' | 'lost-answer' | 'crash' | 'crash-after' | 'no-json' | 'refused';

/** The server: idempotent by id, and strict about order. */
class Server {
  readonly effects: string[] = [];
  readonly photos = new Set<string>();
  readonly calls: string[] = [];
  take(item: Item, image: Blob | undefined): void {
    this.calls.push(item.id);
    if (item.kind === 'photo') {
      if (!image) throw new Error('a photo without its image');
      this.photos.add(item.id);
    } else
      for (const photo of item.photos)
        if (!this.photos.has(photo)) throw new Error(`${item.id} names ${photo}, which never came`);
    if (!this.effects.includes(item.id)) this.effects.push(item.id);
  }
}

const problem = (status: number, slug = 'x'): Problem =>
  new Problem({ slug, status, title: '', detail: `why ${status}` });
const never = new Promise<never>(() => undefined);

function transportIn(weather: Iterator<Weather>, server: Server, crashed: () => void): Transport {
  return (item, image) => {
    const now = weather.next().value ?? 'fine';
    switch (now as Weather) {
      case 'offline':
        return Promise.reject(problem(0, 'offline'));
      case 'error':
        return Promise.reject(problem(503));
      case 'no-json':
        return Promise.reject(new SyntaxError('<html>'));
      case 'refused':
        return Promise.reject(problem(409));
      case 'crash':
        crashed();
        return never;
      case 'lost-answer':
        server.take(item, image);
        return Promise.reject(problem(0, 'offline'));
      case 'crash-after':
        server.take(item, image);
        crashed();
        return never;
      default:
        server.take(item, image);
        return Promise.resolve({ number: item.id, at: '2026-11-22T10:00:00Z' });
    }
  };
}

const ME = { id: 'me', name: 'Karim' };
const photo = (id: string, lane: string): NewItem => ({
  id,
  lane,
  kind: 'photo',
  purpose: 'AFTER',
  bytes: 1,
  about: { title: '', place: '' },
  blob: new Blob(['x']),
});
const step = (id: string, job: string, photos: string[] = []): NewItem => ({
  id,
  lane: jobLane(job),
  kind: 'step',
  jobId: job,
  step: 'ON_SITE',
  at: '2026-11-22T10:00:00Z',
  photos,
  about: { title: '', place: '' },
});

/** A day's work: for each entry a job and how many photos come with the step. */
const day = fc.array(fc.record({ job: fc.constantFrom('a', 'b', 'c'), photos: fc.nat(2) }), {
  minLength: 1,
  maxLength: 8,
});
const bad = fc.constantFrom<Weather>(
  'fine',
  'fine',
  'offline',
  'error',
  'lost-answer',
  'crash',
  'crash-after',
  'no-json',
);

/** Lives through the weather, restarting after every crash, and ends on a fine day. */
async function live(work: { job: string; photos: number }[], weather: Weather[], server: Server) {
  const disk = new Disk();
  const sky = weather[Symbol.iterator]();
  let outbox!: Outbox;
  let fell!: () => void;
  let fall!: Promise<void>;
  const boot = async (): Promise<void> => {
    fall = new Promise((resolve) => (fell = resolve));
    const down = fell;
    outbox = new Outbox({ store: disk, transport: transportIn(sky, server, () => down()), newestKept: 1000 });
    outbox.signedIn(ME);
    await outbox.open();
  };
  const round = async (): Promise<void> => {
    const crashed = await Promise.race([outbox.flush().then(() => false), fall.then(() => true)]);
    if (crashed) await boot();
  };
  await boot();
  const written: string[][] = [];
  for (const [index, { job, photos }] of work.entries()) {
    const names = Array.from({ length: photos }, (_, n) => `p${index}.${n}`);
    for (const name of names) {
      await outbox.add([photo(name, jobLane(job))]);
      await round();
    }
    await outbox.add([step(`s${index}`, job, names)]);
    written.push([...names, `s${index}`]);
    await round();
  }
  for (let more = 0; more < weather.length + 2; more++) await round();
  return { outbox, written };
}

describe('The outbox', () => {
  it('loses nothing and sends nothing twice over, whatever the network and the phone do', async () => {
    await fc.assert(
      fc.asyncProperty(day, fc.array(bad, { maxLength: 30 }), async (work, weather) => {
        const server = new Server();
        const { outbox, written } = await live(work, weather, server);
        expect([...server.effects].sort()).toEqual(written.flat().sort());
        expect(outbox.unsent()).toEqual([]);
        // once a receipt has come, an item is never sent again: repeats are only the unlucky calls
        const repeats = server.calls.length - new Set(server.calls).size;
        expect(repeats).toBeLessThanOrEqual(
          weather.filter((w) => w === 'lost-answer' || w === 'crash-after').length,
        );
      }),
      { numRuns: 120 },
    );
  }, 30_000);

  it('keeps the order within a job: photos first, then the step that names them', async () => {
    await fc.assert(
      fc.asyncProperty(day, fc.array(bad, { maxLength: 30 }), async (work, weather) => {
        const server = new Server();
        const { written } = await live(work, weather, server);
        for (const job of ['a', 'b', 'c']) {
          const expected = written.filter((_, index) => work[index]?.job === job).flat();
          expect(server.effects.filter((id) => expected.includes(id))).toEqual(expected);
        }
      }),
      { numRuns: 80 },
    );
  }, 30_000);

  it('keeps a refused item with the reason, holds up only what follows it, and lets others pass', async () => {
    const server = new Server();
    const sky: Weather[] = ['refused', 'fine'];
    const store = new Disk();
    const transport = transportIn(sky[Symbol.iterator](), server, () => undefined);
    const outbox = new Outbox({ store, transport });
    outbox.signedIn(ME);
    await outbox.add([step('s1', 'a'), step('s2', 'a'), step('s3', 'b')]);
    await outbox.flush();
    expect(server.effects).toEqual(['s3']);
    expect(outbox.unsent()).toMatchObject([
      { id: 's1', state: 'refused', refusal: { status: 409, detail: 'why 409' } },
      { id: 's2', state: 'waiting' },
    ]);
    await outbox.drop('s1');
    await outbox.flush();
    expect(server.effects).toEqual(['s3', 's2']);
  });

  it('lets a step go without a photo that was given up', async () => {
    const server = new Server();
    const sky: Weather[] = ['refused'];
    const transport = transportIn(sky[Symbol.iterator](), server, () => undefined);
    const outbox = new Outbox({ store: new Disk(), transport });
    outbox.signedIn(ME);
    await outbox.add([photo('p', jobLane('a')), step('s', 'a', ['p'])]);
    await outbox.flush();
    await outbox.drop('p');
    await outbox.flush();
    expect(outbox.unsent()).toEqual([]);
    expect(server.effects).toEqual(['s']);
  });

  it('survives a sign-out and is never sent in another person’s name', async () => {
    const server = new Server();
    const transport = transportIn([][Symbol.iterator](), server, () => undefined);
    const outbox = new Outbox({ store: new Disk(), transport });
    outbox.signedIn(ME);
    await outbox.add([step('s', 'a')]);
    outbox.signedIn(null);
    await outbox.flush();
    outbox.signedIn({ id: 'other', name: 'Ana' });
    await outbox.flush();
    expect(server.effects).toEqual([]);
    expect(outbox.unsent()).toHaveLength(1);
    outbox.signedIn(ME);
    await outbox.flush();
    expect(server.effects).toEqual(['s']);
  });
});

describe('What a failure means', () => {
  it('is a refusal only when the server clearly says no', () => {
    expect([400, 403, 404, 409, 413, 415, 422].map((status) => verdictOf(problem(status)))).toEqual(
      Array(7).fill('refused'),
    );
    expect([408, 425, 429, 500, 502, 503, 504].map((status) => verdictOf(problem(status)))).toEqual(
      Array(7).fill('later'),
    );
    expect(verdictOf(problem(0))).toBe('stop');
    expect(verdictOf(problem(401))).toBe('signed-out');
    expect(verdictOf(new SyntaxError('<html>'))).toBe('later');
  });
  it('is followed by longer and longer waits, a minute at most, or what the server asks', () => {
    expect([1, 2, 3, 9].map((failures) => waitAfter(failures))).toEqual([3000, 6000, 12_000, 60_000]);
    expect(waitAfter(1, 90)).toBe(90_000);
  });
});
