import { t } from '../../../core/i18n';
import type { Hours } from '../../../core/settings-types';
import { Button, IconButton } from '../../../ui/Buttons';
import { timeOf } from './month';

interface HoursRowsProps {
  /** Whose hours: said by screen readers. */
  of: string;
  hours: readonly Hours[];
  disabled?: boolean;
  /** What no hours mean, when it is not that it is closed. */
  none?: string | undefined;
  onChange: (hours: Hours[]) => void;
}

/** From when to when, as often as there are breaks. */
export function HoursRows({ of, hours, disabled, none, onChange }: HoursRowsProps) {
  const set = (at: number, change: Partial<Hours>): void =>
    onChange(hours.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <div class="hours">
      {hours.map(({ opens, closes }, at) => (
        <span key={at} class="hours__one">
          <TimeInput
            label={t('settings.hours.opens', { of, n: at + 1 })}
            time={opens}
            disabled={disabled ?? false}
            onChange={(time) => set(at, { opens: time })}
          />
          <span aria-hidden="true">–</span>
          <TimeInput
            label={t('settings.hours.closes', { of, n: at + 1 })}
            time={closes}
            disabled={disabled ?? false}
            onChange={(time) => set(at, { closes: time })}
          />
          {!disabled && (
            <IconButton
              icon="close"
              label={t('settings.hours.remove', { of, n: at + 1 })}
              onClick={() => onChange(hours.filter((_, index) => index !== at))}
            />
          )}
        </span>
      ))}
      {hours.length === 0 && <span class="hours__closed">{none ?? t('settings.closed')}</span>}
      {!disabled && (
        <Button
          size="small"
          look="quiet"
          icon="plus"
          aria-label={t('settings.hours.addTo', { of })}
          onClick={() => onChange([...hours, nextHours(hours)])}
        >
          {t('settings.hours.add')}
        </Button>
      )}
    </div>
  );
}

interface TimeInputProps {
  label: string;
  time: string;
  disabled: boolean;
  onChange: (time: string) => void;
}

/** A text field: the browser's own for times follows its language, not the page's, and does not know 24:00. */
function TimeInput({ label, time, disabled, onChange }: TimeInputProps) {
  return (
    <input
      type="text"
      inputMode="numeric"
      maxLength={5}
      class="field__input hours__time"
      required
      disabled={disabled}
      aria-label={label}
      aria-invalid={timeOf(time) === null}
      placeholder="09:00"
      value={time}
      onInput={({ currentTarget }) => onChange(currentTarget.value)}
      onBlur={({ currentTarget }) => onChange(timeOf(currentTarget.value) ?? currentTarget.value)}
    />
  );
}

/** After the last ones; 9 to 17 when there are none. */
function nextHours(hours: readonly Hours[]): Hours {
  const last = hours.at(-1);
  if (!last) return { opens: '09:00', closes: '17:00' };
  const opens = Math.min(22, Number(last.closes.slice(0, 2)) + 1);
  const two = (hour: number): string => String(hour).padStart(2, '0');
  return { opens: `${two(opens)}:00`, closes: `${two(Math.max(opens + 1, 17))}:00` };
}
