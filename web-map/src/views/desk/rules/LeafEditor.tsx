import { t } from '../../../core/i18n';
import type { Condition, Vocabulary } from '../../../core/rule-types';
import { IconButton } from '../../../ui/Buttons';
import { SomeOf } from './SomeOf';
import { empty, KIND_OF, SUBJECTS, subjectOf, valuesOf, WORDS_OF, wordsIn, type Subject } from './tree';
import { useState } from 'preact/hooks';

interface LeafEditorProps {
  leaf: Condition;
  not: boolean;
  vocabulary: Vocabulary;
  onChange: (leaf: Condition, not: boolean) => void;
  onRemove?: () => void;
}

/** One condition: what it is about, whether it is or is not, and the values. */
export function LeafEditor({ leaf, not, vocabulary, onChange, onRemove }: LeafEditorProps) {
  const subject = subjectOf(leaf);
  return (
    <div class="leaf">
      <select
        class="field__input select"
        aria-label={t('rules.about')}
        value={subject}
        onChange={(event) => onChange(empty(event.currentTarget.value as Subject), not)}
      >
        {SUBJECTS.filter((each) => offered(each, vocabulary) || each === subject).map((each) => (
          <option key={each} value={each} selected={each === subject}>
            {t(`rules.subject.${each}`)}
          </option>
        ))}
      </select>
      <select
        class="field__input select leaf__is"
        aria-label={t('rules.isOrNot')}
        value={String(not)}
        onChange={(event) => onChange(leaf, event.currentTarget.value === 'true')}
      >
        <option value="false" selected={!not}>
          {t(subject === 'words' ? 'rules.says' : 'rules.is')}
        </option>
        <option value="true" selected={not}>
          {t(subject === 'words' ? 'rules.saysNot' : 'rules.isNot')}
        </option>
      </select>
      <Values subject={subject} leaf={leaf} vocabulary={vocabulary} onChange={(by) => onChange(by, not)} />
      {onRemove && <IconButton icon="close" label={t('rules.remove')} onClick={onRemove} />}
    </div>
  );
}

function offered(subject: Subject, vocabulary: Vocabulary): boolean {
  const kind = KIND_OF[subject];
  return kind === undefined || vocabulary[kind].length > 0;
}

interface ValuesProps {
  subject: Subject;
  leaf: Condition;
  vocabulary: Vocabulary;
  onChange: (leaf: Condition) => void;
}

function Values({ subject, leaf, vocabulary, onChange }: ValuesProps) {
  const kind = KIND_OF[subject];
  if (subject === 'calendar') return <Calendar leaf={leaf} vocabulary={vocabulary} onChange={onChange} />;
  if (subject === 'answer') return <Answer leaf={leaf} onChange={onChange} />;
  if (subject === 'words') return <Words leaf={leaf} onChange={onChange} />;
  const options = kind
    ? vocabulary[kind].filter(({ open, code }) => open || valuesOf(leaf, subject).includes(code))
    : (WORDS_OF[subject] ?? []).map((code) => ({ code, name: t(`rules.${subject}.${code}`), open: true }));
  return (
    <SomeOf
      label={t(`rules.subject.${subject}`)}
      options={options}
      chosen={valuesOf(leaf, subject)}
      onChange={(codes) => onChange({ [subject]: codes })}
    />
  );
}

type PartProps = Omit<ValuesProps, 'subject' | 'vocabulary'>;

function Words({ leaf, onChange }: PartProps) {
  const [line, setLine] = useState(valuesOf(leaf, 'words').join(', '));
  return (
    <input
      class="field__input"
      aria-label={t('rules.words')}
      placeholder={t('rules.wordsHint')}
      value={line}
      onInput={(event) => {
        setLine(event.currentTarget.value);
        onChange({ words: wordsIn(event.currentTarget.value) });
      }}
    />
  );
}

function Calendar({ leaf, vocabulary, onChange }: Omit<ValuesProps, 'subject'>) {
  const { calendar, open } = leaf as { calendar: string; open: boolean };
  return (
    <span class="leaf__pair">
      <select
        class="field__input select"
        aria-label={t('rules.subject.calendar')}
        value={calendar}
        onChange={(event) => onChange({ calendar: event.currentTarget.value, open })}
      >
        <option value="">{t('rules.choose')}</option>
        {vocabulary.CALENDAR.map(({ code, name }) => (
          <option key={code} value={code} selected={code === calendar}>
            {name}
          </option>
        ))}
      </select>
      <select
        class="field__input select"
        aria-label={t('rules.openOrClosed')}
        value={String(open)}
        onChange={(event) => onChange({ calendar, open: event.currentTarget.value === 'true' })}
      >
        <option value="true" selected={open}>
          {t('rules.open')}
        </option>
        <option value="false" selected={!open}>
          {t('rules.closed')}
        </option>
      </select>
    </span>
  );
}

const TESTS = ['is', 'contains', 'greater'] as const;

function Answer({ leaf, onChange }: PartProps) {
  const told = leaf as { answer: string } & Partial<Record<(typeof TESTS)[number], string>>;
  const test = TESTS.find((each) => told[each] !== undefined) ?? 'is';
  const value = told[test] ?? '';
  return (
    <span class="leaf__pair">
      <input
        class="field__input"
        aria-label={t('rules.question')}
        placeholder={t('rules.question')}
        value={told.answer}
        onInput={(event) => onChange({ answer: event.currentTarget.value, [test]: value })}
      />
      <select
        class="field__input select"
        aria-label={t('rules.test')}
        value={test}
        onChange={(event) => onChange({ answer: told.answer, [event.currentTarget.value]: value })}
      >
        {TESTS.map((each) => (
          <option key={each} value={each} selected={each === test}>
            {t(`rules.test.${each}`)}
          </option>
        ))}
      </select>
      <input
        class="field__input"
        aria-label={t('rules.value')}
        value={value}
        onInput={(event) => onChange({ answer: told.answer, [test]: event.currentTarget.value })}
      />
    </span>
  );
}
