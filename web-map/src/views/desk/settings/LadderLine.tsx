import { t } from '../../../core/i18n';
import type { LadderStep } from '../../../core/settings-types';
import { places, whenWords } from './ladder';

/** A ladder as a line of time: the due time, then who is told when. The list below says the same in words. */
export function LadderLine({ steps, label }: { steps: readonly LadderStep[]; label: string }) {
  if (steps.length === 0) return <p class="settings__hint">{t('settings.ladder.none')}</p>;
  const at = places(steps);
  return (
    <>
      <div class="ladder" aria-hidden="true">
        <i class="ladder__due" style={{ insetInlineStart: `${at.due}%` }} />
        {steps.map((step, index) => (
          <b
            key={index}
            class="ladder__step"
            style={{ insetInlineStart: `${at.steps[index] ?? 0}%` }}
            title={whenWords(step.minutesAfterDue)}
          >
            {index + 1}
          </b>
        ))}
      </div>
      <ol class="ladder__list" aria-label={label}>
        {steps.map((step, index) => (
          <li key={index}>
            <b>{whenWords(step.minutesAfterDue)}</b>
            <span>
              {t(`role.${step.target}`)} : <bdi>{step.message}</bdi>
            </span>
            <small>
              {[
                step.repeats > 0 &&
                  t('settings.step.repeated', {
                    n: step.repeats,
                    every: whenSpan(step.repeatMinutes ?? 0),
                  }),
                t('settings.step.stops', { when: t(`settings.stops.${step.stopsOn}`) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}

const whenSpan = (minutes: number): string => t('settings.step.MINUTES', { n: minutes });
