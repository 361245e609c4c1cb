import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { before } from '../../../core/time';
import type { CommitmentKind, Registered } from '../../../core/types';
import { Button } from '../../../ui/Buttons';
import { now } from '../../../ui/clock';
import { Icon } from '../../../ui/Icon';
import { Timeline, type TimelineStep } from '../../../ui/Parts';
import { copyText } from '../clipboard';
import type { Report } from './report';

interface SentProps {
  report: Report;
  sent: Registered;
  onDone: () => void;
}

/** The number, what happens next, and the link to come back with. */
export function Sent({ report, sent, onDone }: SentProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const link = new URL(sent.trackingUrl, location.href).href;
  return (
    <>
      <div class="report__pane report__pane--grow sent">
        <span class="sent__check">
          <Icon name="check" size={34} />
        </span>
        <h2 ref={heading} tabIndex={-1}>
          {t('report.sent.title')}
        </h2>
        <p>{t('report.sent.service', { service: sent.service })}</p>
        <div class="sent__number">
          <span>
            <small>{t('report.sent.number')}</small>
            <bdi>{sent.number}</bdi>
          </span>
          <Button
            icon="copy"
            aria-label={`${t('report.sent.copy')} ${sent.number}`}
            onClick={() => void copyText(sent.number, t('card.numberCopied'))}
          >
            {t('report.sent.copy')}
          </Button>
        </div>
        <section class="sent__next" aria-label={t('report.sent.next')}>
          <h3>{t('report.sent.next')}</h3>
          <Timeline steps={nextSteps(sent)} />
        </section>
        <p class="sent__link">
          <a class="btn" href={sent.trackingUrl}>
            <Icon name="bell" />
            {t('report.sent.track')}
          </a>
          <Button icon="copy" onClick={() => void copyText(link, t('card.copied'))}>
            {t('card.copyLink')}
          </Button>
        </p>
      </div>
      <footer class="report__foot report__foot--line">
        <Button look="primary" size="big" block onClick={onDone}>
          {t('report.sent.show')}
        </Button>
        <Button look="quiet" icon="camera" block onClick={() => report.startOver()}>
          {t('report.sent.another')}
        </Button>
      </footer>
    </>
  );
}

/** What is due on the same day comes in this order. */
const ORDER: readonly CommitmentKind[] = ['ACKNOWLEDGE', 'ON_SITE', 'RESOLVE', 'REPLY'];

function nextSteps({ promises }: Registered): TimelineStep[] {
  const place = ({ commitment }: { commitment: CommitmentKind }): number => ORDER.indexOf(commitment);
  const next = [...promises]
    .sort((a, b) => a.dueAt.slice(0, 10).localeCompare(b.dueAt.slice(0, 10)) || place(a) - place(b))
    .map(({ commitment, dueAt }) => ({
      key: commitment,
      title: t(`next.${commitment}`),
      time: before(dueAt, now.value),
      at: dueAt,
      phase: 'next' as const,
    }));
  return [{ key: 'received', title: t('entry.RECEIVED'), time: t('time.now'), phase: 'past' }, ...next];
}
