import { t } from '../../../core/i18n';
import { Icon } from '../../../ui/Icon';
import { untilWords } from '../../../ui/Place';
import { LANGUAGES } from './stop-draft';

interface StopPreviewProps {
  texts: Record<string, string>;
  refuses: boolean;
  /** On the town's own clock. */
  until: string;
}

/** The message as people read it before they report, in every language that it is written in. */
export function StopPreview({ texts, refuses, until }: StopPreviewProps) {
  const written = LANGUAGES.filter((language) => (texts[language] ?? '').trim() !== '');
  return (
    <div class="where__preview" role="group" aria-label={t('where.stop.preview')}>
      {written.map((language) => (
        <p key={language} class="stop">
          <Icon name={refuses ? 'block' : 'info'} size={18} />
          <span>
            <span lang={language}>{texts[language]}</span>{' '}
            {until !== '' && (
              <b>
                {/* at noon it is the same day in the town's zone */}
                {untilWords({ text: '', until: `${until.slice(0, 10)}T12:00:00Z`, refuses })}
              </b>
            )}
          </span>
        </p>
      ))}
    </div>
  );
}
