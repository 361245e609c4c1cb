import { t } from '../core/i18n';
import type { RequestProcess } from '../core/staff-types';
import { day } from '../core/time';
import './process-part.css';

/** What was answered when the request came in; for the field also what is to be done and reported. */
export function ProcessPart({ process, withWork }: { process: RequestProcess; withWork?: boolean }) {
  const { answers, steps, report } = process;
  const work = withWork ?? false;
  if (answers.length === 0 && !(work && (steps.length > 0 || report.length > 0))) return null;
  return (
    <div class="process">
      {answers.length > 0 && (
        <dl aria-label={t('questions.given')}>
          {answers.map((given) => (
            <div key={given.question}>
              <dt>{given.question}</dt>
              <dd>
                <bdi>{answerWords(given)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {work && steps.length > 0 && (
        <ol aria-label={t('questions.steps')}>
          {steps.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      )}
      {work && report.length > 0 && (
        <p>
          <b>{t('questions.report')}</b> {report.map((item) => t(`questions.report.${item}`)).join(', ')}
        </p>
      )}
    </div>
  );
}

function answerWords({ type, answer }: RequestProcess['answers'][number]): string {
  if (type === 'YES_NO') return t(answer === 'true' ? 'questions.yes' : 'questions.no');
  return type === 'DATE' ? day(`${answer}T12:00:00Z`) : answer;
}
