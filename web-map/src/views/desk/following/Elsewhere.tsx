import { useEffect, useState } from 'preact/hooks';
import { ForwardingApi } from '../../../core/connection-api';
import type { Forwarding } from '../../../core/connection-types';
import { t } from '../../../core/i18n';
import type { DeskDetail } from '../../../core/staff-types';
import { dayAndClock, nearDay } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { showToast } from '../../../ui/Toast';
import type { Desk } from '../desk';
import { problemWords } from '../words';

/** Only of these there may be something to tell. */
const TELLING: readonly string[] = ['FORWARDED', 'TOLD_BY_AUTHORITY', 'NOT_TAKEN'];

/** How far the request has come on its way to another authority's system, and sending it again. */
export function Elsewhere({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const [api] = useState(() => new ForwardingApi(desk.needs.deskApi.http));
  const [latest, setLatest] = useState<Forwarding | null>(null);
  const mayBe = detail.state === 'FORWARDED' || detail.history.some(({ entry }) => TELLING.includes(entry));
  useEffect(() => {
    let gone = false;
    setLatest(null);
    const read = async (): Promise<void> => {
      const { items } = await api.of(detail.id);
      if (!gone) setLatest(items[0] ?? null);
    };
    if (mayBe) void read().catch((cause: unknown) => showToast(problemWords(cause)));
    return () => {
      gone = true;
    };
  }, [api, detail.id, detail.state, detail.history.length, mayBe]);
  if (!latest) return null;
  const again = async (): Promise<void> => {
    try {
      setLatest((await api.again(detail.id)).items[0] ?? null);
      showToast(t('forwarding.sentAgain', { number: detail.number }));
      await desk.selection.refresh();
    } catch (cause) {
      showToast(problemWords(cause));
    }
  };
  return (
    <div class="who">
      <span class="avatar avatar--soft">
        <Icon name="send" size={16} />
      </span>
      <span>
        <b>
          <bdi>{latest.organisation}</bdi>
          {latest.remoteId !== undefined && (
            <>
              {' '}
              · <bdi class="num">{latest.remoteId}</bdi>
            </>
          )}
        </b>
        <small>{standing(latest)}</small>
        <Problem latest={latest} isSaid={detail.returnCause === 'NOT_TAKEN'} />
      </span>
      {latest.stage === 'REFUSED' && desk.rights.direct && (
        <Button size="small" icon="sync" onClick={() => void again()}>
          {t('forwarding.again')}
        </Button>
      )}
    </div>
  );
}

/** @param isSaid that it came back says why already */
function Problem({ latest, isSaid }: { latest: Forwarding; isSaid: boolean }) {
  if (isSaid) return null;
  return (
    <>
      {latest.problem && <small>{t(`forwarding.problem.${latest.problem}`)}</small>}
      {latest.lastError !== undefined && (
        <small>
          <code>{latest.lastError}</code>
        </small>
      )}
    </>
  );
}

function standing({ stage, attempts, nextAttemptAt, takenAt, seenAt, remoteStatus }: Forwarding): string {
  return [
    t(`forwarding.stage.${stage}`),
    stage === 'WAITING' &&
      attempts > 0 &&
      t('forwarding.attempts', { n: attempts, next: dayAndClock(nextAttemptAt) }),
    takenAt && t('forwarding.taken', { since: nearDay(takenAt) }),
    remoteStatus && t('forwarding.status', { status: remoteStatus }),
    seenAt && t('forwarding.seen', { when: dayAndClock(seenAt) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
