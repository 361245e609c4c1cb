import { number, t } from '../../../core/i18n';
import type { Group, Kept, Review, ReviewPoint, Sums } from '../../../core/review-types';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
export const NOTHING = '–';
/** Fewer promises say nothing about a procedure, a sector, a team. */
export const FEWEST = 10;

/** "3 j 4 h", "2 h 05", "12 min". */
export function duration(seconds: number | undefined): string {
  if (seconds === undefined) return NOTHING;
  const [days, hours, minutes] = [
    Math.floor(seconds / DAY),
    Math.floor((seconds % DAY) / HOUR),
    Math.floor((seconds % HOUR) / MINUTE),
  ];
  const words =
    days > 0
      ? t('review.days', { d: days, h: hours })
      : hours > 0
        ? t('review.hours', { h: hours, m: minutes })
        : t('review.minutes', { m: minutes });
  return words.replaceAll(' ', '\u00a0');
}

export function percent(share: number | undefined): string {
  return share === undefined ? NOTHING : number(share, { style: 'percent', maximumFractionDigits: 1 });
}

/** Nothing of nothing is no share. */
export const shareOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : part / whole;

/** Without the acknowledgement, which is usually kept by itself. */
const counts = ({ commitment }: Kept): boolean => commitment !== 'ACKNOWLEDGE';
export const dueOf = ({ promises }: Sums): number =>
  promises.filter(counts).reduce((sum, { due }) => sum + due, 0);
export const keptOf = ({ promises }: Sums): number =>
  promises.filter(counts).reduce((sum, { kept }) => sum + kept, 0);
export const keptShare = (sums: Sums | undefined): number | undefined =>
  sums && shareOf(keptOf(sums), dueOf(sums));

export type Level = 'ok' | 'warn' | 'late' | 'none';
/** The scale of time: nine of ten kept, three of four, fewer. */
export function levelOf(sums: Sums): Level {
  const share = keptShare(sums);
  if (share === undefined || dueOf(sums) < FEWEST) return 'none';
  return share >= 0.9 ? 'ok' : share >= 0.75 ? 'warn' : 'late';
}

/** One figure beside the same of the other period, in words. */
export interface Tile {
  name: string;
  value: string;
  before: string;
  detail?: string;
}

export function tilesOf({ now, before }: Review): Tile[] {
  const tile = (name: string, of: (sums: Sums) => string, detail?: string): Tile => ({
    name,
    value: of(now.total),
    before: of(before.total),
    ...(detail === undefined ? {} : { detail }),
  });
  const { total } = now;
  const working = (spread: Sums['settlement']): string =>
    t('review.tile.spread', {
      p90: duration(spread.p90Seconds),
      working: duration(spread.workingMedianSeconds),
    });
  return [
    tile('received', (sums) => number(sums.received), t('review.tile.selfReports', { n: total.selfReports })),
    tile('settled', (sums) => number(sums.settled)),
    tile('openAtEnd', (sums) => number(sums.openAtEnd), t('review.tile.overdue', { n: total.overdue })),
    tile('kept', (sums) => percent(keptShare(sums)), t('review.tile.due', { n: dueOf(total) })),
    tile('firstAction', (sums) => duration(sums.firstAction.medianSeconds), working(total.firstAction)),
    tile('settlement', (sums) => duration(sums.settlement.medianSeconds), working(total.settlement)),
    tile('reopened', (sums) => number(sums.reopened), t('review.tile.handOvers', { n: total.handOvers })),
    tile(
      'secondVisits',
      (sums) => percent(shareOf(sums.secondVisits, sums.visited)),
      t('review.tile.visited', { n: total.visited }),
    ),
    tile(
      'selfService',
      (sums) => percent(shareOf(sums.online, sums.online + sums.phone)),
      t('review.tile.selfServiceOf'),
    ),
    {
      name: 'praise',
      value: number(now.praise),
      before: number(before.praise),
      detail: t('review.tile.praiseApart'),
    },
  ];
}

export function pointWords({ kind, name, value, before, n }: ReviewPoint): string {
  const say = (of: number): string =>
    kind === 'SLOWER' ? duration(of) : kind === 'GROWING' ? number(of) : percent(of);
  return t(`review.point.${kind}`, {
    name,
    value: say(value),
    before: before === undefined ? NOTHING : say(before),
    n,
  });
}

/** The weightiest first: most received. */
export const ordered = (groups: readonly Group[]): Group[] =>
  [...groups].sort((a, b) => b.sums.received - a.sums.received || a.code.localeCompare(b.code));
