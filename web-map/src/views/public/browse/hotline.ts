import { clock } from '../../../core/time';
import type { Jurisdiction, OpeningHours } from '../../../core/types';
import { t } from '../../../core/i18n';

type Hotline = NonNullable<Jurisdiction['hotline']>;
const MINUTE_MS = 60_000;

/** "jusqu’à 12 h, puis 13 h 30 à 17 h" when open, "ouvre demain à 8 h 30" when closed. */
export function hotlineHours(hotline: Hotline, zone: string, now: number): string {
  if (hotline.open) {
    if (!hotline.closesAt) return '';
    const until = t('hotline.until', { clock: clock(hotline.closesAt) });
    const next = laterToday(hotline.hours, local(Date.parse(hotline.closesAt), zone));
    return next
      ? `${until}, ${t('hotline.then', { opens: hourWord(next.opens), closes: hourWord(next.closes) })}`
      : until;
  }
  if (!hotline.opensAt) return '';
  const days = local(Date.parse(hotline.opensAt), zone).day - local(now, zone).day;
  const opens = clock(hotline.opensAt);
  if (days === 0) return t('hotline.opensToday', { clock: opens });
  if (days === 1) return t('hotline.opensTomorrow', { clock: opens });
  const weekday = new Intl.DateTimeFormat(t('hotline.locale'), { timeZone: zone, weekday: 'long' });
  return t('hotline.opensOn', { day: weekday.format(new Date(hotline.opensAt)), clock: opens });
}

/** Whether it is open now, going by what was told: the page may have been open for hours. */
export function hotlineNow(hotline: Hotline, now: number): Hotline {
  const passed = (instant?: string): boolean =>
    instant !== undefined && Date.parse(instant) + MINUTE_MS < now;
  if (hotline.open && passed(hotline.closesAt)) {
    const closed: Hotline = { ...hotline, open: false };
    delete closed.closesAt;
    return closed;
  }
  return hotline;
}

interface LocalTime {
  day: number;
  weekday: number;
  clock: string;
}

function local(instant: number, zone: string): LocalTime {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '00';
  const midnight = Date.parse(`${of('year')}-${of('month')}-${of('day')}T00:00:00Z`);
  return {
    day: Math.round(midnight / 86_400_000),
    weekday: new Date(midnight).getUTCDay() || 7,
    clock: `${of('hour')}:${of('minute')}`,
  };
}

function laterToday(hours: readonly OpeningHours[], { weekday, clock }: LocalTime): OpeningHours | undefined {
  return hours
    .filter((slot) => slot.weekday === weekday && slot.opens.slice(0, 5) >= clock)
    .sort((a, b) => a.opens.localeCompare(b.opens))[0];
}

/** "13:30" as "13 h 30". */
function hourWord(time: string): string {
  const [hour = '0', minute = '00'] = time.split(':');
  const values = { hour: String(Number(hour)), minute };
  return minute === '00' ? t('time.hour', values) : t('time.hourMinute', values);
}
