/** What a category asks of whoever reports. */
export interface Question {
  code: string;
  text: string;
  hint: string;
  type: 'TEXT' | 'CHOICE' | 'NUMBER' | 'YES_NO' | 'DATE';
  required: boolean;
  onlyIf?: { question: string; is: string[] } | null;
  choices: { code: string; label: string }[];
  stops: { answer: string; text: string; refuses: boolean }[];
}
export interface CategoryQuestions {
  code: string;
  name: string;
  version?: number;
  questions: Question[];
  /** What one should have at hand. */
  documents: string[];
}
/** By the code of the question: a choice by its code, yes and no as true and false, a date as 2026-04-30. */
export type Answers = Readonly<Record<string, string>>;

/** Those that are asked, given the answers so far. */
export function askedOf(questions: readonly Question[], answers: Answers): Question[] {
  const asked: Question[] = [];
  for (const question of questions) {
    const { onlyIf } = question;
    // a question that is not asked has no answer that counts
    const before = onlyIf && asked.some(({ code }) => code === onlyIf.question);
    if (!onlyIf || (before && onlyIf.is.includes(answers[onlyIf.question] ?? ''))) asked.push(question);
  }
  return asked;
}

/** The answers that count: to what is asked, and not blank. */
export function givenOf(questions: readonly Question[], answers: Answers): Record<string, string> {
  return Object.fromEntries(
    askedOf(questions, answers)
      .map(({ code }) => [code, (answers[code] ?? '').trim()] as const)
      .filter(([, answer]) => answer !== ''),
  );
}

/** What is said upon an answer. */
export function stopOf(question: Question, answers: Answers): Question['stops'][number] | undefined {
  return question.stops.find(({ answer }) => answer === answers[question.code]);
}

/** The first that stands in the way of sending: required and not answered, or answered so that nothing is taken. */
export function blockedBy(
  questions: readonly Question[],
  answers: Answers,
): { question: Question; missing: boolean } | null {
  const given = givenOf(questions, answers);
  for (const question of askedOf(questions, answers)) {
    if (question.required && given[question.code] === undefined) return { question, missing: true };
    if (stopOf(question, given)?.refuses) return { question, missing: false };
  }
  return null;
}
