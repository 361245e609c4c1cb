import { useId } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { dayAndClock } from '../../../core/time';

interface PeriodFieldsProps {
  from: string;
  until: string;
  /** For ever when it is left empty. */
  open?: boolean;
  onChange: (period: { from: string; until: string }) => void;
}

/** From when until when, by the town's own clock. */
export function PeriodFields({ from, until, open, onChange }: PeriodFieldsProps) {
  return (
    <div class="settings__row">
      <MomentField
        label={t('where.from')}
        value={from}
        onInput={(value) => onChange({ from: value, until })}
      />
      <MomentField
        label={t(open ? 'where.untilOpen' : 'where.until')}
        value={until}
        onInput={(value) => onChange({ from, until: value })}
      />
    </div>
  );
}

interface MomentFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
}

export function MomentField({ label, value, onInput }: MomentFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="field__input"
        type="datetime-local"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

/** Whether the period has a beginning, and an end after it. */
export function isPeriod({ from, until }: { from: string; until: string }, open = false): boolean {
  // both are written alike, so that their order is that of their letters
  return from !== '' && (until === '' ? open : until > from);
}

/** "du 20 nov., 8 h 12 au 30 nov., 0 h", or from when on. */
export function periodWords(startsAt: string, endsAt?: string): string {
  const from = dayAndClock(startsAt);
  return endsAt === undefined
    ? t('where.since', { from })
    : t('where.period', { from, until: dayAndClock(endsAt) });
}
