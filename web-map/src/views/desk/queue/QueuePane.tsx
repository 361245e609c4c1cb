import { t } from '../../../core/i18n';
import { Button, Chip } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import type { Desk } from '../desk';
import { criteria, RECEIVED_STATES, type QueueFilter } from '../filter';
import { Key } from '../Help';
import { openCall } from '../run-command';
import { WaitingList } from '../replies/WaitingList';
import { BulkBar } from './BulkBar';
import { FilterPanel } from './FilterPanel';
import { QueueList } from './QueueList';
import '../queue.css';

/** What waits to be done, the most pressing first. */
export function QueuePane({ desk }: { desk: Desk }) {
  const waiting = desk.board.waiting.value.length;
  return (
    <section class="pane pane--queue" aria-label={t('queue.label')}>
      <QueueHead desk={desk} />
      {desk.filterOpen.value && <FilterPanel desk={desk} />}
      <div role="status">
        {waiting > 0 && (
          <button type="button" class="queue__fresh" onClick={() => desk.board.show()}>
            <Icon name="up" size={16} />
            {t('queue.fresh', { n: waiting })}
          </button>
        )}
      </div>
      {desk.replies.listed.value ? <WaitingList desk={desk} /> : <QueueList desk={desk} />}
      {desk.checked.value.size > 0 ? <BulkBar desk={desk} /> : <QueueFoot desk={desk} />}
    </section>
  );
}

function QueueHead({ desk }: { desk: Desk }) {
  const { counts, filter } = desk.board;
  const now = filter.value;
  const received = now.state.join() === RECEIVED_STATES.join();
  const set = (change: Partial<QueueFilter>): void => void desk.board.setFilter({ ...now, ...change });
  const chosen = criteria(now);
  return (
    <header class="queue__head">
      <div class="queue__title">
        <h1>
          {t('queue.title')} <span class="muted num">{counts.value.open}</span>
        </h1>
        {desk.rights.direct && (
          <Button look="primary" size="small" icon="phone" onClick={() => openCall(desk)}>
            {t('queue.newCall')}
            <Key desk={desk}>N</Key>
          </Button>
        )}
      </div>
      <div class="queue__chips">
        <span class="chip-late">
          <Chip pressed={now.late} count={counts.value.late} onClick={() => set({ late: !now.late })}>
            {t('queue.late')}
          </Chip>
        </span>
        <span class="chip-warn">
          <Chip pressed={now.today} count={counts.value.today} onClick={() => set({ today: !now.today })}>
            {t('queue.today')}
          </Chip>
        </span>
        <Chip
          pressed={received}
          count={counts.value.received}
          onClick={() => set({ state: received ? [] : RECEIVED_STATES })}
        >
          {t('queue.received')}
        </Chip>
        <OwnChips desk={desk} />
        <EscalationChip desk={desk} />
        <RepliesChip desk={desk} />
        <button
          type="button"
          class="chip queue__filter"
          aria-expanded={desk.filterOpen.value}
          aria-label={chosen > 0 ? t('queue.filterOn', { n: chosen }) : t('queue.filter')}
          title={t('queue.filter')}
          onClick={() => (desk.filterOpen.value = !desk.filterOpen.value)}
        >
          <Icon name="filter" size={16} />
          {chosen > 0 && <b>{chosen}</b>}
        </button>
      </div>
    </header>
  );
}

/** What the reader follows, answers for, and has to tell somebody. */
function OwnChips({ desk }: { desk: Desk }) {
  const { counts, filter } = desk.board;
  const now = filter.value;
  const set = (change: Partial<QueueFilter>): void => void desk.board.setFilter({ ...now, ...change });
  return (
    <>
      {desk.rights.direct && (
        <Chip pressed={now.mine} count={counts.value.mine} onClick={() => set({ mine: !now.mine })}>
          {t('queue.mine')}
        </Chip>
      )}
      {desk.frontDesk.answers.value && (
        <Chip pressed={now.inbox} count={counts.value.inbox} onClick={() => set({ inbox: !now.inbox })}>
          {t('queue.inbox')}
        </Chip>
      )}
      {(counts.value.toAcknowledge > 0 || now.toAcknowledge) && (
        <Chip
          pressed={now.toAcknowledge}
          count={counts.value.toAcknowledge}
          onClick={() => set({ toAcknowledge: !now.toAcknowledge })}
        >
          {t('queue.toAcknowledge')}
        </Chip>
      )}
    </>
  );
}

/** Stands there only while something stands on a ladder. */
function EscalationChip({ desk }: { desk: Desk }) {
  const { counts, filter } = desk.board;
  const { escalated } = filter.value;
  if (counts.value.escalated === 0 && !escalated) return null;
  return (
    <Chip
      icon="bell"
      pressed={escalated}
      count={counts.value.escalated}
      onClick={() => void desk.board.setFilter({ ...filter.value, escalated: !escalated })}
    >
      {t('queue.inEscalation')}
    </Chip>
  );
}

/** Stands there only while some letter waits for somebody. */
function RepliesChip({ desk }: { desk: Desk }) {
  const { listed, mine, waiting } = desk.replies;
  if (waiting.value.length === 0 && !listed.value) return null;
  return (
    <Chip pressed={listed.value} count={mine.value} onClick={() => (listed.value = !listed.value)}>
      {t('queue.replies')}
    </Chip>
  );
}

function QueueFoot({ desk }: { desk: Desk }) {
  return (
    <footer class="queue__foot">
      {desk.letters.value && (
        <>
          <span>
            <kbd>J</kbd>
            <kbd>K</kbd>
            {t('queue.browse')}
          </span>
          {desk.rights.direct && (
            <span>
              <kbd>X</kbd>
              {t('queue.check')}
            </span>
          )}
        </>
      )}
      <span class="queue__order">{t('queue.byDue')}</span>
    </footer>
  );
}
