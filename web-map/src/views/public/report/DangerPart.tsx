import { t } from '../../../core/i18n';
import { Icon } from '../../../ui/Icon';
import { DangerChips } from '../../../ui/Place';
import { useApp } from '../app';
import type { Report } from './report';

/** Whether somebody is in danger, and what to do then before anything is sent. */
export function DangerPart({ report }: { report: Report }) {
  const danger = report.danger.value;
  const urgent = report.placed.value?.category.urgent ?? false;
  return (
    <div class="field">
      <span class="field__label" id="report-danger">
        {t('place.danger')}
      </span>
      <DangerChips
        value={danger}
        labelledBy="report-danger"
        onChange={(answer) => report.change({ danger: answer })}
      />
      <div aria-live="polite">
        {danger === 'IMMEDIATE' && <CallFirst urgent={report.here.located.value?.urgent ?? urgent} />}
        {danger === 'POSSIBLE' && <p class="field__hint">{t('place.danger.possible')}</p>}
        {danger !== 'IMMEDIATE' && urgent && <Urgent />}
      </div>
    </div>
  );
}

/** A person first, the report after. */
export function CallFirst({ urgent }: { urgent: boolean }) {
  return (
    <div class="call-first">
      <a class="call-first__number" href="tel:112">
        <Icon name="phone" size={20} />
        {t('place.danger.call')}
      </a>
      <p>
        {t('place.danger.callWhy')} {t(urgent ? 'place.danger.urgent' : 'place.danger.told')}
      </p>
    </div>
  );
}

function Urgent() {
  const { jurisdiction } = useApp();
  return (
    <p class="notice">
      <Icon name="phone" size={18} />
      <span>
        {t('report.what.urgent')}
        {jurisdiction.hotline && (
          <a
            href={`tel:${jurisdiction.hotline.number.replace(/[^\d+]/g, '')}`}
          >{` ${jurisdiction.hotline.number}`}</a>
        )}
      </span>
    </p>
  );
}
