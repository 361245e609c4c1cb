import { batch, computed, signal } from '@preact/signals';
import type { AnalysisApi } from '../../../core/analysis-api';
import type { Analysis, Frames } from '../../../core/analysis-types';
import { isPeriod } from '../review/periods';
import { problemWords } from '../words';
import { choiceFrom, hashOf, queryFor, type Choice } from './choice';
import { comparisonPicture, framePicture, heatPicture, hotSpotPicture } from './grid-pictures';
import { EMPTY, type Picture } from './picture';
import { promisePicture, silencePicture } from './sector-pictures';
import { stepName } from './step-name';

const FRAME_MS = 800;

/** The analysis that is being read: what was chosen, what came, and which step of the film is shown. */
export class AnalysisState {
  readonly choice;
  readonly analysis = signal<Analysis | null>(null);
  readonly trouble = signal<string | null>(null);
  readonly busy = signal(false);
  readonly frame = signal(0);
  readonly playing = signal(false);
  /** The square that is marked on the map and in the table. */
  readonly selected = signal<string | null>(null);
  readonly query = computed(() => queryFor(this.choice.value));
  readonly picture = computed((): Picture => this.draw(this.analysis.value));
  private asking: AbortController | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    readonly api: AnalysisApi,
    readonly today: string,
  ) {
    this.choice = signal<Choice>(choiceFrom(location.hash, today));
  }

  choose(change: Partial<Choice>): void {
    const next = { ...this.choice.value, ...change };
    if (!isPeriod(next)) return;
    this.choice.value = next;
    history.replaceState(null, '', `${location.pathname}${location.search}${hashOf(next)}`);
    void this.load();
  }

  async load(): Promise<void> {
    this.leave();
    const asking = new AbortController();
    this.asking = asking;
    this.busy.value = true;
    try {
      const analysis = await this.api.get(this.choice.value.layer, this.query.value, asking.signal);
      batch(() => {
        this.analysis.value = analysis;
        this.trouble.value = null;
        this.selected.value = null;
        this.frame.value = 0;
        this.busy.value = false;
      });
    } catch (cause) {
      if (asking.signal.aborted) return;
      batch(() => {
        this.trouble.value = problemWords(cause);
        this.busy.value = false;
      });
    }
  }

  /** The film, if one is shown. */
  film(): Frames | null {
    const analysis = this.analysis.value;
    return analysis?.name === 'frames' ? analysis : null;
  }

  show(frame: number): void {
    const last = (this.film()?.steps.length ?? 1) - 1;
    this.frame.value = Math.min(Math.max(frame, 0), last);
  }

  /** From the beginning again when it has ended. */
  play(): void {
    const last = (this.film()?.steps.length ?? 1) - 1;
    if (this.frame.value >= last) this.frame.value = 0;
    this.pause();
    this.playing.value = true;
    this.timer = setInterval(() => {
      if (this.frame.value >= last) this.pause();
      else this.frame.value += 1;
    }, FRAME_MS);
  }

  pause(): void {
    clearInterval(this.timer);
    this.playing.value = false;
  }

  leave(): void {
    this.pause();
    this.asking?.abort();
  }

  private draw(analysis: Analysis | null): Picture {
    switch (analysis?.name) {
      case 'heat':
        return heatPicture(analysis);
      case 'hot-spots':
        return hotSpotPicture(analysis);
      case 'frames':
        return framePicture(analysis, this.frame.value, (step) => stepName(step, this.choice.value.step));
      case 'comparison':
        return comparisonPicture(analysis);
      case 'silence':
        return silencePicture(analysis);
      case 'promises':
        return promisePicture(analysis);
      default:
        return EMPTY;
    }
  }
}
