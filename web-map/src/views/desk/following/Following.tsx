import { t } from '../../../core/i18n';
import { nearDay } from '../../../core/time';
import type { DeskDetail } from '../../../core/staff-types';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import type { Desk } from '../desk';
import { isOpen } from '../filter';
import { toggle } from '../run-command';
import { initials } from '../words';
import { accept } from './acts';
import { Elsewhere } from './Elsewhere';
import './following.css';

/** Who follows the request, and how far its service is with its yes. */
export function Following({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const { direct } = desk.rights;
  const open = isOpen(detail);
  return (
    <>
      <Back detail={detail} />
      <Answer desk={desk} detail={detail} />
      {detail.owner && (
        <div class="who">
          <span class="avatar avatar--soft">{initials(detail.owner.name)}</span>
          <span>
            <b>
              <bdi>{detail.owner.name}</bdi>
            </b>
            <small>{ownerWords(desk, detail)}</small>
          </span>
          {direct && open && (
            <Button size="small" onClick={() => toggle(desk, 'owner')}>
              <Icon name="user" size={16} />
              {t('owner.change')}
            </Button>
          )}
        </div>
      )}
      <div class="who">
        <span class="avatar avatar--soft">
          <Icon name="layers" size={16} />
        </span>
        <span>
          <b>
            <bdi>{detail.service}</bdi>
          </b>
          <small>{serviceWords(detail)}</small>
        </span>
        {direct && open && (
          <Button size="small" onClick={() => toggle(desk, 'transmit')}>
            <Icon name="send" size={16} />
            {t('transmit.act')}
          </Button>
        )}
      </div>
      <Elsewhere desk={desk} detail={detail} />
    </>
  );
}

function ownerWords(desk: Desk, { owner }: DeskDetail): string {
  const agent = desk.frontDesk.agents.value.find(({ id }) => id === owner?.id);
  if (!agent) return t('owner.follows');
  if (agent.deputy) return t('owner.deputy', { deputy: agent.deputy });
  return t(agent.onDuty ? 'owner.onDuty' : 'owner.offDuty', { load: agent.load });
}

function serviceWords({ answering, transmittedAt, transfers = 0 }: DeskDetail): string {
  return [
    transmittedAt && t('transmit.waits', { since: nearDay(transmittedAt) }),
    answering?.referent ?? '',
    transfers > 0 && t('transmit.count', { n: transfers }),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Why it is with its owner again; the last refusal in the service's own words. */
function Back({ detail }: { detail: DeskDetail }) {
  const { returnCause, returnedAt, history } = detail;
  if (!returnCause || !returnedAt) return null;
  const last = history.filter(({ entry }) => entry === returnCause).at(-1);
  return (
    <p class="came-back" role="status">
      <Icon name="swap" size={16} />
      <span>
        <b>{t(`back.${returnCause}`, { since: nearDay(returnedAt) })}</b>
        {last?.staffText && <bdi>{last.staffText}</bdi>}
      </span>
    </p>
  );
}

function Answer({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const { mayAccept = false, mayRefuse = false } = detail.answering ?? {};
  if (!mayAccept && !mayRefuse) return null;
  return (
    <div class="answer" role="group" aria-label={t('answer.label')}>
      <p>{t(mayAccept ? 'answer.ask' : 'answer.agreed', { service: detail.service ?? '' })}</p>
      {mayAccept && (
        <Button
          look="primary"
          size="small"
          disabled={desk.selection.busy.value}
          onClick={() => void accept(desk)}
        >
          {t('answer.accept')}
        </Button>
      )}
      {mayRefuse && (
        <Button size="small" onClick={() => toggle(desk, 'refuse')}>
          {t('answer.refuse')}
        </Button>
      )}
    </div>
  );
}
