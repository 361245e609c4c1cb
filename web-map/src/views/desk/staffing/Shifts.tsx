import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { Shift } from '../../../core/staffing-types';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { WeekFields } from '../settings/CalendarForm';
import { Chooser, LastChange, Section } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';
import { useSetting } from '../settings/use-setting';
import { PersonHours } from './PersonHours';
import { RemoveButton } from './RemoveButton';
import { areSpans, isLongCode, spansOf, weekOf } from './rota';
import type { StaffingProps } from './StaffingScreen';

const blankShift = (): Shift => ({
  id: newId(),
  code: '',
  name: '',
  spans: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, starts: '22:00', ends: '06:00' })),
  uses: 0,
  setting: { revision: 0 },
});

/** The hours that coverage, weeks on call and people's work refer to. */
export function Shifts({ desk, api }: StaffingProps) {
  const loaded = useSetting(() => api.rota());
  const [chosen, setChosen] = useState<string | null>(null);
  const [added, setAdded] = useState<Shift | null>(null);
  const done = async (id: string | null): Promise<void> => {
    await loaded.reload();
    setChosen(id);
    setAdded(null);
  };
  return (
    <Section title={t('staffing.shifts')} hint={t('staffing.shifts.hint')} loaded={loaded}>
      {(rota) => {
        const shift = added ?? rota.shifts.find(({ id }) => id === chosen) ?? rota.shifts[0];
        return (
          <>
            <Chooser
              label={t('staffing.shifts')}
              chosen={added ? null : (shift?.id ?? null)}
              items={rota.shifts.map(({ id, name, code }) => ({ key: id, title: name, note: code }))}
              onChoose={(id) => {
                setChosen(id);
                setAdded(null);
              }}
            />
            {desk.rights.keepRota && !added && (
              <Button icon="plus" onClick={() => setAdded(blankShift())}>
                {t('staffing.shift.new')}
              </Button>
            )}
            <div class="settings__two">
              {shift && (
                <ShiftForm
                  key={`${shift.id} ${shift.setting.revision}`}
                  desk={desk}
                  api={api}
                  shift={shift}
                  isNew={shift === added}
                  onDone={done}
                />
              )}
              <PersonHours desk={desk} api={api} rota={rota} onDone={loaded.reload} />
            </div>
          </>
        );
      }}
    </Section>
  );
}

interface ShiftFormProps extends StaffingProps {
  shift: Shift;
  isNew: boolean;
  /** @param id what is to be shown next */
  onDone: (id: string | null) => Promise<void>;
}

function ShiftForm({ desk, api, shift, isNew, onDone }: ShiftFormProps) {
  const [code, setCode] = useState(shift.code);
  const [name, setName] = useState(shift.name);
  const [week, setWeek] = useState(() => weekOf(shift.spans));
  const [reason, setReason] = useState('');
  const may = desk.rights.keepRota;
  const spans = spansOf(week);
  return (
    <div class="settings__card settings__form">
      <h2>{isNew ? t('staffing.shift.new') : <bdi>{shift.name}</bdi>}</h2>
      <LastChange setting={shift.setting} />
      {!isNew && (
        <p class="settings__hint">
          {shift.uses > 0 ? t('staffing.shift.uses', { n: shift.uses }) : t('staffing.shift.unused')}
        </p>
      )}
      {isNew && (
        <TextField
          label={t('staffing.code')}
          hint={t('staffing.shift.codeHint')}
          value={code}
          autofocus
          onInput={(text) => setCode(text.toLocaleUpperCase())}
        />
      )}
      <TextField label={t('settings.name')} value={name} disabled={!may} onInput={setName} />
      <WeekFields week={week} none={t('staffing.shift.none')} onChange={setWeek} />
      <TextField label={t('staffing.reason')} value={reason} onInput={setReason} />
      {!isNew && shift.uses === 0 && (
        <RemoveButton
          remove={() => api.remove('shifts', shift.id, shift.setting.revision)}
          onDone={() => onDone(null)}
        />
      )}
      <SaveBar
        ready={isLongCode(code) && name.trim() !== '' && areSpans(spans)}
        save={() =>
          api.saveShift(shift.id, { code, name, spans, reason: reason.trim() }, shift.setting.revision)
        }
        onDone={() => onDone(shift.id)}
        {...(isNew ? { onCancel: () => void onDone(null) } : {})}
      />
    </div>
  );
}
