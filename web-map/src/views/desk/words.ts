import { t } from '../../core/i18n';
import { Problem } from '../../core/problem';
import { promiseLength, shortSpan, type Urgency } from '../../core/time';
import type { Located } from '../../core/place-types';
import type { Commitment } from '../../core/types';
import type { HistoryPage, TeamSuggestion } from '../../core/staff-types';

/** The last part of a number, which people say aloud: "004217". */
export const shortNumber = (number: string): string => number.split('-').pop() ?? number;

/** "LM" of "Léa Martin". */
export function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}

/** "06 12 ·· ·· 40": enough to recognise a number, not to note it. */
export function maskedPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 6) return '·· ··';
  return `${digits.slice(0, 2)} ${digits.slice(2, 4)} ·· ·· ${digits.slice(-2)}`;
}
export function maskedEmail(email: string): string {
  const [name = '', host = ''] = email.split('@');
  return `${name.slice(0, 1)}…@${host}`;
}

/** Keeps a number and its unit on one line: "19 h 23", "14 j". */
export function tied(text: string): string {
  return text.replace(/(\d) (h|min|j|d|m|km)\b(?: (?=\d))?/g, (whole) => whole.replaceAll(' ', '\u00a0'));
}

/** What to tell the reader about a failure. */
export function problemWords(cause: unknown): string {
  if (!(cause instanceof Problem)) return t('failed.any');
  if (cause.status === 0) return t('failed.offline');
  return cause.detail || cause.errors[0]?.detail || t('failed.any');
}

/** One commitment as a clock: how it stands, and the same in words. */
export interface ClockWords {
  level: Urgency;
  left: number;
  words: string;
}
export function clockOf(promise: Commitment, now: number, ended: boolean): ClockWords {
  const due = Date.parse(promise.dueAt);
  const start = Date.parse(promise.startsAt ?? promise.dueAt);
  if (promise.metAt !== undefined) {
    const met = Date.parse(promise.metAt);
    const words = t(met > due ? 'clocks.metLate' : 'clocks.met', { span: shortSpan(met - start) });
    return { level: 'done', left: 1, words: tied(words) };
  }
  if (ended) return { level: 'done', left: 1, words: t('clocks.none') };
  if (promise.pausedAt !== undefined) {
    const left = due - Date.parse(promise.pausedAt);
    return {
      level: 'ok',
      left: promise.left ?? Math.min(1, left / Math.max(1, due - start)),
      words: tied(t('clocks.paused', { span: shortSpan(left) })),
    };
  }
  if (due < now)
    return { level: 'late', left: 0, words: tied(t('clocks.late', { span: shortSpan(now - due) })) };
  const left = promise.left ?? Math.min(1, (due - now) / Math.max(1, due - start));
  return {
    level: left < 0.25 ? 'warn' : 'ok',
    left,
    words: tied(t('clocks.in', { span: shortSpan(due - now) })),
  };
}

/** Why a team is suggested. */
export function reasonWords(reason: string, sector: string | undefined): string {
  const key = `reason.${reason}`;
  const words = t(key, { sector: sector ?? '' });
  // a server newer than this page may know reasons that we do not
  return words === key ? reason : words.trim();
}

export function suggestionWords(suggestion: TeamSuggestion, sector: string | undefined): string[] {
  return [
    reasonWords(suggestion.reason, sector),
    t('suggest.load', { load: suggestion.load, capacity: suggestion.capacity }),
  ];
}

/** "sur place sous 2 h, réponse sous 10 jours". */
export function promiseWords(promises: Located['promises']): string {
  return (promises ?? [])
    .map((promise) => t(`call.promise.${promise.commitment}`, { length: promiseLength(promise) }))
    .join(', ');
}

/** "4217" or "2026-004217" is a request's number; ten digits are somebody's telephone. */
export function numberIn(text: string): string | null {
  const found = /^\s*(?:n°\s*)?((?:\d{4}-)?\d{1,7})\s*$/i.exec(text);
  const number = found?.[1];
  if (number === undefined) return null;
  return number.includes('-') ? number : number.padStart(6, '0');
}

/** Where a search looked, in words; nobody has to guess why something was not found. */
export function searchedWords(found: HistoryPage | undefined): string {
  if (!found) return t('bar.searchable');
  return t('bar.searched', { where: found.searched.map((key) => t(`bar.key.${key}`)).join(', ') });
}
