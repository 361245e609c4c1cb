import { t } from '../../../core/i18n';
import { nearDay } from '../../../core/time';
import type { DeskDetail } from '../../../core/staff-types';
import type { CommitmentKind } from '../../../core/types';
import { now } from '../../../ui/clock';
import { Button } from '../../../ui/Buttons';
import { BigRing } from '../../../ui/Ring';
import { resume } from '../acts';
import type { Desk } from '../desk';
import { isOpen } from '../filter';
import { toggle } from '../run-command';
import { clockOf } from '../words';

const ORDER: readonly CommitmentKind[] = ['ACKNOWLEDGE', 'ON_SITE', 'RESOLVE', 'REPLY'];

/** The commitments side by side: a small ring, its name, and how it stands in words. */
export function Clocks({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const promises = ORDER.flatMap(
    (kind) => detail.promises.find(({ commitment }) => commitment === kind) ?? [],
  );
  if (promises.length === 0) return null;
  const ended = !isOpen(detail) && detail.state !== 'RESOLVED';
  return (
    <>
      <ul class="clocks" aria-label={t('clocks.label')}>
        {promises.map((promise) => {
          const { level, left, words } = clockOf(promise, now.value, ended);
          return (
            <li key={promise.commitment} class={level === 'late' ? 'clocks__late' : ''}>
              <BigRing left={left} level={level} size={42} width={12} />
              <b>{t(`commitment.${promise.commitment}`)}</b>
              <span>{words}</span>
              {promise.calendar && <small>{promise.calendar}</small>}
            </li>
          );
        })}
      </ul>
      {detail.toAcknowledge && isOpen(detail) && desk.rights.act && (
        <p class="clocks-owed">
          {t('acknowledge.owed')}
          <Button size="small" onClick={() => toggle(desk, 'acknowledge')}>
            {t('acknowledge.act')}
          </Button>
        </p>
      )}
      {detail.pause && (
        <p class="clocks-pause">
          {t(`pause.${detail.pause.reason}`, { time: nearDay(detail.pause.pausedAt) })}
          {desk.rights.act && (
            <Button size="small" disabled={desk.selection.busy.value} onClick={() => void resume(desk)}>
              {t('pause.resume')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}
