import { present } from './clock';
import { locale, t } from './i18n';
import type { LengthUnit, PromisedLength, RingTime } from './types';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Number and unit, day and month: never torn apart at the end of a line. */
const tied = (text: string): string => text.replaceAll(' ', '\u00a0');

let zone = 'Europe/Paris';
/** A format is dear to make, and every row of a queue asks for some. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Every time is shown in the jurisdiction's zone, wherever the reader is. */
export function setZone(jurisdictionZone: string): void {
  zone = jurisdictionZone;
}

export type Unit = 'minute' | 'hour' | 'day';
/** A span as one number and its unit, rounded down: never promise more than what is left. */
export interface Span {
  value: number;
  unit: Unit;
}

export function span(milliseconds: number): Span {
  const length = Math.abs(milliseconds);
  if (length < HOUR) return { value: Math.floor(length / MINUTE), unit: 'minute' };
  if (length < DAY) return { value: Math.floor(length / HOUR), unit: 'hour' };
  return { value: Math.floor(length / DAY), unit: 'day' };
}

/** "48 min", "8 h", "4 j". */
export function shortSpan(milliseconds: number): string {
  const { value, unit } = span(milliseconds);
  return tied(t(`time.short.${unit}`, { n: value }));
}

/** The word under a big ring's number: "jours", "heure". */
export function unitWord({ value, unit }: Span): string {
  return t(`time.unit.${unit}`, { n: value });
}

/** "à l’instant", "il y a 2 h". */
export function ago(instant: string, now: number = present()): string {
  const since = now - Date.parse(instant);
  if (since < MINUTE) return t('time.now');
  return t('time.ago', { span: shortSpan(since) });
}

/** The word beside a ring: "48 min", "4 j", "+ 8 h" when late, "Réglé" when nothing is due any more. */
export function dueWord(ring: RingTime, now: number = present()): string {
  if (ring.dueAt === undefined) return t('time.done');
  if (ring.pausedAt !== undefined) return t('time.paused');
  const left = Date.parse(ring.dueAt) - now;
  if (left < 0 || ring.late) return t('time.late', { span: shortSpan(left) });
  return shortSpan(left);
}

/** How urgent a ring is: the one scale that colours may follow. */
export type Urgency = 'ok' | 'warn' | 'late' | 'done';
export function urgency(ring: RingTime): Urgency {
  if (ring.late) return 'late';
  if (ring.left === undefined) return 'done';
  if (ring.left <= 0) return 'late';
  return ring.left < 0.25 ? 'warn' : 'ok';
}

/** "30 nov."; with the year when it is another one. */
export function day(instant: string, now: number = present()): string {
  const sameYear = part(instant, { year: 'numeric' }) === part(now, { year: 'numeric' });
  return tied(part(instant, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }));
}

/** "8 h 12" in French, "8:12" in English. */
export function clock(instant: string | number): string {
  const parts = format('en-GB', { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).formatToParts(
    new Date(instant),
  );
  const hour = String(Number(parts.find(({ type }) => type === 'hour')?.value ?? 0));
  const minute = parts.find(({ type }) => type === 'minute')?.value ?? '00';
  if (locale() === 'en') return `${hour}:${minute}`;
  return tied(minute === '00' ? t('time.hour', { hour }) : t('time.hourMinute', { hour, minute }));
}

/** "20 nov., 8 h 12". */
export function dayAndClock(instant: string, now: number = present()): string {
  return `${day(instant, now)}, ${clock(instant)}`;
}

/** "aujourd’hui, 11 h 30", "demain, 10 h", "20 nov., 8 h 12". */
export function nearDay(instant: string, now: number = present()): string {
  const days = dayNumber(Date.parse(instant)) - dayNumber(now);
  const name = { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(days)];
  return name ? `${t(`time.${name}`)}, ${clock(instant)}` : dayAndClock(instant, now);
}

/** "avant 11 h 30", "avant demain 12 h", "avant le 30 nov.". */
export function before(instant: string, now: number = present()): string {
  const days = dayNumber(Date.parse(instant)) - dayNumber(now);
  if (days === 0) return t('time.beforeClock', { clock: clock(instant) });
  if (days === 1) return t('time.beforeTomorrow', { clock: clock(instant) });
  return t('time.beforeDay', { day: day(instant, now) });
}

const UNITS: Record<LengthUnit, number> = {
  MINUTES: MINUTE,
  HOURS: HOUR,
  DAYS: DAY,
  WORKING_MINUTES: MINUTE,
  WORKING_HOURS: HOUR,
  WORKING_DAYS: DAY,
};

/** A commitment's length in words: "48 min", "10 jours", "2 jours ouvrés". */
export function promiseLength({ amount, unit }: PromisedLength): string {
  if (unit.startsWith('WORKING')) return tied(t(`time.${unit}`, { n: amount }));
  const length = promiseSpan({ amount, unit });
  return length.unit === 'day' ? tied(t('time.days', { n: length.value })) : shortSpan(amount * UNITS[unit]);
}

/** The number and the unit of a commitment's length, for a ring. */
export function promiseSpan({ amount, unit }: PromisedLength): Span {
  if (unit === 'WORKING_DAYS') return { value: amount, unit: 'day' };
  if (unit === 'WORKING_HOURS') return { value: amount, unit: 'hour' };
  return span(amount * UNITS[unit]);
}

/** Whether an instant falls on the same day as another, by the zone's calendar. */
export function sameDay(instant: string | number, other: number = present()): boolean {
  return dayNumber(new Date(instant).getTime()) === dayNumber(other);
}

/** The day of an instant by the zone's calendar, as 2026-11-24. */
export function isoDay(instant: string | number): string {
  return format('en-CA', {}).format(new Date(instant));
}

/** "mar. 24 nov. 10:42", for a page that always shows the time. */
export function dateAndTime(instant: number): string {
  const date = part(instant, { weekday: 'short', day: 'numeric', month: 'short' });
  return `${date} ${part(instant, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
}

function part(instant: string | number, options: Intl.DateTimeFormatOptions): string {
  return format(locale() === 'en' ? 'en-GB' : 'fr', options).format(new Date(instant));
}

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
  formats.set(key, known);
  return known;
}

/** Days since the epoch by the zone's own calendar. */
function dayNumber(instant: number): number {
  return Math.round(Date.parse(`${isoDay(instant)}T00:00:00Z`) / DAY);
}
