import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Process, ProcessContent } from '../../../core/process-types';
import type { ReportItem } from '../../../core/staff-types';
import type { Kind, Priority } from '../../../core/types';
import { Button, Chip } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import type { ProcessBook } from './process-book';
import { QuestionsForm } from './QuestionsForm';
import { TermsForm } from './TermsForm';

interface FormProps {
  book: ProcessBook;
  process: Process;
  content: ProcessContent;
}
const KINDS: readonly Kind[] = ['INCIDENT', 'COMPLAINT', 'QUESTION', 'REMARK', 'PRAISE'];
const PRIORITIES: readonly Priority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];
const REPORT: readonly ReportItem[] = ['PHOTO_BEFORE', 'PHOTO_AFTER', 'CAUSE', 'QUANTITY', 'NOTE'];

/** The words of a draft. What is not shown here stays as it is; the file has it all. */
export function ProcessForm({ book, process, content }: FormProps) {
  const [draft, setDraft] = useState(content);
  const set = (change: Partial<ProcessContent>): void => setDraft({ ...draft, ...change });
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    void book.save({
      ...draft,
      synonyms: filled(draft.synonyms),
      documents: filled(draft.documents),
      questions: draft.questions.map((question) => ({
        ...question,
        choices: question.choices.filter(({ label }) => label.trim() !== ''),
      })),
      steps: draft.steps.filter(({ text }) => text.trim() !== ''),
    });
  };
  return (
    <form class="process-form" onSubmit={onSubmit}>
      <div class="process-body">
        <Main draft={draft} set={set} />
        <QuestionsForm questions={draft.questions} onChange={(questions) => set({ questions })} />
        <TermsForm
          terms={draft.commitments}
          calendars={process.known.calendars}
          onChange={(commitments) => set({ commitments })}
        />
        <Steps draft={draft} set={set} />
      </div>
      <footer class="process-acts">
        <Button onClick={() => (book.editing.value = null)}>{t('catalogue.cancel')}</Button>
        <Button look="primary" type="submit" disabled={book.busy.value}>
          {t('catalogue.save')}
        </Button>
      </footer>
    </form>
  );
}

interface PartProps {
  draft: ProcessContent;
  set: (change: Partial<ProcessContent>) => void;
}

function Main({ draft, set }: PartProps) {
  return (
    <fieldset class="process-part">
      <legend>{t('catalogue.main')}</legend>
      <TextField
        label={t('catalogue.f.name')}
        value={draft.name}
        onInput={(name) => set({ name })}
        required
      />
      <Lines
        label={t('catalogue.f.synonyms')}
        hint={t('catalogue.synonymsHint')}
        lines={draft.synonyms}
        onChange={(synonyms) => set({ synonyms })}
      />
      <div class="process-pair">
        <SelectField
          label={t('catalogue.f.kind')}
          value={draft.kind}
          options={KINDS.map((kind) => [kind, t(`catalogue.kind.${kind}`)] as const)}
          onChange={(kind) => set({ kind: kind as Kind })}
        />
        <SelectField
          label={t('catalogue.f.priority')}
          value={draft.priority}
          options={PRIORITIES.map((priority) => [priority, t(`catalogue.priority.${priority}`)] as const)}
          onChange={(priority) => set({ priority: priority as Priority })}
        />
      </div>
      <Check
        label={t('catalogue.f.confidential')}
        checked={draft.confidential}
        onChange={(confidential) => set({ confidential })}
      />
      <Check
        label={t('catalogue.f.formalReply')}
        checked={draft.formalReply}
        onChange={(formalReply) => set({ formalReply })}
      />
      <Lines
        label={t('catalogue.f.documents')}
        hint={t('catalogue.onePerLine')}
        lines={draft.documents}
        onChange={(documents) => set({ documents })}
      />
      <ReportItems draft={draft} set={set} />
    </fieldset>
  );
}

/** What the report from the field must have. */
function ReportItems({ draft, set }: PartProps) {
  return (
    <div class="field">
      <span class="field__label" id="process-report">
        {t('catalogue.f.report')}
      </span>
      <div class="process-chips" role="group" aria-labelledby="process-report">
        {REPORT.map((item) => (
          <Chip
            key={item}
            pressed={draft.report.includes(item)}
            onClick={() =>
              set({ report: REPORT.filter((each) => draft.report.includes(each) !== (each === item)) })
            }
          >
            {t(`questions.report.${item}`)}
          </Chip>
        ))}
      </div>
    </div>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  );
}

function Steps({ draft, set }: PartProps) {
  const change = (at: number, text: string): void =>
    set({ steps: draft.steps.map((step, index) => (index === at ? { ...step, text } : step)) });
  return (
    <fieldset class="process-part">
      <legend>{t('catalogue.steps')}</legend>
      {draft.steps.map(({ actor, text }, index) => (
        <TextField
          key={index}
          label={t('catalogue.stepOf', { n: String(index + 1), actor: t(`role.${actor}`) })}
          value={text}
          onInput={(words) => change(index, words)}
        />
      ))}
      <Button
        size="small"
        icon="plus"
        onClick={() => set({ steps: [...draft.steps, { actor: 'TEAM_MEMBER', text: '' }] })}
      >
        {t('catalogue.addStep')}
      </Button>
    </fieldset>
  );
}

interface LinesProps {
  label: string;
  hint: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
}

/** A list, one entry a line. */
function Lines({ label, hint, lines, onChange }: LinesProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      multiline
      rows={Math.min(6, Math.max(2, lines.length))}
      value={lines.join('\n')}
      onInput={(text) => onChange(text.split('\n'))}
    />
  );
}

const filled = (lines: readonly string[]): string[] => [
  ...new Set(lines.map((line) => line.trim()).filter((line) => line !== '')),
];
