import { t } from '../../../core/i18n';
import type { ProcessContent, Term } from '../../../core/process-types';
import type { Question } from '../../../core/questions';
import { promiseLength } from '../../../core/time';

/** One thing that a process says. The key stays the same from version to version. */
interface Fact {
  key: string;
  label: string;
  text: string;
}
/** What two versions say of the same thing; empty where one says nothing. */
export interface Row {
  key: string;
  label: string;
  before: string;
  after: string;
  changed: boolean;
}

/** Two versions side by side, in the order of the later one; what it no longer says comes last. */
export function compare(before: ProcessContent | null, after: ProcessContent): Row[] {
  const earlier = new Map((before ? factsOf(before) : []).map((fact) => [fact.key, fact]));
  const rows = factsOf(after).map(({ key, label, text }) => {
    const was = earlier.get(key)?.text ?? '';
    earlier.delete(key);
    return { key, label, before: was, after: text, changed: before !== null && was !== text };
  });
  const gone = [...earlier.values()].map(({ key, label, text }) => ({
    key,
    label,
    before: text,
    after: '',
    changed: true,
  }));
  return [...rows, ...gone];
}

function factsOf(content: ProcessContent): Fact[] {
  const yesNo = (value: boolean): string => t(value ? 'questions.yes' : 'questions.no');
  const plain: [string, string][] = [
    ['name', content.name],
    ['synonyms', content.synonyms.join(', ')],
    ['domain', content.domain],
    ['service', content.service],
    ['kind', t(`catalogue.kind.${content.kind}`)],
    ['priority', t(`catalogue.priority.${content.priority}`)],
    ['confidential', yesNo(content.confidential)],
    ['askers', content.askers.map((asker) => t(`catalogue.asker.${asker}`)).join(', ')],
    ['documents', content.documents.join('\n')],
    ['skills', content.skills.join(', ')],
    ['report', content.report.map((item) => t(`questions.report.${item}`)).join(', ')],
    ['formalReply', yesNo(content.formalReply)],
    ['replyTemplate', content.replyTemplate],
    ['approvalChain', content.approvalChain],
    ['duplicateRadius', t('catalogue.metres', { n: content.duplicateRadiusMetres })],
    ['retention', t('catalogue.months', { n: content.retentionMonths })],
  ];
  return [
    ...plain
      .filter(([, text]) => text !== '')
      .map(([key, text]) => ({ key, label: t(`catalogue.f.${key}`), text })),
    ...content.questions.map((question) => ({
      key: `question ${question.code}`,
      label: t('catalogue.f.question', { code: question.code }),
      text: questionWords(question),
    })),
    ...content.commitments.map((term) => ({
      key: `commitment ${term.commitment}`,
      label: t(`catalogue.commitment.${term.commitment}`),
      text: termWords(term),
    })),
    ...content.steps.map(({ actor, text }, index) => ({
      key: `step ${index}`,
      label: t('catalogue.f.step', { n: String(index + 1) }),
      text: `${t(`role.${actor}`)} : ${text}`,
    })),
  ];
}

function questionWords(question: Question): string {
  const { text, type, required, onlyIf, choices, stops, hint } = question;
  const lines = [
    text,
    [t(`catalogue.type.${type}`), required && t('catalogue.required')].filter(Boolean).join(', '),
    hint,
    onlyIf &&
      t('catalogue.onlyIf', {
        question: onlyIf.question,
        answers: onlyIf.is.map((answer) => answerWords(answer)).join(', '),
      }),
    choices.map(({ label }) => `• ${label}`).join('\n'),
    ...stops.map((stop) =>
      t(stop.refuses ? 'catalogue.stopRefuses' : 'catalogue.stop', {
        answer: answerWords(stop.answer, choices),
        text: stop.text,
      }),
    ),
  ];
  return lines.filter(Boolean).join('\n');
}

/** A choice by its label, where it is one of these. */
function answerWords(answer: string, choices: Question['choices'] = []): string {
  if (answer === 'true' || answer === 'false') return t(answer === 'true' ? 'questions.yes' : 'questions.no');
  return choices.find(({ code }) => code === answer)?.label ?? answer;
}

function termWords(term: Term): string {
  const words = [promiseLength(term)];
  if (term.calendar !== '') words.push(t('catalogue.onCalendar', { calendar: term.calendar }));
  if (term.warning)
    words.push(t(`catalogue.warning.${term.warning.kind}`, { value: String(term.warning.value) }));
  return words.join(', ');
}
