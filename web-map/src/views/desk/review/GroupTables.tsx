import { useState } from 'preact/hooks';
import { number, t } from '../../../core/i18n';
import type { Dimension, Group, Review, Sums } from '../../../core/review-types';
import { DataTable } from './DataTable';
import { dueOf, duration, keptOf, keptShare, levelOf, ordered, percent } from './figures';
import type { ReviewState } from './review';

const DIMENSIONS: readonly Dimension[] = [
  'CATEGORY',
  'DOMAIN',
  'SECTOR',
  'TEAM',
  'SERVICE',
  'CHANNEL',
  'KIND',
];
const COLUMNS = [
  'name',
  'received',
  'settled',
  'open',
  'overdue',
  'median',
  'p90',
  'due',
  'kept',
  'keptShare',
  'keptBefore',
];

/** The same figures told apart; on paper all of them, one after the other. */
export function GroupTables({ state, review }: { state: ReviewState; review: Review }) {
  const [shown, setShown] = useState<Dimension>('CATEGORY');
  return (
    <section class="review__part">
      <h2>{t('review.by')}</h2>
      <div class="segments review__by" role="group" aria-label={t('review.by')}>
        {DIMENSIONS.map((dimension) => (
          <button
            key={dimension}
            type="button"
            aria-pressed={dimension === shown}
            onClick={() => setShown(dimension)}
          >
            {t(`review.by.${dimension}`)}
          </button>
        ))}
      </div>
      {DIMENSIONS.map((dimension) => (
        <div key={dimension} class={dimension === shown ? '' : 'review__onpaper'}>
          <h3 class="review__onpaper">{t(`review.by.${dimension}`)}</h3>
          <GroupTable dimension={dimension} state={state} review={review} />
        </div>
      ))}
    </section>
  );
}

function GroupTable({
  dimension,
  state,
  review,
}: {
  dimension: Dimension;
  state: ReviewState;
  review: Review;
}) {
  const then = new Map(review.before.groups[dimension].map((group) => [group.code, group.sums]));
  return (
    <DataTable
      name={t(`review.by.${dimension}`)}
      csv={state.api.csv(dimension.toLowerCase(), state.query.value)}
      head={COLUMNS.map((column) => t(`review.${column}`))}
      rows={ordered(review.now.groups[dimension]).map((group) => ({
        key: group.code,
        cells: [nameOf(dimension, group), ...numbers(group.sums, then.get(group.code))],
      }))}
    />
  );
}

function numbers(sums: Sums, before: Sums | undefined) {
  return [
    number(sums.received),
    number(sums.settled),
    number(sums.openAtEnd),
    number(sums.overdue),
    duration(sums.settlement.medianSeconds),
    duration(sums.settlement.p90Seconds),
    number(dueOf(sums)),
    number(keptOf(sums)),
    <span class={`level level--${levelOf(sums)}`}>{percent(keptShare(sums))}</span>,
    percent(keptShare(before)),
  ];
}

export function nameOf(dimension: Dimension, { code, name }: Group): string {
  if (dimension === 'CHANNEL') return t(`review.channel.${code}`);
  if (dimension === 'KIND') return t(`review.kind.${code}`);
  if (code === '') return t('review.nowhere');
  return dimension === 'TEAM' ? `${code}, ${name}` : name;
}
