import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { SettingsApi } from '../../../core/settings-api';
import type { Calendar, CategoryPromises, PromiseRow, WarningKind } from '../../../core/settings-types';
import type { CommitmentKind, LengthUnit } from '../../../core/types';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { ChangeBar, effectWords } from './ChangeBar';
import { NumberField } from './Parts';

const COMMITMENTS: readonly CommitmentKind[] = ['ACKNOWLEDGE', 'ON_SITE', 'RESOLVE', 'REPLY'];
/** Every request is acknowledged and answered. */
const ALWAYS: readonly CommitmentKind[] = ['ACKNOWLEDGE', 'REPLY'];
const UNITS: readonly LengthUnit[] = [
  'MINUTES',
  'HOURS',
  'DAYS',
  'WORKING_MINUTES',
  'WORKING_HOURS',
  'WORKING_DAYS',
];
const WARNINGS: readonly WarningKind[] = ['SHARE', 'MINUTES_BEFORE', 'MINUTES_AFTER'];

interface PromiseFormProps {
  api: SettingsApi;
  category: CategoryPromises;
  calendars: readonly Calendar[];
  onDone: () => Promise<void>;
}

export function PromiseForm({ api, category, calendars, onDone }: PromiseFormProps) {
  const [rows, setRows] = useState<PromiseRow[]>(category.promises);
  const [running, setRunning] = useState(true);
  const [reason, setReason] = useState('');
  const put = (commitment: CommitmentKind, row: PromiseRow | null): void => {
    const others = rows.filter((one) => one.commitment !== commitment);
    const all = row ? [...others, row] : others;
    setRows(COMMITMENTS.flatMap((kind) => all.filter((one) => one.commitment === kind)));
  };
  const change = { promises: rows, running, reason: reason.trim() };
  return (
    <div class="settings__form">
      {COMMITMENTS.map((commitment) => (
        <PromiseFields
          key={commitment}
          commitment={commitment}
          row={rows.find((one) => one.commitment === commitment) ?? null}
          calendars={calendars}
          onChange={(row) => put(commitment, row)}
        />
      ))}
      <label class="settings__check">
        <input
          type="checkbox"
          checked={running}
          onChange={({ currentTarget }) => setRunning(currentTarget.checked)}
        />
        {t('settings.running')}
      </label>
      <TextField
        label={t('settings.reason')}
        hint={t('settings.reason.hint')}
        value={reason}
        onInput={setReason}
      />
      <ChangeBar
        subject={JSON.stringify(change)}
        ready={change.reason !== '' && rows.every(({ amount }) => amount > 0)}
        run={(preview) =>
          api.changePromises(category.code, change, { revision: category.setting.revision, preview })
        }
        words={running ? effectWords : () => [t('settings.effect.onlyNew')]}
        onDone={onDone}
      />
    </div>
  );
}

interface PromiseFieldsProps {
  commitment: CommitmentKind;
  row: PromiseRow | null;
  calendars: readonly Calendar[];
  onChange: (row: PromiseRow | null) => void;
}

function PromiseFields({ commitment, row, calendars, onChange }: PromiseFieldsProps) {
  const set = (change: Partial<PromiseRow>): void => {
    if (row) onChange({ ...row, ...change });
  };
  const unitTo = (unit: LengthUnit): void =>
    set({ unit, calendar: unit.startsWith('WORKING') ? (row?.calendar ?? calendars[0]?.code) : undefined });
  return (
    <fieldset class="promise">
      <legend>{t(`settings.commitment.${commitment}`)}</legend>
      {!ALWAYS.includes(commitment) && (
        <label class="settings__check">
          <input
            type="checkbox"
            checked={row !== null}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? { commitment, amount: 10, unit: 'DAYS' } : null)
            }
          />
          {t('settings.promised')}
        </label>
      )}
      {row && (
        <div class="settings__row">
          <NumberField
            label={t('settings.amount')}
            value={row.amount || undefined}
            min={1}
            max={1_000_000}
            onInput={(amount) => set({ amount: amount ?? 0 })}
          />
          <SelectField
            label={t('settings.unit')}
            value={row.unit}
            options={UNITS.map((unit) => [unit, t(`settings.unit.${unit}`)] as const)}
            onChange={(unit) => unitTo(unit as LengthUnit)}
          />
          {row.unit.startsWith('WORKING') && (
            <SelectField
              label={t('settings.calendar')}
              value={row.calendar ?? ''}
              options={calendars.map(({ code, name }) => [code, name] as const)}
              onChange={(calendar) => set({ calendar })}
            />
          )}
          <WarningFields row={row} set={set} />
        </div>
      )}
    </fieldset>
  );
}

function WarningFields({ row, set }: { row: PromiseRow; set: (change: Partial<PromiseRow>) => void }) {
  return (
    <>
      <SelectField
        label={t('settings.warning')}
        value={row.warning?.kind ?? ''}
        options={[
          ['', t('settings.warning.none')],
          ...WARNINGS.map((kind) => [kind, t(`settings.warning.${kind}`)] as const),
        ]}
        onChange={(kind) =>
          set({
            warning:
              kind === '' ? undefined : { kind: kind as WarningKind, value: kind === 'SHARE' ? 75 : 30 },
          })
        }
      />
      {row.warning && (
        <NumberField
          label={t(row.warning.kind === 'SHARE' ? 'settings.percent' : 'settings.minutes')}
          value={row.warning.value || undefined}
          min={1}
          max={row.warning.kind === 'SHARE' ? 99 : 1_000_000}
          onInput={(value) => row.warning && set({ warning: { ...row.warning, value: value ?? 0 } })}
        />
      )}
    </>
  );
}
