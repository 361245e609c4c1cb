import { t } from '../../../core/i18n';
import type { LadderStep } from '../../../core/settings-types';

const HOUR = 60;
const DAY = 24 * HOUR;

export type StepUnit = 'MINUTES' | 'HOURS' | 'DAYS';
const MINUTES: Record<StepUnit, number> = { MINUTES: 1, HOURS: HOUR, DAYS: DAY };

/** Minutes as people say them: 1440 is 1 day, 90 is 90 minutes. */
export function lengthOf(minutes: number): { amount: number; unit: StepUnit } {
  const size = Math.abs(minutes);
  const unit = size > 0 && size % DAY === 0 ? 'DAYS' : size > 0 && size % HOUR === 0 ? 'HOURS' : 'MINUTES';
  return { amount: size / MINUTES[unit], unit };
}
export const minutesOf = (amount: number, unit: StepUnit): number => amount * MINUTES[unit];

/** "30 min après l’échéance", "à l’échéance", "2 h avant l’échéance". */
export function whenWords(minutes: number): string {
  if (minutes === 0) return t('settings.step.at');
  const { amount, unit } = lengthOf(minutes);
  return t(minutes < 0 ? 'settings.step.before' : 'settings.step.after', {
    span: t(`settings.step.${unit}`, { n: amount }),
  });
}

/**
 * Where steps stand on a line, in percent: the due time and every step, by the root of their minutes, so that half an hour and ten days
 * both find room.
 */
export function places(steps: readonly Pick<LadderStep, 'minutesAfterDue'>[]): {
  due: number;
  steps: number[];
} {
  const at = (minutes: number): number => Math.sign(minutes) * Math.sqrt(Math.abs(minutes));
  const all = [0, ...steps.map(({ minutesAfterDue }) => at(minutesAfterDue))];
  const first = Math.min(...all);
  const width = Math.max(...all) - first || 1;
  const share = (value: number): number => Math.round(((value - first) / width) * 1000) / 10;
  return { due: share(0), steps: all.slice(1).map(share) };
}
