import { locale, t } from '../../../core/i18n';
import type { Step } from './choice';

/** A step of the film as people say it: "3 March 2026", "week of 2 March 2026", "March 2026". */
export function stepName(first: string, step: Step): string {
  const day = new Date(`${first}T00:00:00Z`);
  const language = locale() === 'en' ? 'en-GB' : 'fr';
  const words = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(language, { timeZone: 'UTC', year: 'numeric', ...options }).format(day);
  if (step === 'MONTH') return words({ month: 'long' });
  const date = words({ day: 'numeric', month: 'long' });
  return step === 'WEEK' ? t('analysis.weekOf', { day: date }) : date;
}
