import type { Condition, ListKey, RuleText, VocabularyKind } from '../../../core/rule-types';

/** What a condition can be about, in the order in which the form offers it. */
export type Subject = ListKey | 'calendar' | 'answer';
export const SUBJECTS: readonly Subject[] = [
  'category',
  'domain',
  'words',
  'danger',
  'near',
  'sector',
  'area',
  'shift',
  'calendar',
  'channel',
  'requester',
  'priority',
  'answer',
];
export const GROUPS = ['all', 'any'] as const;
export type GroupKind = (typeof GROUPS)[number];

/** Which of the town's things a subject chooses from. */
export const KIND_OF: Partial<Record<Subject, VocabularyKind>> = {
  category: 'CATEGORY',
  domain: 'DOMAIN',
  near: 'PLACE_CLASS',
  sector: 'SECTOR',
  area: 'AREA',
  shift: 'SHIFT',
  calendar: 'CALENDAR',
};
/** Which fixed words a subject chooses from. */
export const WORDS_OF: Partial<Record<Subject, readonly string[]>> = {
  danger: ['NONE', 'POSSIBLE', 'IMMEDIATE'],
  channel: [
    'WEB',
    'APP',
    'PHONE',
    'COUNTER',
    'EMAIL',
    'LETTER',
    'CHAT',
    'SOCIAL',
    'COUNCIL',
    'PATROL',
    'OPEN311',
  ],
  requester: ['ANONYMOUS', 'KNOWN', 'STAFF'],
  priority: ['LOW', 'NORMAL', 'HIGH', 'URGENT'],
};

export type Group = { kind: GroupKind; of: Condition[] };

/** The group that a condition is; null for a single one. */
export function groupOf(condition: Condition): Group | null {
  if ('all' in condition) return { kind: 'all', of: condition.all };
  if ('any' in condition) return { kind: 'any', of: condition.any };
  return null;
}
export function groupAs({ kind, of }: Group): Condition {
  return kind === 'all' ? { all: of } : { any: of };
}

/** What it is without "not", and whether it was there. */
export function turned(condition: Condition): { not: boolean; inner: Condition } {
  return 'not' in condition ? { not: true, inner: condition.not } : { not: false, inner: condition };
}
export function turn(inner: Condition, not: boolean): Condition {
  return not ? { not: inner } : inner;
}

/** The subject of a single condition. */
export function subjectOf(condition: Condition): Subject {
  return SUBJECTS.find((subject) => subject in condition) ?? 'category';
}

export function valuesOf(condition: Condition, subject: Subject): string[] {
  const list = (condition as Record<string, unknown>)[subject];
  return Array.isArray(list) ? (list as string[]) : [];
}

/** A condition about something, with nothing chosen yet. */
export function empty(subject: Subject): Condition {
  if (subject === 'calendar') return { calendar: '', open: true };
  if (subject === 'answer') return { answer: '', is: '' };
  return { [subject]: [] };
}

/** The form always shows a group outermost; a rule of a single condition is stored without it. */
export function opened(text: RuleText): Group {
  return groupOf(text.if) ?? { kind: 'all', of: [text.if] };
}
export function closed(group: Group): Condition {
  const only = group.of.length === 1 ? group.of[0] : undefined;
  return only && !groupOf(only) ? only : groupAs(group);
}

export const BLANK: RuleText = { schema: 1, if: { all: [{ category: [] }] }, then: {} };

/** The list with one of its members changed, or taken out. */
export function replaced(list: readonly Condition[], at: number, by: Condition | null): Condition[] {
  return list.flatMap((each, index) => (index === at ? (by ? [by] : []) : [each]));
}

/** Words as people type them into one line: "seringue*, verre cassé". */
export function wordsIn(line: string): string[] {
  return line
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
