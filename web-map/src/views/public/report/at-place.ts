import { computed, signal } from '@preact/signals';
import { assetLabel, type Asset } from '../../../core/assets';
import { locateChosen } from '../../../core/place';
import { Problem } from '../../../core/problem';
import type { Located, PlaceQuestion } from '../../../core/place-types';
import type { Catalogue, NearbyRequest } from '../../../core/types';
import type { App } from '../app';

/** Long enough for a hand on the map to rest, short enough that the answer is there within 300 ms. */
const REST_MS = 80;

/** What the server says of the place: its sector, what is offered there, who would answer, what is known nearby. */
export class AtPlace {
  readonly located = signal<Located | null>(null);
  readonly nearby = signal<readonly NearbyRequest[]>([]);
  /** Things of the town by the pin that suit the category, the nearest first. */
  readonly assets = signal<readonly Asset[]>([]);
  private readonly about = signal<readonly NearbyRequest[]>([]);
  /** What may be the same: first what was reported of the very thing, then what lies near. */
  readonly known = computed<readonly NearbyRequest[]>(() => {
    const first = this.about.value;
    return [...first, ...this.nearby.value.filter(({ id }) => first.every((one) => one.id !== id))];
  });
  /** What may be reported there; until that is known, what may be reported anywhere. */
  readonly catalogue;
  private asking: ReturnType<typeof setTimeout> | undefined;
  private question: AbortController | undefined;
  private cataloguedAt = '';
  private looking: string | undefined;

  constructor(
    private readonly app: App,
    /** The nearest address; empty when there is none near, null when that is not known. */
    private readonly heard: (address: string | null) => void,
  ) {
    this.catalogue = signal<Catalogue>(app.catalogue);
  }

  /** Asks once the place rests; the answers before stay until the new ones are there, so nothing flickers. */
  ask(question: () => PlaceQuestion | null): void {
    this.stop();
    const running = new AbortController();
    this.question = running;
    this.asking = setTimeout(() => {
      const asked = question();
      if (asked) void this.answer(asked, running.signal);
    }, REST_MS);
  }

  /** Looks up what is reported of the thing that was picked. */
  async look(asset: Asset | null): Promise<void> {
    this.looking = asset?.id;
    this.about.value = [];
    if (!asset) return;
    const label = assetLabel(asset);
    // that it is known already is a help, never a condition
    const found = await this.app.api.asset(asset.id).catch(() => null);
    if (this.looking === asset.id && found)
      this.about.value = found.requests.map((card) => ({ ...card, distanceMetres: 0, about: label }));
  }

  stop(): void {
    clearTimeout(this.asking);
    this.question?.abort();
  }

  private async answer(question: PlaceQuestion, signal: AbortSignal): Promise<void> {
    const { api } = this.app;
    const { position, category } = question;
    const place = position.coordinates.join();
    const [located, nearby, address, catalogue, assets] = await Promise.allSettled([
      locateChosen(api, question, signal),
      category ? api.nearby(position, category, signal) : Promise.resolve({ radiusMetres: 0, items: [] }),
      api.nearestAddress(position, signal),
      place === this.cataloguedAt ? Promise.resolve(this.catalogue.value) : api.catalogue(position, signal),
      api.assetsNear(position, category ?? undefined, signal),
    ]);
    if (signal.aborted) return;
    if (located.status === 'fulfilled') this.located.value = located.value;
    if (nearby.status === 'fulfilled') this.nearby.value = nearby.value.items;
    if (assets.status === 'fulfilled') this.assets.value = assets.value.items;
    if (catalogue.status === 'fulfilled') {
      this.catalogue.value = catalogue.value;
      this.cataloguedAt = place;
    }
    this.heard(address.status === 'fulfilled' ? address.value.label : noneNear(address.reason) ? '' : null);
  }
}

function noneNear(problem: unknown): boolean {
  return problem instanceof Problem && problem.status === 404;
}
