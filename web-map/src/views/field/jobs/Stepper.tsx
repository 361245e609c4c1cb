import { t } from '../../../core/i18n';
import type { Job } from '../../../core/staff-types';
import { Icon } from '../../../ui/Icon';
import { timeOf } from '../words';
import { stepMarks } from './progress';

/** Accepté → En route → Sur place → Fait, each with its time. */
export function Stepper({ job }: { job: Job }) {
  return (
    <ol class="stepper" aria-label={t('field.stepper')}>
      {stepMarks(job).map(({ step, phase, at }) => (
        <li
          key={step}
          class={`stepper__step stepper__step--${phase}`}
          {...(phase === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <i>{phase === 'past' && <Icon name="check" size={19} />}</i>
          {t(`field.step.${step}`)}
          {at && (
            <time class="num" dateTime={at}>
              {timeOf(at)}
            </time>
          )}
          {phase === 'past' && <span class="vh">{t('field.stepper.past')}</span>}
        </li>
      ))}
    </ol>
  );
}
