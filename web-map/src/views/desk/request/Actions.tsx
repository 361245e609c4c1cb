import { t } from '../../../core/i18n';
import type { DeskDetail } from '../../../core/staff-types';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { showToast } from '../../../ui/Toast';
import type { Desk, Popover } from '../desk';
import { AcknowledgePopover, OwnerPopover, RefusePopover, TransmitPopover } from '../following/Popovers';
import { Key } from '../Help';
import { toggle } from '../run-command';
import { useFocusBack } from '../use-focus-back';
import { AssignPopover } from './AssignPopover';
import { CategoryPopover } from './CategoryPopover';
import { PriorityPopover } from './PriorityPopover';
import { StatePopover } from './StatePopover';

/** What can be done; the letters are the real keys. */
export function Actions({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const { act, direct } = desk.rights;
  if (!act) return <p class="request__readonly">{t('acts.readOnly')}</p>;
  const button = (popover: Popover, key: string, primary = false) => (
    <Button
      look={primary ? 'primary' : 'plain'}
      aria-expanded={desk.popover.value === popover}
      onClick={() => toggle(desk, popover)}
    >
      {t(`acts.${popover}`)}
      <Key desk={desk}>{key}</Key>
    </Button>
  );
  return (
    <div class="acts">
      {direct && button('assign', 'A', true)}
      {button('state', 'S')}
      {direct && button('priority', 'P')}
      <button
        type="button"
        class="btn acts__more"
        aria-label={t('acts.more')}
        title={t('acts.more')}
        aria-expanded={desk.popover.value === 'more'}
        onClick={() => toggle(desk, 'more')}
      >
        <Icon name="more" />
      </button>
      <Open desk={desk} detail={detail} />
    </div>
  );
}

function Open({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  switch (desk.popover.value) {
    case 'assign':
      return <AssignPopover key={desk.preferredTeam.value} desk={desk} detail={detail} />;
    case 'state':
      return <StatePopover desk={desk} detail={detail} />;
    case 'priority':
      return <PriorityPopover desk={desk} detail={detail} />;
    case 'category':
      return <CategoryPopover desk={desk} detail={detail} />;
    case 'owner':
      return <OwnerPopover desk={desk} detail={detail} />;
    case 'transmit':
      return <TransmitPopover desk={desk} detail={detail} />;
    case 'refuse':
      return <RefusePopover desk={desk} detail={detail} />;
    case 'acknowledge':
      return <AcknowledgePopover desk={desk} detail={detail} />;
    case 'more':
      return <More desk={desk} detail={detail} />;
    default:
      return null;
  }
}

function More({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  useFocusBack();
  const copy = async (): Promise<void> => {
    desk.popover.value = null;
    await navigator.clipboard.writeText(detail.number);
    showToast(t('acts.copied', { number: detail.number }));
  };
  return (
    <div class="pop pop--menu">
      {desk.rights.direct && (
        <>
          <button type="button" onClick={() => desk.startMoving()}>
            <Icon name="pin" />
            {t('acts.move')}
            <Key desk={desk}>M</Key>
          </button>
          <button type="button" onClick={() => (desk.popover.value = 'category')}>
            <Icon name="swap" />
            {t('acts.category')}
          </button>
        </>
      )}
      <button type="button" onClick={() => void copy().catch(() => undefined)}>
        <Icon name="copy" />
        {t('acts.copy')}
      </button>
    </div>
  );
}
