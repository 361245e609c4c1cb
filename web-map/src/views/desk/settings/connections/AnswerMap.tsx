import { useState } from 'preact/hooks';
import { PublicApi } from '../../../../core/api';
import type { Connection, RemoteAttribute } from '../../../../core/connection-types';
import { t } from '../../../../core/i18n';
import type { Question } from '../../../../core/questions';
import { Button } from '../../../../ui/Buttons';
import { showToast } from '../../../../ui/Toast';
import { SelectField } from '../../SelectField';
import { problemWords } from '../../words';
import type { ConnectionWork } from './ConnectionForm';

interface AnswerMapProps {
  connections: ConnectionWork['connections'];
  connection: Connection;
  category: string;
  /** Theirs, to which the category goes. */
  service: string;
  named: Readonly<Record<string, string>>;
  onChange: (named: Record<string, string>) => void;
}

interface Both {
  questions: readonly Question[];
  attributes: readonly RemoteAttribute[];
}

/** As which of their attributes each answer is sent. Nothing is proposed: an answer leaves only where somebody said so. */
export function AnswerMap({ connections, connection, category, service, named, onChange }: AnswerMapProps) {
  const [both, setBoth] = useState<Both | null>(null);
  const [error, setError] = useState<string | null>(null);
  const read = async (): Promise<void> => {
    try {
      const [asked, there] = await Promise.all([
        new PublicApi(connections.http).questions(category),
        connections.definition(connection, service),
      ]);
      setError(there.error ?? null);
      if (there.error === undefined) setBoth({ questions: asked.questions, attributes: there.attributes });
    } catch (cause) {
      showToast(problemWords(cause));
    }
  };
  if (error !== null) {
    return (
      <p class="trouble" role="alert">
        {t('settings.connection.trial.failed')} <code>{error}</code>
      </p>
    );
  }
  if (!both) {
    return (
      <Button size="small" onClick={() => void read()}>
        {t('settings.connection.answers', { n: Object.keys(named).length })}
      </Button>
    );
  }
  return <Questions {...both} named={named} onChange={onChange} />;
}

interface QuestionsProps extends Both {
  named: Readonly<Record<string, string>>;
  onChange: (named: Record<string, string>) => void;
}

function Questions({ questions, attributes, named, onChange }: QuestionsProps) {
  const unanswered = attributes.filter(
    ({ code, required }) => required && !Object.values(named).includes(code),
  );
  if (questions.length === 0) {
    return <p class="settings__hint">{t('settings.connection.answers.none')}</p>;
  }
  return (
    <div class="settings__inner">
      {questions.map(({ code, text }) => (
        <SelectField
          key={code}
          label={text}
          value={named[code] ?? ''}
          options={options(attributes, named[code] ?? '')}
          onChange={(chosen) => onChange(chosenFor(named, code, chosen))}
        />
      ))}
      {unanswered.length > 0 && (
        <p class="settings__hint">
          {t('settings.connection.answers.required', {
            attributes: unanswered.map(({ description }) => description).join(', '),
          })}
        </p>
      )}
    </div>
  );
}

function options(attributes: readonly RemoteAttribute[], kept: string): (readonly [string, string])[] {
  return [
    ['', t('settings.connection.answers.not')],
    ...attributes.map(({ code, description }) => [code, `${description} (${code})`] as const),
    ...(kept !== '' && attributes.every(({ code }) => code !== kept)
      ? [[kept, t('settings.connection.service.gone', { code: kept })] as const]
      : []),
  ];
}

function chosenFor(
  named: Readonly<Record<string, string>>,
  question: string,
  attribute: string,
): Record<string, string> {
  const rest = Object.fromEntries(Object.entries(named).filter(([known]) => known !== question));
  return attribute === '' ? rest : { ...rest, [question]: attribute };
}
