import { t } from '../../../core/i18n';
import type { Question } from '../../../core/questions';
import { Button, IconButton } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { codeFor, knownAnswers, withChoices } from './question-edit';

interface QuestionsFormProps {
  questions: readonly Question[];
  onChange: (questions: Question[]) => void;
}
const TYPES: readonly Question['type'][] = ['TEXT', 'CHOICE', 'NUMBER', 'YES_NO', 'DATE'];

/** What is asked, in the order in which it is. */
export function QuestionsForm({ questions, onChange }: QuestionsFormProps) {
  const change = (at: number, question: Question): void =>
    onChange(questions.map((each, index) => (index === at ? question : each)));
  const add = (): void =>
    onChange([
      ...questions,
      {
        code: codeFor('question', questions),
        text: '',
        hint: '',
        type: 'TEXT',
        required: false,
        onlyIf: null,
        choices: [],
        stops: [],
      },
    ]);
  return (
    <fieldset class="process-part">
      <legend>{t('catalogue.questions')}</legend>
      {questions.map((question, index) => (
        <QuestionEdit
          key={index}
          question={question}
          before={questions.slice(0, index)}
          onChange={(next) => change(index, next)}
          onRemove={() => onChange(questions.filter((_, at) => at !== index))}
        />
      ))}
      <Button size="small" icon="plus" onClick={add}>
        {t('catalogue.addQuestion')}
      </Button>
    </fieldset>
  );
}

interface EditProps {
  question: Question;
  before: readonly Question[];
  onChange: (question: Question) => void;
  onRemove: () => void;
}

function QuestionEdit({ question, before, onChange, onRemove }: EditProps) {
  const set = (change: Partial<Question>): void => onChange({ ...question, ...change });
  return (
    <div class="question-edit" role="group" aria-label={question.text || question.code}>
      <div class="question-edit__head">
        <TextField
          label={t('catalogue.questionText')}
          value={question.text}
          onInput={(text) => set({ text })}
        />
        <IconButton icon="close" label={t('catalogue.removeQuestion')} onClick={onRemove} />
      </div>
      <div class="process-pair">
        <SelectField
          label={t('catalogue.questionType')}
          value={question.type}
          options={TYPES.map((type) => [type, t(`catalogue.type.${type}`)] as const)}
          onChange={(type) => set({ type: type as Question['type'], choices: [], stops: [] })}
        />
        <TextField label={t('catalogue.hint')} value={question.hint} onInput={(hint) => set({ hint })} />
      </div>
      {question.type === 'CHOICE' && (
        <TextField
          label={t('catalogue.choices')}
          hint={t('catalogue.onePerLine')}
          multiline
          rows={3}
          value={question.choices.map(({ label }) => label).join('\n')}
          onInput={(text) => set(withChoices(question, text.split('\n')))}
        />
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={question.required}
          onChange={(event) => set({ required: event.currentTarget.checked })}
        />
        {t('catalogue.required')}
      </label>
      <ConditionEdit question={question} before={before} set={set} />
      <StopEdit question={question} set={set} />
    </div>
  );
}

interface SetProps {
  question: Question;
  set: (change: Partial<Question>) => void;
}

/** Asked always, or after one answer to an earlier question. */
function ConditionEdit({ question, before, set }: SetProps & { before: readonly Question[] }) {
  const options = before.flatMap((earlier) =>
    knownAnswers(earlier).map(
      ([answer, label]) =>
        [
          `${earlier.code} ${answer}`,
          t('catalogue.after', { question: earlier.text, answer: label }),
        ] as const,
    ),
  );
  if (options.length === 0) return null;
  const { onlyIf } = question;
  const choose = (value: string): void => {
    const [earlier = '', answer = ''] = value.split(' ');
    set({ onlyIf: value === '' ? null : { question: earlier, is: [answer] } });
  };
  return (
    <SelectField
      label={t('catalogue.asked')}
      value={onlyIf ? `${onlyIf.question} ${onlyIf.is[0] ?? ''}` : ''}
      options={[['', t('catalogue.always')] as const, ...options]}
      onChange={choose}
    />
  );
}

/** What is said upon one of the answers, and whether nothing is taken in then. */
function StopEdit({ question, set }: SetProps) {
  const known = knownAnswers(question);
  if (known.length === 0) return null;
  const stop = question.stops[0];
  const change = (more: Partial<Question['stops'][number]>): void => {
    const next = { answer: known[0]?.[0] ?? '', text: '', refuses: false, ...stop, ...more };
    set({ stops: [next, ...question.stops.slice(1)] });
  };
  return (
    <div class="process-pair">
      <SelectField
        label={t('catalogue.stopOn')}
        value={stop?.answer ?? ''}
        options={[['', t('catalogue.noStop')] as const, ...known]}
        onChange={(answer) => (answer === '' ? set({ stops: question.stops.slice(1) }) : change({ answer }))}
      />
      {stop && (
        <div class="field">
          <TextField label={t('catalogue.stopText')} value={stop.text} onInput={(text) => change({ text })} />
          <label class="check">
            <input
              type="checkbox"
              checked={stop.refuses}
              onChange={(event) => change({ refuses: event.currentTarget.checked })}
            />
            {t('catalogue.refuses')}
          </label>
        </div>
      )}
    </div>
  );
}
