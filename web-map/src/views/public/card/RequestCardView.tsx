import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { RequestCard, RequestDetail } from '../../../core/types';
import { now } from '../../../ui/clock';
import { IconButton } from '../../../ui/Buttons';
import { EmptyState, Skeleton, StateDot, Timeline } from '../../../ui/Parts';
import { PromiseBox } from '../PromiseBox';
import { timelineOf } from '../promise';
import type { Browse } from '../browse/browse';
import { CardActions, type CardActs } from './CardActions';
import { CardPhotos } from './CardPhotos';

interface CardProps extends CardActs {
  browse: Browse;
  onClose: () => void;
}

/** One request: what it is, what was promised, what has happened. */
export function RequestCardView({ browse, onClose, ...acts }: CardProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const open = browse.selection.value;
  const key = open?.key;
  useEffect(() => {
    // the reader's focus follows what was opened, without moving the page
    heading.current?.focus({ preventScroll: true });
  }, [key]);
  if (!open) return null;
  const { card, detail, problem } = open;
  const photos = detail?.photos ?? (card?.photo ? [card.photo] : []);
  return (
    <section class="card" aria-label={card?.title ?? t('ui.loading')}>
      <IconButton icon="close" class="card__close" label={t('ui.close')} onClick={onClose} />
      <div class="card__scroll">
        {card && photos.length > 0 && <CardPhotos photos={photos} title={card.title} />}
        <div class={`card__body${photos.length > 0 ? '' : ' card__body--bare'}`}>
          {card && <CardTitle card={card} heading={heading} />}
          {problem && !detail && (
            <EmptyState icon="info" title={problem.detail || t('card.missing')}>
              <p>{t('card.missingHint')}</p>
            </EmptyState>
          )}
          {detail ? <CardDetail detail={detail} /> : !problem && <CardSkeleton titled={card !== null} />}
        </div>
      </div>
      {detail && <CardActions key={detail.id} browse={browse} detail={detail} {...acts} />}
    </section>
  );
}

function CardTitle({
  card,
  heading,
}: {
  card: RequestCard;
  heading: { current: HTMLHeadingElement | null };
}) {
  return (
    <header>
      <h2 ref={heading} tabIndex={-1}>
        <bdi>{card.title}</bdi>
      </h2>
      <p class="card__place">
        <bdi>{placeOf(card)}</bdi>
      </p>
      <p class="card__state">
        <StateDot state={card.state} />
        <bdi class="num">{t('card.number', { number: card.number })}</bdi>
      </p>
    </header>
  );
}

function CardDetail({ detail }: { detail: RequestDetail }) {
  return (
    <>
      {detail.description && detail.description !== detail.title && (
        <p class="card__text">
          <bdi>{detail.description}</bdi>
        </p>
      )}
      <PromiseBox request={detail} />
      <section aria-label={t('card.timeline')}>
        <Timeline steps={timelineOf(detail, now.value)} />
      </section>
    </>
  );
}

function CardSkeleton({ titled }: { titled: boolean }) {
  return (
    <div class="card__skeleton" role="status" aria-label={t('ui.loading')}>
      {!titled && <Skeleton width="70%" height="24px" />}
      <Skeleton height="86px" />
      <Skeleton width="80%" />
      <Skeleton width="64%" />
    </div>
  );
}

/** The address with its sector, or whichever there is. */
function placeOf({ address, sector }: RequestCard): string {
  if (!sector) return address;
  return t(address === '' ? 'card.sectorOnly' : 'card.sector', { address, sector: sector.name });
}
