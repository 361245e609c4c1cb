import { number, t } from '../../../core/i18n';
import type { Figures, Review } from '../../../core/review-types';
import { DataTable } from './DataTable';
import { duration, percent, shareOf } from './figures';

/** Each kind of promise: how many fell due, were kept, broken, warned of. */
export function Promises({ review: { now, before }, csv }: { review: Review; csv: string }) {
  const name = t('review.promises');
  const then = new Map(before.total.promises.map((kept) => [kept.commitment, kept]));
  return (
    <section class="review__part">
      <h2>{name}</h2>
      <p class="review__note">{t('review.promises.note')}</p>
      <DataTable
        name={name}
        csv={csv}
        head={['commitment', 'due', 'kept', 'broken', 'warned', 'keptShare', 'keptBefore'].map((column) =>
          t(`review.${column}`),
        )}
        rows={now.total.promises.map(({ commitment, due, kept, warned }) => {
          const other = then.get(commitment);
          return {
            key: commitment,
            cells: [
              t(`review.commitment.${commitment}`),
              number(due),
              number(kept),
              number(due - kept),
              number(warned),
              percent(shareOf(kept, due)),
              percent(other && shareOf(other.kept, other.due)),
            ],
          };
        })}
      />
    </section>
  );
}

/** How long requests were in each state. */
export function States({ figures, csv }: { figures: Figures; csv: string }) {
  const name = t('review.states');
  const { received } = figures.total;
  const line = (key: string, words: string, seconds: number) => ({
    key,
    cells: [
      words,
      duration(seconds),
      received === 0 ? duration(undefined) : duration(seconds / received),
      percent(shareOf(seconds, figures.ageSeconds)),
    ],
  });
  return (
    <section class="review__part">
      <h2>{name}</h2>
      <p class="review__note">{t('review.states.note')}</p>
      <DataTable
        name={name}
        csv={csv}
        head={['state', 'time', 'mean', 'share'].map((column) => t(`review.${column}`))}
        rows={[
          ...figures.states.map(({ state, seconds }) => line(state, t(`state.${state}`), seconds)),
          line('age', t('review.states.age'), figures.ageSeconds),
        ]}
      />
    </section>
  );
}
