import { useId } from 'preact/hooks';
import { t } from '../core/i18n';
import { askedOf, stopOf, type Answers, type Question } from '../core/questions';
import { Chip } from './Buttons';
import { Icon } from './Icon';
import './place.css';

interface QuestionsProps {
  questions: readonly Question[];
  answers: Answers;
  onAnswer: (code: string, answer: string) => void;
  /** What is wrong, as `answers.<code of the question>`. */
  errors?: Readonly<Record<string, string>>;
  /** At the desk an answer that refuses the public is only told. */
  atDesk?: boolean;
}

/** What the category asks; later questions appear with the answers that they follow from. */
export function Questions({ questions, answers, onAnswer, errors, atDesk }: QuestionsProps) {
  return (
    <>
      {askedOf(questions, answers).map((question) => (
        <QuestionField
          key={question.code}
          question={question}
          answers={answers}
          error={errors?.[`answers.${question.code}`]}
          atDesk={atDesk ?? false}
          onAnswer={(answer) => onAnswer(question.code, answer)}
        />
      ))}
    </>
  );
}

interface FieldProps {
  question: Question;
  answers: Answers;
  error: string | undefined;
  atDesk: boolean;
  onAnswer: (answer: string) => void;
}

function QuestionField({ question, answers, error, atDesk, onAnswer }: FieldProps) {
  const id = useId();
  const { code, text, hint, type, required } = question;
  const value = answers[code] ?? '';
  const stop = stopOf(question, answers);
  const label = (
    <>
      {text}
      {!required && <small> {t('questions.optional')}</small>}
    </>
  );
  const chips = type === 'CHOICE' || type === 'YES_NO';
  return (
    <div class="field">
      {chips ? (
        <span class="field__label" id={id}>
          {label}
        </span>
      ) : (
        <label class="field__label" for={id}>
          {label}
        </label>
      )}
      {chips ? (
        <Choices question={question} value={value} labelledBy={id} onAnswer={onAnswer} />
      ) : (
        <Input id={id} type={type} value={value} wrong={error !== undefined} onAnswer={onAnswer} />
      )}
      {hint && <p class="field__hint">{hint}</p>}
      {stop && <Stop text={stop.text} refuses={stop.refuses && !atDesk} />}
      {error && (
        <p class="field__error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

interface ChoicesProps {
  question: Question;
  value: string;
  labelledBy: string;
  onAnswer: (answer: string) => void;
}

/** The same answer again takes it back. */
function Choices({ question, value, labelledBy, onAnswer }: ChoicesProps) {
  const choices =
    question.type === 'CHOICE'
      ? question.choices
      : [
          { code: 'true', label: t('questions.yes') },
          { code: 'false', label: t('questions.no') },
        ];
  return (
    <div class="answers" role="group" aria-labelledby={labelledBy}>
      {choices.map(({ code, label }) => (
        <Chip key={code} pressed={code === value} onClick={() => onAnswer(code === value ? '' : code)}>
          {label}
        </Chip>
      ))}
    </div>
  );
}

interface InputProps {
  id: string;
  type: Question['type'];
  value: string;
  wrong: boolean;
  onAnswer: (answer: string) => void;
}

function Input({ id, type, value, wrong, onAnswer }: InputProps) {
  const shared = { id, value, class: 'field__input', 'aria-invalid': wrong };
  if (type === 'TEXT')
    return (
      <textarea
        {...shared}
        rows={2}
        maxLength={1000}
        onInput={(event) => onAnswer(event.currentTarget.value)}
      />
    );
  return (
    <input
      {...shared}
      type={type === 'DATE' ? 'date' : 'text'}
      {...(type === 'NUMBER' ? { inputMode: 'decimal' as const } : {})}
      onInput={(event) => onAnswer(event.currentTarget.value)}
    />
  );
}

const TELEPHONE = /\b(?:0\d(?:[ .]?\d{2}){4}|0 800(?: \d{2}){3}|1(?:12|[578]))\b/;

/** Told before anything is sent; the number in it can be called at once. */
function Stop({ text, refuses }: { text: string; refuses: boolean }) {
  const number = TELEPHONE.exec(text)?.[0];
  return (
    <p class="stop" role="status">
      <Icon name={refuses ? 'block' : 'info'} size={18} />
      <span>
        {text} {number && <a href={`tel:${number.replace(/\D/g, '')}`}>{t('questions.call', { number })}</a>}
      </span>
    </p>
  );
}
