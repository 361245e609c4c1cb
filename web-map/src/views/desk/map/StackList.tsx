import { t } from '../../../core/i18n';
import { IconButton } from '../../../ui/Buttons';
import { now } from '../../../ui/clock';
import { DueBadge } from '../../../ui/Parts';
import { Ring } from '../../../ui/Ring';
import type { Desk } from '../desk';

/** Requests that no zoom can separate. */
export function StackList({ desk, ids, onDone }: { desk: Desk; ids: readonly string[]; onDone: () => void }) {
  const cards = ids.map((id) => desk.board.cards.value.get(id)).filter((card) => card !== undefined);
  return (
    <section class="stack" aria-label={t('map.stack', { n: cards.length })}>
      <header>
        <h2>{t('map.stack', { n: cards.length })}</h2>
        <IconButton icon="close" label={t('ui.close')} onClick={onDone} />
      </header>
      {cards.map((card) => (
        <button
          key={card.id}
          type="button"
          onClick={() => {
            desk.open(card.id);
            onDone();
          }}
        >
          <Ring spec={card} size={34} />
          <span>{card.title}</span>
          <DueBadge ring={card.ring} now={now.value} />
        </button>
      ))}
    </section>
  );
}
