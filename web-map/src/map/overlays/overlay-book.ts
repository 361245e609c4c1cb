import { computed, signal } from '@preact/signals';
import { locale } from '../../core/i18n';
import { factsOf, infoUrl, originOf, type PlaceFacts } from '../../core/overlay';
import type { Overlay } from '../../core/overlay-types';
import type { Point } from '../../core/types';
import type { MapPort } from '../port';
import type { DrawnOverlay, OverlayStanding } from './drawn';
import { FeatureOverlay } from './feature-overlay';
import { TileOverlay } from './tile-overlay';

/** What a service said of the place that was clicked; null: it could not be asked. */
export interface PlaceAnswer {
  overlay: Overlay;
  facts: readonly PlaceFacts[] | null;
}

/** The layers of other services over one map: which are shown, how each goes, and what they tell of a place. */
export class OverlayBook {
  readonly shown = signal<readonly string[]>([]);
  readonly standings = signal<ReadonlyMap<string, OverlayStanding>>(new Map());
  readonly answers = signal<readonly PlaceAnswer[]>([]);
  readonly attributions = computed(() => [
    ...new Set(this.shownOnes().map(({ attribution }) => attribution)),
  ]);
  readonly zoom = signal(0);
  private readonly remove = new Map<string, () => void>();
  private readonly undo: (() => void)[];
  private asking = new AbortController();

  /** @param mayAsk whether a click is a question, and not the choice of a place */
  constructor(
    private readonly port: MapPort,
    readonly overlays: readonly Overlay[],
    mayAsk: () => boolean = () => true,
  ) {
    this.zoom.value = port.zoom();
    const blocked = (event: SecurityPolicyViolationEvent): void => this.blocked(event.blockedURI);
    document.addEventListener('securitypolicyviolation', blocked);
    this.undo = [
      port.on('move', ({ zoom }) => (this.zoom.value = zoom)),
      port.on('click', ({ position }) => mayAsk() && void this.ask(position)),
      () => document.removeEventListener('securitypolicyviolation', blocked),
    ];
  }

  show(overlay: Overlay, shown: boolean): void {
    if (shown === this.remove.has(overlay.id)) return;
    this.remove.get(overlay.id)?.();
    this.remove.delete(overlay.id);
    this.tell(overlay.id, 'loading');
    if (shown) this.remove.set(overlay.id, this.port.addLayer(this.drawn(overlay)));
    else this.answers.value = this.answers.value.filter((answer) => answer.overlay.id !== overlay.id);
    this.shown.value = [...this.remove.keys()];
  }

  /** Asks every shown layer that tells something what is there. */
  async ask(position: Point): Promise<void> {
    this.asking.abort();
    const asking = new AbortController();
    this.asking = asking;
    const zoom = this.port.zoom();
    const asked = this.shownOnes().filter(
      ({ infoFormat, minZoom, maxZoom }) => infoFormat !== '' && zoom >= minZoom && zoom <= maxZoom,
    );
    const answers = await Promise.all(
      asked.map(async (overlay) => ({
        overlay,
        facts: await factsAt(overlay, position, zoom, asking.signal),
      })),
    );
    if (!asking.signal.aborted) this.answers.value = answers;
  }

  closeAnswers(): void {
    this.asking.abort();
    this.answers.value = [];
  }

  close(): void {
    this.asking.abort();
    this.undo.forEach((step) => step());
    for (const remove of this.remove.values()) remove();
    this.remove.clear();
  }

  private shownOnes(): Overlay[] {
    const shown = this.shown.value;
    return this.overlays.filter(({ id }) => shown.includes(id));
  }

  private drawn(overlay: Overlay): DrawnOverlay {
    const told = (standing: OverlayStanding): void => this.tell(overlay.id, standing);
    if (overlay.kind !== 'WFS' && overlay.kind !== 'FEATURES') return new TileOverlay(overlay, told);
    return new FeatureOverlay(overlay, told, (facts) => {
      this.asking.abort();
      this.answers.value = [{ overlay, facts: [facts] }];
    });
  }

  /** The page was opened before the layer was added, or before somebody signed in: its policy does not know the service. */
  private blocked(address: string): void {
    const origin = originOf(address);
    for (const overlay of this.shownOnes())
      if (origin !== '' && originOf(overlay.address) === origin) this.tell(overlay.id, 'reload');
  }

  private tell(id: string, standing: OverlayStanding): void {
    const before = this.standings.value.get(id);
    // that a reload is needed is not unsaid by the failures that follow from it
    if (before === standing || (before === 'reload' && standing === 'silent')) return;
    this.standings.value = new Map(this.standings.value).set(id, standing);
  }
}

/** In the reader's language. */
export const titleOf = ({ titleFr, titleEn }: Overlay): string => (locale() === 'en' ? titleEn : titleFr);

async function factsAt(
  overlay: Overlay,
  position: Point,
  zoom: number,
  signal: AbortSignal,
): Promise<PlaceFacts[] | null> {
  try {
    const answer = await fetch(infoUrl(overlay, position, zoom), { signal, credentials: 'omit' });
    if (!answer.ok) return null;
    return factsOf(overlay.infoFormat, await answer.text());
  } catch {
    return null;
  }
}
