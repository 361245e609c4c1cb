import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Point, RequestDetail } from '../../../core/types';
import { Button, IconButton } from '../../../ui/Buttons';
import type { IconName } from '../../../ui/icons';
import { permalink, useApp } from '../app';
import { copyText } from '../clipboard';
import { Popover } from '../../../ui/Popover';
import type { Browse } from '../browse/browse';
import { FollowForm } from './FollowForm';

export interface CardActs {
  /** Opens with the follow form, as after "it is the same". */
  followFirst: boolean;
  onReportHere: (position: Point, address: string) => void;
  onCenter: (position: Point) => void;
}
interface ActionsProps extends CardActs {
  browse: Browse;
  detail: RequestDetail;
}

/** Follow, share, and the rest. */
export function CardActions({ browse, detail, followFirst, onReportHere, onCenter }: ActionsProps) {
  const { base } = useApp();
  const [following, setFollowing] = useState(followFirst);
  const link = permalink(base, detail.number);
  const share = (): void => {
    const onPhone = window.matchMedia('(pointer: coarse)').matches && 'share' in navigator;
    if (!onPhone) void copyText(link, t('card.copied'));
    // closing the phone's own sheet is not a failure
    else navigator.share({ title: detail.title, url: link }).catch(() => undefined);
  };
  if (following)
    return (
      <footer class="card__foot">
        <FollowForm
          id={detail.id}
          onDone={() => (setFollowing(false), void browse.refreshDetail())}
          onCancel={() => setFollowing(false)}
        />
      </footer>
    );
  return (
    <footer class="card__foot card__acts">
      <Button look="primary" icon="bell" onClick={() => setFollowing(true)}>
        {detail.followers > 0
          ? `${t('card.follow')}, ${t('card.followers', { n: detail.followers })}`
          : t('card.follow')}
      </Button>
      <IconButton icon="share" class="card__act" label={t('card.share')} onClick={share} />
      <MoreActions detail={detail} link={link} onReportHere={onReportHere} onCenter={onCenter} />
    </footer>
  );
}

type MoreProps = Omit<CardActs, 'followFirst'> & { detail: RequestDetail; link: string };

function MoreActions({ detail, link, onReportHere, onCenter }: MoreProps) {
  const { position, address, number } = detail;
  return (
    <Popover icon="more" label={t('card.more')} className="popover--up">
      {(close) => {
        const action = (icon: IconName, key: string, act: () => void) => (
          <Button look="quiet" icon={icon} onClick={() => (close(), act())}>
            {t(key)}
          </Button>
        );
        return (
          <>
            {action('copy', 'card.copyLink', () => void copyText(link, t('card.copied')))}
            {action('copy', 'card.copyNumber', () => void copyText(number, t('card.numberCopied')))}
            {position && action('locate', 'card.center', () => onCenter(position))}
            {position && action('camera', 'card.reportHere', () => onReportHere(position, address))}
          </>
        );
      }}
    </Popover>
  );
}
