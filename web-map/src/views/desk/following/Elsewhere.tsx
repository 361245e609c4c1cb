import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ForwardingApi } from '../../../core/connection-api';
import type { Forwarding, RequestForwarding } from '../../../core/connection-types';
import { t } from '../../../core/i18n';
import type { DeskDetail } from '../../../core/staff-types';
import { dayAndClock, nearDay } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { showToast } from '../../../ui/Toast';
import type { Desk } from '../desk';
import { problemWords } from '../words';
import { RemoteNumber } from './RemoteNumber';

/** Only of these there may be something to tell. */
const TELLING: readonly string[] = ['FORWARDED', 'TOLD_BY_AUTHORITY', 'NOT_TAKEN'];

interface Known {
  latest: Forwarding | null;
  /** It is with somebody whose system is connected. */
  mayBeThere: boolean;
}
const NOTHING: Known = { latest: null, mayBeThere: false };

/** What is known of the request as it stands, read again whenever something has happened to it. */
function useKnown(api: ForwardingApi, detail: DeskDetail) {
  const state = useState<Known>(NOTHING);
  const [, setKnown] = state;
  const mayBe = detail.state === 'FORWARDED' || detail.history.some(({ entry }) => TELLING.includes(entry));
  useEffect(() => {
    let gone = false;
    setKnown(NOTHING);
    const read = async (): Promise<void> => {
      const told = await api.of(detail.id);
      if (!gone) setKnown(known(told));
    };
    if (mayBe) void read().catch((cause: unknown) => showToast(problemWords(cause)));
    return () => {
      gone = true;
    };
  }, [api, detail.id, detail.state, detail.history.length, mayBe]);
  return state;
}

/** How far the request has come on its way to another authority's system, sending it again, and following it under a number of theirs. */
export function Elsewhere({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const [api] = useState(() => new ForwardingApi(desk.needs.deskApi.http));
  const [{ latest, mayBeThere }, setKnown] = useKnown(api, detail);
  const [typing, setTyping] = useState(false);
  useEffect(() => setTyping(false), [detail.id, detail.state, detail.history.length]);
  const again = async (): Promise<void> => {
    try {
      setKnown(known(await api.again(detail.id)));
      showToast(t('forwarding.sentAgain', { number: detail.number }));
      await desk.selection.refresh();
    } catch (cause) {
      showToast(problemWords(cause));
    }
  };
  const followed = async (told: RequestForwarding): Promise<void> => {
    setTyping(false);
    setKnown(known(told));
    showToast(t('forwarding.followed', { number: detail.number }));
    await desk.selection.refresh();
  };
  const mayType =
    desk.rights.direct && detail.state === 'FORWARDED' && (latest ? isOpen(latest) : mayBeThere);
  if (!latest && !mayType) return null;
  return (
    <>
      {latest && (
        <Standing latest={latest} isSaid={detail.returnCause === 'NOT_TAKEN'}>
          {latest.stage === 'REFUSED' && desk.rights.direct && (
            <Button size="small" icon="sync" onClick={() => void again()}>
              {t('forwarding.again')}
            </Button>
          )}
        </Standing>
      )}
      {mayType && !typing && (
        <Button size="small" onClick={() => setTyping(true)}>
          {t(latest?.stage === 'FOLLOWED' ? 'forwarding.number.correct' : 'forwarding.number.there')}
        </Button>
      )}
      {mayType && typing && (
        <RemoteNumber
          api={api}
          requestId={detail.id}
          onFollowed={(told) => void followed(told)}
          onCancel={() => setTyping(false)}
        />
      )}
    </>
  );
}

const known = ({ items, organisations }: RequestForwarding): Known => ({
  latest: items[0] ?? null,
  mayBeThere: organisations.some(({ connected }) => connected),
});

const isOpen = ({ stage }: Forwarding): boolean => stage !== 'ENDED_THERE' && stage !== 'DONE';

interface StandingProps {
  latest: Forwarding;
  isSaid: boolean;
  children: ComponentChildren;
}

function Standing({ latest, isSaid, children }: StandingProps) {
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
        <Problem latest={latest} isSaid={isSaid} />
      </span>
      {children}
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

function standing({
  stage,
  attempts,
  nextAttemptAt,
  takenAt,
  seenAt,
  remoteStatus,
  ending,
}: Forwarding): string {
  return [
    t(`forwarding.stage.${stage}`),
    stage === 'WAITING' &&
      attempts > 0 &&
      t('forwarding.attempts', { n: attempts, next: dayAndClock(nextAttemptAt) }),
    takenAt && t('forwarding.taken', { since: nearDay(takenAt) }),
    remoteStatus && t('forwarding.status', { status: remoteStatus }),
    seenAt && t('forwarding.seen', { when: dayAndClock(seenAt) }),
    ending && t(`forwarding.ending.${ending}`),
  ]
    .filter(Boolean)
    .join(' · ');
}
