import type { ReviewQuery } from '../../../core/review-types';

/** No city kept its requests in Vigie before. */
const FIRST = '2000-01-01';

/** Not while somebody types into a date field: it is empty, turned round or in another millennium then. */
export function isPeriod({ from, to }: Days): boolean {
  return from >= FIRST && to >= FIRST && from <= to;
}

/** Days as 2026-03-01, the first and the last included. */
export interface Days {
  from: string;
  to: string;
}
export const PRESETS = [
  'lastMonth',
  'thisMonth',
  'lastQuarter',
  'lastYear',
  'twelveMonths',
  'chosen',
] as const;
export type Preset = (typeof PRESETS)[number];
export const COMPARISONS = ['yearBefore', 'periodBefore'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Calendar arithmetic on UTC midnights: a day is a name here, not a moment. */
const at = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month, day));
const written = (day: Date): string => day.toISOString().slice(0, 10);
const read = (day: string): Date => new Date(`${day}T00:00:00Z`);
const DAY = 86_400_000;

export function daysOf(preset: Exclude<Preset, 'chosen'>, today: string): Days {
  const now = read(today);
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  const quarter = month - (month % 3);
  const ends: Record<Exclude<Preset, 'chosen'>, [Date, Date]> = {
    lastMonth: [at(year, month - 1, 1), at(year, month, 0)],
    thisMonth: [at(year, month, 1), at(year, month + 1, 0)],
    lastQuarter: [at(year, quarter - 3, 1), at(year, quarter, 0)],
    lastYear: [at(year - 1, 0, 1), at(year - 1, 11, 31)],
    twelveMonths: [at(year, month - 12, 1), at(year, month, 0)],
  };
  const [from, to] = ends[preset];
  return { from: written(from), to: written(to) };
}

/** The preset that gives these days. */
export function presetOf(days: Days, today: string): Preset {
  const found = PRESETS.find((preset) => {
    if (preset === 'chosen') return true;
    const { from, to } = daysOf(preset, today);
    return from === days.from && to === days.to;
  });
  return found ?? 'chosen';
}

export function comparedWith(days: Days, how: Comparison): Days {
  const [from, to] = [read(days.from), read(days.to)];
  if (how === 'yearBefore') return { from: yearBefore(from), to: yearBefore(to) };
  const length = Math.round((to.getTime() - from.getTime()) / DAY) + 1;
  if (wholeMonths(from, to)) {
    const months =
      (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth() + 1;
    return {
      from: written(at(from.getUTCFullYear(), from.getUTCMonth() - months, 1)),
      to: written(new Date(from.getTime() - DAY)),
    };
  }
  return {
    from: written(new Date(from.getTime() - length * DAY)),
    to: written(new Date(from.getTime() - DAY)),
  };
}

const wholeMonths = (from: Date, to: Date): boolean =>
  from.getUTCDate() === 1 && new Date(to.getTime() + DAY).getUTCDate() === 1;

/** The last of February stays the last of February. */
function yearBefore(day: Date): string {
  const [year, month] = [day.getUTCFullYear() - 1, day.getUTCMonth()];
  const last = at(year, month + 1, 0).getUTCDate();
  const isLast = new Date(day.getTime() + DAY).getUTCDate() === 1;
  return written(at(year, month, isLast ? last : Math.min(day.getUTCDate(), last)));
}

/** What is chosen on the page. */
export interface Choice extends Days {
  comparison: Comparison;
  domain: string;
  team: string;
  channel: string;
}

export function queryFor(choice: Choice): ReviewQuery {
  const compared = comparedWith(choice, choice.comparison);
  return {
    from: choice.from,
    to: choice.to,
    compareFrom: compared.from,
    compareTo: compared.to,
    domain: choice.domain,
    team: choice.team,
    channel: choice.channel as ReviewQuery['channel'] & string,
  };
}

/** Written behind the hash, so that it can be passed on. */
export function choiceFrom(hash: string, today: string): Choice {
  const query = new URLSearchParams(hash.split('?')[1] ?? '');
  const given = { from: query.get('from') ?? '', to: query.get('to') ?? '' };
  const days =
    isDay(given.from) && isDay(given.to) && given.from <= given.to ? given : daysOf('lastMonth', today);
  return {
    ...days,
    comparison: query.get('with') === 'periodBefore' ? 'periodBefore' : 'yearBefore',
    domain: query.get('domain') ?? '',
    team: query.get('team') ?? '',
    channel: query.get('channel') ?? '',
  };
}

export function hashOf({ comparison, ...rest }: Choice): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value !== '') query.set(name, value);
  if (comparison !== 'yearBefore') query.set('with', comparison);
  return `#review?${query.toString()}`;
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(read(text).getTime());
