import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { ReviewApi } from '../../../core/review-api';
import type { Review } from '../../../core/review-types';
import { present } from '../../../core/clock';
import { day, dayAndClock, isoDay } from '../../../core/time';
import { addReviewMessages } from '../../../messages/review';
import { Button } from '../../../ui/Buttons';
import { EmptyState, Skeleton } from '../../../ui/Parts';
import type { Desk } from '../desk';
import { TopBar } from '../TopBar';
import { pointWords, tilesOf } from './figures';
import { GroupTables } from './GroupTables';
import { Months } from './Months';
import { PeriodForm } from './PeriodForm';
import { Promises, States } from './Promises';
import { ReviewState } from './review';
import { SectorShares } from './SectorShares';
import './review.css';

addReviewMessages();

/** The review of a period: how much, how fast, what was kept, and what to improve. */
export function ReviewScreen({ desk }: { desk: Desk }) {
  const [state] = useState(() => new ReviewState(new ReviewApi(desk.needs.deskApi.http), isoDay(present())));
  useEffect(() => {
    void state.load();
    return () => state.leave();
  }, [state]);
  const review = state.review.value;
  return (
    <div class="desk desk--review">
      <TopBar desk={desk} />
      <main class="review" aria-busy={state.busy.value}>
        <div class="review__page">
          <header class="review__head">
            <h1>{t('review.title')}</h1>
            <PeriodForm desk={desk} state={state} />
            {review && <AsOf review={review} />}
          </header>
          {state.trouble.value ? (
            <EmptyState icon="offline" title={t('failed.title')}>
              <p role="alert">{state.trouble.value}</p>
              <Button onClick={() => void state.load()}>{t('failed.retry')}</Button>
            </EmptyState>
          ) : review ? (
            <Body desk={desk} state={state} review={review} />
          ) : (
            <Skeleton height="320px" />
          )}
        </div>
      </main>
    </div>
  );
}

function AsOf({ review: { now, before } }: { review: Review }) {
  const running = now.to >= isoDay(present());
  return (
    <p class="review__note">
      {t('review.asOf', { at: dayAndClock(now.asOf), from: day(before.from), to: day(before.to) })}{' '}
      {running && t('review.running')}
    </p>
  );
}

function Body({ desk, state, review }: { desk: Desk; state: ReviewState; review: Review }) {
  if (review.now.total.received + review.now.total.openAtEnd + review.now.total.settled === 0)
    return <EmptyState icon="activity" title={t('review.empty')} />;
  return (
    <>
      <section aria-label={t('review.key')} class="review__tiles">
        {tilesOf(review).map(({ name, value, before, detail }) => (
          <div key={name} class="review__tile" data-figure={name}>
            <span class="review__tilename">{t(`review.tile.${name}`)}</span>
            <b>{value}</b>
            <span class="review__tilebefore">{t('review.before', { before })}</span>
            {detail && <small>{detail}</small>}
          </div>
        ))}
      </section>
      <section class="review__part">
        <h2>{t('review.points')}</h2>
        {review.points.length === 0 ? (
          <p class="review__note">{t('review.points.none')}</p>
        ) : (
          <ul class="review__points">
            {review.points.map((point) => (
              <li key={`${point.kind} ${point.code}`}>{pointWords(point)}</li>
            ))}
          </ul>
        )}
      </section>
      <Months months={review.now.months} csv={state.api.csv('months', state.query.value)} />
      <Promises review={review} csv={state.api.csv('promises', state.query.value)} />
      <SectorShares desk={desk} groups={review.now.groups.SECTOR} />
      <GroupTables state={state} review={review} />
      <States figures={review.now} csv={state.api.csv('states', state.query.value)} />
    </>
  );
}
