import { t } from '../../../core/i18n';
import { nearDay } from '../../../core/time';
import type { Decision, Letter } from '../../../core/reply-types';
import { Icon } from '../../../ui/Icon';

/** Who has approved, whose turn it is, who comes after. */
export function Chain({ letter }: { letter: Letter }) {
  if (letter.steps.length === 0) return null;
  return (
    <ol class="chain" aria-label={t('letter.steps')}>
      {letter.steps.map(({ number, title, holder, due, passed }) => (
        <li
          key={number}
          class={passed ? 'chain__passed' : due ? 'chain__due' : ''}
          {...(due ? { 'aria-current': 'step' } : {})}
        >
          <span class="chain__mark">{passed ? <Icon name="check" size={14} /> : number}</span>
          <span>
            <b>{title}</b>
            <small>{passed ? decided(passed) : due ? t('letter.due') : (holder ?? t('letter.later'))}</small>
          </span>
        </li>
      ))}
    </ol>
  );
}

function decided({ by, onBehalfOf, at, verdict }: Decision): string {
  const time = nearDay(at);
  return onBehalfOf
    ? t('letter.decidedFor', { name: by, for: onBehalfOf, time })
    : t(verdict === 'SIGNED' ? 'letter.signedBy' : 'letter.approvedBy', { name: by, time });
}

/** Everything that was decided, also what no longer counts. */
export function Trace({ letter }: { letter: Letter }) {
  if (letter.decisions.length === 0) return null;
  return (
    <details class="trace">
      <summary>{t('letter.trace', { n: letter.decisions.length })}</summary>
      <ol>
        {letter.decisions.map((decision, index) => (
          <li key={index} class={decision.voidedAt ? 'trace__void' : ''}>
            <b>{t(`letter.verdict.${decision.verdict}`)}</b> {decision.title}
            <small>
              {[
                decision.by,
                decision.onBehalfOf && t('letter.for', { name: decision.onBehalfOf }),
                nearDay(decision.at),
                decision.voidedAt && t('letter.voided', { time: nearDay(decision.voidedAt) }),
              ]
                .filter(Boolean)
                .join(', ')}
            </small>
            {decision.remarks && <p>{decision.remarks}</p>}
            <code title={decision.textSha256}>
              {t('letter.hash', { hash: decision.textSha256.slice(0, 12) })}
            </code>
          </li>
        ))}
      </ol>
    </details>
  );
}
