import { locale, t } from '../../../core/i18n';
import type { Weekday } from '../../../core/settings-types';
import type { Crew, Duty, Rota, Span, Worker } from '../../../core/staffing-types';
import { hoursOf, timeOf, weekWith, weekdayOf } from '../settings/month';
import { teamLabel } from './team-words';

export const WEEKS_SHOWN = 10;

/** So many days later, as 2026-11-30. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
/** The Mondays of the weeks from that day's on. */
export function mondaysFrom(day: string, count = WEEKS_SHOWN): string[] {
  const first = dayAfter(day, 1 - weekdayOf(day));
  return Array.from({ length: count }, (_, week) => dayAfter(first, 7 * week));
}

/** Who is on call on some day of a week; of one team and shift, what begins later goes first. */
export function dutiesIn(monday: string, duties: readonly Duty[]): Duty[] {
  const sunday = dayAfter(monday, 6);
  return duties
    .filter(({ firstDay, lastDay }) => firstDay <= sunday && (lastDay === undefined || lastDay >= monday))
    .sort((a, b) => a.shiftId.localeCompare(b.shiftId) || b.firstDay.localeCompare(a.firstDay));
}

/** "23 nov." */
export const shortDay = (day: string): string =>
  new Intl.DateTimeFormat(locale() === 'en' ? 'en-GB' : 'fr', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
  }).format(new Date(`${day}T00:00:00Z`));

export const periodWords = (firstDay: string, lastDay: string | undefined): string =>
  lastDay === undefined
    ? t('staffing.period.open', { first: shortDay(firstDay) })
    : t('staffing.period', { first: shortDay(firstDay), last: shortDay(lastDay) });

/** "U1, Urgences (Marie Doré), nuits". */
export function dutyWords(duty: Duty, { teams, people, shifts }: Rota): string {
  const team = teams.find(({ id }) => id === duty.teamId);
  const person = people.find(({ id }) => id === duty.accountId);
  const shift = shifts.find(({ id }) => id === duty.shiftId);
  const who = person ? ` (${person.name})` : '';
  return `${team ? teamLabel(team) : '–'}${who}, ${shift?.name ?? '–'}`;
}

/** The members of a team, by name. */
export const membersOf = (team: Crew | undefined, people: readonly Worker[]): Worker[] =>
  people.filter(({ id }) => team?.members.includes(id) ?? false);

/** Hours of a shift as the fields of a week show them, and back. */
export function weekOf(spans: readonly Span[]): Weekday[] {
  return spans.reduce<Weekday[]>(
    (week, { weekday, starts, ends }) =>
      weekWith(week, weekday, [...hoursOf(week, weekday), { opens: starts, closes: ends }]),
    [],
  );
}
export const spansOf = (week: readonly Weekday[]): Span[] =>
  week.flatMap(({ weekday, hours }) =>
    hours.map(({ opens, closes }) => ({ weekday, starts: opens, ends: closes })),
  );

/** Whether the server understands them: they may end on the next day, and none begins at 24:00. */
export const areSpans = (spans: readonly Span[]): boolean =>
  spans.length > 0 &&
  spans.every(({ starts, ends }) => timeOf(starts) === starts && timeOf(ends) === ends && starts !== '24:00');

/** The code of a shift or a skill: capitals, digits, hyphens. */
export const isLongCode = (code: string): boolean => /^[\p{Lu}\p{N}][\p{Lu}\p{N}-]{0,39}$/u.test(code);
