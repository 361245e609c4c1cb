import { t } from '../../core/i18n';
import { before, clock, shortSpan } from '../../core/time';
import type { RingTime } from '../../core/types';

const HALF_DAY = 12 * 3_600_000;

/** What is due and when: "48 min pour être sur place", "avant demain 12 h", "en retard de 5 h". */
export function dueWords(ring: RingTime, now: number): string {
  if (ring.dueAt === undefined) return t('time.done');
  if (ring.pausedAt !== undefined) return t('time.paused');
  const left = Date.parse(ring.dueAt) - now;
  if (left < 0 || ring.late) return t('field.due.late', { span: shortSpan(left) });
  if (left > HALF_DAY) return before(ring.dueAt, now);
  const what = ring.commitment ?? 'RESOLVE';
  return t(`field.due.${what}`, { span: shortSpan(left) });
}

/** A time of day that no line end tears apart. */
export function timeOf(instant: string | number): string {
  return clock(instant).replaceAll(' ', '\u00a0');
}

/** "340 ko", "2,1 Mo". */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return t('field.size.kilo', { n: Math.max(1, Math.round(bytes / 1000)) });
  return t('field.size.mega', { n: Math.round(bytes / 100_000) / 10 });
}
