import { locale } from '../../../core/i18n';
import type { Calendar, Hours, SpecialDay, Weekday } from '../../../core/settings-types';

/** A month as people count it: 2026-11. */
export type Month = string;

export const monthOf = (day: string): Month => day.slice(0, 7);

/** The month so many later. */
export function monthAfter(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const date = new Date(Date.UTC(year, number - 1 + by, 1));
  return date.toISOString().slice(0, 7);
}

/** Its days by week, Monday first; null before the first and after the last. */
export function weeksOf(month: Month): (string | null)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const lead = weekdayOf(`${month}-01`) - 1;
  const cells = [
    ...Array.from({ length: lead }, () => null),
    ...Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`),
  ];
  const weeks: (string | null)[][] = [];
  for (let at = 0; at < cells.length; at += 7) {
    const week = cells.slice(at, at + 7);
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)]);
  }
  return weeks;
}

/** 1 is Monday. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** What a day of a calendar is like. */
export interface DayOfCalendar {
  hours: readonly Hours[];
  special: SpecialDay | null;
}
export function dayOf({ week, days }: Calendar, day: string): DayOfCalendar {
  const special = days.find((one) => one.day === day) ?? null;
  return { hours: special ? special.hours : hoursOf(week, weekdayOf(day)), special };
}
export function hoursOf(week: readonly Weekday[], weekday: number): Hours[] {
  return week.find((one) => one.weekday === weekday)?.hours ?? [];
}

/** The week with other hours on one of its days; days without any are left out. */
export function weekWith(week: readonly Weekday[], weekday: number, hours: Hours[]): Weekday[] {
  const others = week.filter((one) => one.weekday !== weekday);
  const all = hours.length === 0 ? others : [...others, { weekday, hours }];
  return all.sort((a, b) => a.weekday - b.weekday);
}

/** "9:00–12:00, 13:30–17:00". */
export function hoursWords(hours: readonly Hours[]): string {
  return hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ');
}

/** "9", "9h30", "0930" and "9:30" as 09:00 and 09:30; up to 24:00, else null. */
export function timeOf(text: string): string | null {
  const found = /^\s*(\d{1,2})\s*[h:.]?\s*(\d{2})?\s*$/i.exec(text);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (!found || minute > 59 || hour * 60 + minute > 24 * 60) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
/** Whether all of them are times that the server understands. */
export const areTimes = (hours: readonly Hours[]): boolean =>
  hours.every(({ opens, closes }) => timeOf(opens) === opens && timeOf(closes) === closes && opens < closes);

const words = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale() === 'en' ? 'en-GB' : 'fr', { timeZone: 'UTC', ...options }).format(
    new Date(`${day}T00:00:00Z`),
  );
export const monthWords = (month: Month): string => words(`${month}-01`, { month: 'long', year: 'numeric' });
export const dayWords = (day: string): string =>
  words(day, { weekday: 'long', day: 'numeric', month: 'long' });
/** "lun." for 1; 2026-06-01 was a Monday. */
export const weekdayWords = (weekday: number, length: 'short' | 'long' = 'long'): string =>
  words(`2026-06-0${weekday}`, { weekday: length });
