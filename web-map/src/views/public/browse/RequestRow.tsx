import { useComputed } from '@preact/signals';
import { ago } from '../../../core/time';
import { t } from '../../../core/i18n';
import type { RequestCard } from '../../../core/types';
import { now } from '../../../ui/clock';
import { DueBadge } from '../../../ui/Parts';
import { Ring } from '../../../ui/Ring';
import type { Browse } from './browse';

interface RowProps {
  card: RequestCard;
  selected: boolean;
  hovered: boolean;
  onSelect: () => void;
  onHover: (over: boolean) => void;
}

/** The row of a request, drawn again only when its own answer changes. */
export function BrowsedRow({ card, browse }: { card: RequestCard; browse: Browse }) {
  const { id, number } = card;
  const selected = useComputed(() => browse.selectedId.value === id).value;
  const hovered = useComputed(() => browse.hovered.value === id).value;
  const onHover = (over: boolean): void => {
    browse.hovered.value = over ? id : null;
  };
  return (
    <RequestRow
      card={card}
      selected={selected}
      hovered={hovered}
      onSelect={() => void browse.select(number)}
      onHover={onHover}
    />
  );
}

/** One request in the list: the text twin of its marker. */
export function RequestRow({ card, selected, hovered, onSelect, onHover }: RowProps) {
  const names = ['row', selected && 'row--selected', hovered && 'row--hovered'].filter(Boolean).join(' ');
  return (
    <li>
      <button
        type="button"
        class={names}
        id={`row-${card.id}`}
        {...(selected ? { 'aria-current': true as const } : {})}
        onClick={onSelect}
        onPointerEnter={() => onHover(true)}
        onPointerLeave={() => onHover(false)}
        onFocus={() => onHover(true)}
        onBlur={() => onHover(false)}
      >
        <Ring spec={card} size={42} label={`${t(`glyph.${card.glyph}`)}, ${t(`state.${card.state}`)}`} />
        <span class="row__title">
          <bdi>{card.title}</bdi>
        </span>
        <DueBadge ring={card.ring} now={now.value}>
          {card.ring.dueAt === undefined ? t(`state.${card.state}`) : undefined}
        </DueBadge>
        <span class="row__place">
          <bdi>{card.address || card.sector?.name}</bdi>
        </span>
        <time class="row__age" dateTime={card.receivedAt}>
          {ago(card.receivedAt, now.value)}
        </time>
      </button>
    </li>
  );
}
