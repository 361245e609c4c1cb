import { t } from '../../../core/i18n';
import { now } from '../../../ui/clock';
import { Icon } from '../../../ui/Icon';
import { useApp } from '../app';
import { narrow } from '../layout';
import { hotlineHours, hotlineNow } from './hotline';

/** The telephone beside the map: open or not, until when, and the number to touch. */
export function Hotline() {
  const { jurisdiction } = useApp();
  if (!jurisdiction.hotline) return null;
  const hotline = hotlineNow(jurisdiction.hotline, now.value);
  const hours = hotlineHours(hotline, jurisdiction.zone, now.value);
  const word = hotline.open ? 'open' : 'closed';
  return (
    <p class="hotline">
      <Icon name="phone" size={22} />
      <span class="hotline__state">
        <span class={`hotline__dot hotline__dot--${word}`} />
        {narrow.value ? (
          `${t(`hotline.${word}Short`)}${hours ? `, ${hours.split(',')[0]}` : ''}`
        ) : (
          <>
            <b>{`${t('hotline.name')}, ${t(`hotline.${word}`)}`}</b>
            {hours && <span class="hotline__hours">{hours}</span>}
          </>
        )}
      </span>
      <a
        class="hotline__number"
        href={`tel:${hotline.number.replace(/[^\d+]/g, '')}`}
        aria-label={t('hotline.call', { number: hotline.number })}
        title={hotline.costNote}
      >
        {narrow.value && <Icon name="phone" size={16} />}
        <bdi>{hotline.number}</bdi>
      </a>
    </p>
  );
}
