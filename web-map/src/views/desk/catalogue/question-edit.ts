import { t } from '../../../core/i18n';
import type { Question } from '../../../core/questions';

/** A code that none of the others has. Nobody reads it: it keeps answers together whatever the words become. */
export function codeFor(root: string, taken: readonly { code: string }[]): string {
  const isTaken = (code: string): boolean => taken.some((other) => other.code === code);
  let code = root;
  for (let n = 2; isTaken(code); n++) code = `${root}-${n}`;
  return code;
}

/** The answers on which conditions and stops can be told, with how they read. */
export function knownAnswers({ type, choices }: Question): (readonly [answer: string, label: string])[] {
  if (type === 'YES_NO')
    return [
      ['true', t('questions.yes')],
      ['false', t('questions.no')],
    ];
  return type === 'CHOICE'
    ? choices.filter(({ label }) => label !== '').map(({ code, label }) => [code, label])
    : [];
}

/** Choices by their labels; one that is only worded otherwise keeps its code, so that answers keep their meaning. */
export function withChoices(question: Question, labels: readonly string[]): Partial<Question> {
  const before = question.choices;
  const choices: Question['choices'] = [];
  labels.forEach((label, index) => {
    const same = before.find((choice) => choice.label === label && !choices.includes(choice));
    const moved = labels.length === before.length ? before[index] : undefined;
    const code = same?.code ?? moved?.code ?? codeFor('choix', [...before, ...choices]);
    choices.push({
      code: choices.some((other) => other.code === code) ? codeFor('choix', choices) : code,
      label,
    });
  });
  const known = new Set(choices.map(({ code }) => code));
  return { choices, stops: question.stops.filter(({ answer }) => known.has(answer)) };
}
