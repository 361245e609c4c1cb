import { useEffect, useRef } from 'preact/hooks';
import { ago } from '../../../core/time';
import { t } from '../../../core/i18n';
import type { RequestCard } from '../../../core/types';
import { now } from '../../../ui/clock';
import { IconButton } from '../../../ui/Buttons';
import { StateDot } from '../../../ui/Parts';
import { Ring } from '../../../ui/Ring';
import { permalink, useApp } from '../app';
import { NewTab } from './NewTab';

/** What was pressed: one request, several at one spot, or one that could not be read. */
export type Shown = RequestCard | 'spot' | 'failed';

interface CardProps {
  shown: Shown;
  /** Address of the public page at what is seen here. */
  whole: string;
  onClose: () => void;
}

/** The short of what was pressed, and the way to the rest of it. */
export function EmbedCard({ shown, whole, onClose }: CardProps) {
  const { base } = useApp();
  const card = useRef<HTMLElement>(null);
  useEffect(() => card.current?.focus({ preventScroll: true }), [shown]);
  return (
    <section class="embed__card" ref={card} tabIndex={-1} aria-label={t('embed.chosen')}>
      <IconButton icon="close" class="embed__close" label={t('ui.close')} onClick={onClose} />
      {shown === 'failed' && <p role="alert">{t('public.failed')}</p>}
      {shown === 'spot' && (
        <>
          <p>{t('embed.spot')}</p>
          <NewTab class="embed__more" href={whole}>
            {t('embed.openMap')}
          </NewTab>
        </>
      )}
      {typeof shown === 'object' && (
        <>
          <Short card={shown} />
          <NewTab class="embed__more" href={permalink(base, shown.number)}>
            {t('embed.see')}
          </NewTab>
        </>
      )}
    </section>
  );
}

function Short({ card }: { card: RequestCard }) {
  return (
    <div class="embed__short">
      <Ring spec={card} size={42} />
      <h2>
        <bdi>{card.title}</bdi>
      </h2>
      <p>
        <bdi>{card.address || card.sector?.name}</bdi>
      </p>
      <p>
        <StateDot state={card.state} />
        <time dateTime={card.receivedAt}>{ago(card.receivedAt, now.value)}</time>
      </p>
    </div>
  );
}
