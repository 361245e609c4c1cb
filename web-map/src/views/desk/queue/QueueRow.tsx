import { useComputed } from '@preact/signals';
import { t } from '../../../core/i18n';
import { dueWord, shortSpan } from '../../../core/time';
import type { DeskCard } from '../../../core/staff-types';
import { now } from '../../../ui/clock';
import { Icon } from '../../../ui/Icon';
import { DueBadge } from '../../../ui/Parts';
import { Ring } from '../../../ui/Ring';
import type { Desk } from '../desk';
import { shortNumber } from '../words';

/** The same as in queue.css: virtual rows are placed by this height. */
export const ROW_HEIGHT = 52;

interface QueueRowProps {
  desk: Desk;
  card: DeskCard;
  place: number;
  of: number;
}

export function QueueRow({ desk, card, place, of }: QueueRowProps) {
  const { id } = card;
  // computed, so that a row is only drawn again when its own answer changes
  const selected = useComputed(() => desk.selection.id.value === id).value;
  const checked = useComputed(() => desk.checked.value.has(id)).value;
  const hovered = useComputed(() => desk.hovered.value === id).value;
  const names = ['row', selected && 'row--selected', hovered && 'row--hovered'];
  return (
    <li
      id={`row-${card.id}`}
      class={names.filter(Boolean).join(' ')}
      role="option"
      aria-selected={selected}
      aria-checked={checked}
      aria-setsize={of}
      aria-posinset={place}
      onClick={() => desk.open(card.id)}
      onPointerEnter={() => (desk.hovered.value = card.id)}
      onPointerLeave={() => (desk.hovered.value = null)}
    >
      <span class="row__ring">
        {checked ? (
          <span class="row__checked">✓</span>
        ) : (
          <Ring spec={card} size={34} label={t(`state.${card.state}`)} />
        )}
      </span>
      <span class="row__title">
        <bdi>{card.title}</bdi>
        {card.returnCause && (
          <span class="row__alert" title={t(`back.short.${card.returnCause}`)}>
            <Icon name="swap" size={12} />
          </span>
        )}
        {card.escalationStep !== undefined && (
          <span class="row__alert" title={t('queue.escalated', { step: card.escalationStep })}>
            <Icon name="bell" size={12} />
            {card.escalationStep}
          </span>
        )}
      </span>
      <DueBadge ring={card.ring} now={now.value} />
      <span class="row__place">
        {shortNumber(card.number)}, <bdi>{card.address || t('request.noAddress')}</bdi>
      </span>
      <span class="row__team">
        {card.team && `${card.team.code}, `}
        {shortSpan(now.value - Date.parse(card.receivedAt))}
      </span>
    </li>
  );
}

export function rowWords(card: DeskCard, at: number): string {
  return t('queue.row', {
    number: card.number,
    title: card.title,
    address: card.address || t('request.noAddress'),
    state: t(`state.${card.state}`),
    due: dueWord(card.ring, at),
    team: card.team?.code ?? '',
  }).concat(
    card.escalationStep === undefined ? '' : `, ${t('queue.escalated', { step: card.escalationStep })}`,
    card.returnCause === undefined ? '' : `, ${t(`back.short.${card.returnCause}`)}`,
  );
}
