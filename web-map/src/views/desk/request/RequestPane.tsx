import { t } from '../../../core/i18n';
import { IconButton } from '../../../ui/Buttons';
import { EmptyState, Skeleton, StateDot } from '../../../ui/Parts';
import { clock, sameDay, dayAndClock } from '../../../core/time';
import type { DeskCard } from '../../../core/staff-types';
import type { Desk } from '../desk';
import { FIELDS } from '../run-command';
import { tied } from '../words';
import { Actions } from './Actions';
import { Clocks } from './Clocks';
import { Facts } from './Facts';
import { Threads } from './Threads';
import { Trouble } from './Trouble';
import '../request.css';
import '../thread.css';

/** Everything about the open request, and everything that can be done to it. */
export function RequestPane({ desk }: { desk: Desk }) {
  const card = desk.selection.card.value;
  const detail = desk.selection.current.value;
  if (desk.selection.gone.value || (!card && desk.selection.id.value === null))
    return <Nothing desk={desk} />;
  return (
    <aside
      class="pane pane--request"
      id={FIELDS.panel}
      tabIndex={-1}
      aria-label={t('request.label')}
      aria-busy={!detail}
    >
      {card && <Head desk={desk} card={card} />}
      {detail ? (
        <>
          <Clocks desk={desk} detail={detail} />
          <Actions desk={desk} detail={detail} />
          {!desk.popover.value && !desk.moving.value && <Trouble desk={desk} />}
          <div class="request__scroll">
            <Facts desk={desk} detail={detail} />
            <Threads key={detail.id} desk={desk} detail={detail} />
          </div>
        </>
      ) : (
        <Loading />
      )}
    </aside>
  );
}

function Head({ desk, card }: { desk: Desk; card: DeskCard }) {
  const urgent = card.priority === 'HIGH' || card.priority === 'URGENT';
  return (
    <header class="request__head">
      <div class="request__line">
        <b class="num">{card.number}</b>
        <StateDot state={card.state} />
        {card.priority !== 'NORMAL' && (
          <span class={`tag${urgent ? ' tag--strong' : ''}`}>{t(`priority.${card.priority}`)}</span>
        )}
        {card.private && <span class="tag">{t('request.private')}</span>}
        <IconButton icon="close" label={t('request.close')} onClick={() => desk.close()} />
      </div>
      <h2>
        <bdi>{card.title}</bdi>
      </h2>
      <p>{placeWords(card)}</p>
    </header>
  );
}

function placeWords({ address, sector, channel, receivedAt }: DeskCard): string {
  const values = {
    address: address || t('request.noAddress'),
    sector: sector?.name ?? '',
    received: sameDay(receivedAt)
      ? t('request.receivedToday', { channel: t(`channel.${channel}`), time: clock(receivedAt) })
      : t('request.received', { channel: t(`channel.${channel}`), time: dayAndClock(receivedAt) }),
  };
  return tied(t(sector ? 'request.line' : 'request.lineNoSector', values));
}

function Nothing({ desk }: { desk: Desk }) {
  const gone = desk.selection.gone.value;
  return (
    <aside class="pane pane--request" aria-label={t('request.label')}>
      <EmptyState icon={gone ? 'block' : 'list'} title={gone ? t('request.gone') : t('request.none')}>
        {!gone && <p>{t('request.noneHint')}</p>}
      </EmptyState>
    </aside>
  );
}

function Loading() {
  return (
    <div class="request__loading" aria-hidden="true">
      <Skeleton height="92px" />
      <Skeleton height="44px" />
      <Skeleton height="80px" />
      <Skeleton height="56px" />
      <Skeleton height="120px" />
    </div>
  );
}
