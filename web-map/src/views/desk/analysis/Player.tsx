import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import type { AnalysisState } from './analysis';
import { stepName } from './step-name';

/** The film: its steps by slider, by key and by itself, unless the reader wants nothing to move. */
export function Player({ state }: { state: AnalysisState }) {
  const still = useStillness();
  useEffect(() => {
    if (still) state.pause();
  }, [still]);
  const film = state.film();
  if (!film) return null;
  const at = state.frame.value;
  const words = stepName(film.steps[at] ?? film.scope.from, state.choice.value.step);
  const count = film.cells.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0);
  const step = (to: number): void => {
    state.pause();
    state.show(to);
  };
  return (
    <section class="player" aria-label={t('analysis.player')}>
      <p class="player__now" aria-live={state.playing.value ? 'off' : 'polite'}>
        <b>{words}</b> {t('analysis.frameCount', { n: count })}
      </p>
      <input
        type="range"
        min={0}
        max={film.steps.length - 1}
        value={at}
        aria-label={t('analysis.slider')}
        aria-valuetext={words}
        onInput={(event) => step(Number(event.currentTarget.value))}
      />
      <div class="player__keys">
        <Button disabled={at === 0} onClick={() => step(at - 1)}>
          {t('analysis.stepBack')}
        </Button>
        {!still && (
          <Button look="primary" onClick={() => (state.playing.value ? state.pause() : state.play())}>
            {t(state.playing.value ? 'analysis.pause' : 'analysis.play')}
          </Button>
        )}
        <Button disabled={at === film.steps.length - 1} onClick={() => step(at + 1)}>
          {t('analysis.stepOn')}
        </Button>
      </div>
    </section>
  );
}

function useStillness(): boolean {
  const [query] = useState(() => matchMedia('(prefers-reduced-motion: reduce)'));
  const [still, setStill] = useState(query.matches);
  useEffect(() => {
    const onChange = (): void => setStill(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, [query]);
  return still;
}
