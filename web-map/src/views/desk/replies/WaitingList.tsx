import { useEffect } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { nearDay } from '../../../core/time';
import type { WaitingReply } from '../../../core/reply-types';
import { now } from '../../../ui/clock';
import { EmptyState } from '../../../ui/Parts';
import { showToast } from '../../../ui/Toast';
import type { Desk } from '../desk';
import { problemWords } from '../words';
import { Delegation } from './Delegation';
import './replies.css';

/** The letters that wait: for the reader first, then to be posted, then for others. */
export function WaitingList({ desk }: { desk: Desk }) {
  const all = desk.replies.waiting.value;
  useEffect(() => {
    desk.replies.loadWaiting().catch((cause: unknown) => showToast(problemWords(cause)));
  }, []);
  const post = desk.rights.act ? all.filter(({ state }) => state === 'TO_POST') : [];
  return (
    <div class="waiting">
      {all.length === 0 && <EmptyState icon="check" title={t('replies.none')} />}
      <Group desk={desk} title={t('replies.mine')} items={all.filter(({ mine }) => mine)} />
      <Group desk={desk} title={t('replies.toPost')} items={post} />
      <Group
        desk={desk}
        title={t('replies.others')}
        items={all.filter(({ mine, state }) => !mine && state !== 'TO_POST')}
      />
      <Delegation desk={desk} />
    </div>
  );
}

function Group({ desk, title, items }: { desk: Desk; title: string; items: readonly WaitingReply[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <span class="num">{items.length}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              aria-pressed={desk.selection.id.value === item.requestId}
              onClick={() => {
                desk.open(item.requestId);
                desk.tab.value = 'letter';
              }}
            >
              <b>
                <bdi>{item.category}</bdi>
              </b>
              <span class="num">{nearDay(item.since, now.value)}</span>
              <small>
                <bdi>{[item.number, item.address].filter(Boolean).join(', ')}</bdi>
              </small>
              <small>{item.waitingFor ?? t('replies.print')}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
