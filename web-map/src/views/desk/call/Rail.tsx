import { t } from '../../../core/i18n';
import { now } from '../../../ui/clock';
import { Ring } from '../../../ui/Ring';
import type { Desk } from '../desk';
import { rowWords } from '../queue/QueueRow';

const MOST = 40;

/** The queue while a call is taken: only its rings, in the same order. */
export function Rail({ desk }: { desk: Desk }) {
  const rows = desk.board.rows.value.slice(0, MOST);
  return (
    <nav class="pane pane--rail" aria-label={t('queue.label')}>
      <p>
        <b class="num">{desk.board.counts.value.open}</b>
        {t('queue.rail')}
      </p>
      <ul>
        {rows.map((card) => (
          <li
            key={card.id}
            title={rowWords(card, now.value)}
            onPointerEnter={() => (desk.hovered.value = card.id)}
            onPointerLeave={() => (desk.hovered.value = null)}
          >
            <Ring spec={card} size={40} label={rowWords(card, now.value)} />
          </li>
        ))}
      </ul>
    </nav>
  );
}
