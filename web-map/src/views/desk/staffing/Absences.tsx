import { useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { Absence, Rota } from '../../../core/staffing-types';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { Chooser, LastChange, Section } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';
import { useSetting } from '../settings/use-setting';
import { useFocusBack } from '../use-focus-back';
import { RemoveButton } from './RemoveButton';
import { periodWords } from './rota';
import type { StaffingProps } from './StaffingScreen';

/** Who is away, and who stands in. */
export function Absences({ desk, api }: StaffingProps) {
  const loaded = useSetting(() => api.rota());
  const [absence, setAbsence] = useState<Absence | null>(null);
  return (
    <Section title={t('staffing.absences')} hint={t('staffing.absences.hint')} loaded={loaded}>
      {(rota) => (
        <>
          {desk.rights.keepRota && !absence && (
            <Button icon="plus" onClick={() => setAbsence(blankAbsence(rota))}>
              {t('staffing.absence.new')}
            </Button>
          )}
          {rota.absences.length === 0 && <p class="settings__hint">{t('staffing.absences.none')}</p>}
          <div class="settings__two">
            <Chooser
              label={t('staffing.absences')}
              chosen={absence?.id ?? null}
              items={rota.absences.map((one) => ({ key: one.id, ...absenceWords(one, rota) }))}
              onChoose={(id) => setAbsence(rota.absences.find((one) => one.id === id) ?? null)}
            />
            {absence && (
              <AbsenceForm
                key={absence.id}
                desk={desk}
                api={api}
                rota={rota}
                absence={absence}
                onCancel={() => setAbsence(null)}
                onDone={async () => {
                  await loaded.reload();
                  setAbsence(null);
                }}
              />
            )}
          </div>
        </>
      )}
    </Section>
  );
}

const blankAbsence = ({ today, people }: Rota): Absence => ({
  id: newId(),
  accountId: people[0]?.id ?? '',
  firstDay: today,
  lastDay: today,
  setting: { revision: 0 },
});

function absenceWords(
  { accountId, deputyId, firstDay, lastDay }: Absence,
  { people }: Rota,
): { title: string; note: string } {
  const named = (id: string | undefined): string => people.find((one) => one.id === id)?.name ?? '–';
  const deputy =
    deputyId === undefined
      ? t('staffing.absence.byNobody')
      : t('staffing.absence.by', { name: named(deputyId) });
  return { title: named(accountId), note: `${periodWords(firstDay, lastDay)}, ${deputy}` };
}

interface AbsenceFormProps extends StaffingProps {
  rota: Rota;
  absence: Absence;
  onCancel: () => void;
  onDone: () => Promise<void>;
}

function AbsenceForm({ api, rota, absence, onCancel, onDone }: AbsenceFormProps) {
  const [form, setForm] = useState(absence);
  const set = (part: Partial<Absence>): void => setForm({ ...form, ...part });
  const known = rota.absences.some(({ id }) => id === absence.id);
  const root = useRef<HTMLDivElement>(null);
  useFocusBack(() => root.current?.querySelector('select')?.focus());
  const people = rota.people.map(({ id, name, role }) => [id, `${name}, ${t(`role.${role}`)}`] as const);
  return (
    <div class="settings__card settings__form" ref={root}>
      <h2>{t(known ? 'staffing.absence.edit' : 'staffing.absence.new')}</h2>
      <LastChange setting={absence.setting} />
      <SelectField
        label={t('staffing.hours.person')}
        value={form.accountId}
        options={people}
        onChange={(accountId) => set({ accountId })}
      />
      <SelectField
        label={t('staffing.absence.deputy')}
        value={form.deputyId ?? ''}
        options={[['', t('staffing.absence.nobody')], ...people.filter(([id]) => id !== form.accountId)]}
        onChange={(id) => set({ deputyId: id || undefined })}
      />
      <div class="settings__row">
        <TextField
          label={t('staffing.firstDay')}
          type="date"
          value={form.firstDay}
          onInput={(firstDay) => set({ firstDay })}
        />
        <TextField
          label={t('staffing.lastDay')}
          type="date"
          value={form.lastDay}
          onInput={(lastDay) => set({ lastDay })}
        />
      </div>
      <p class="settings__hint">{t('staffing.absence.private')}</p>
      {known && (
        <RemoveButton
          remove={() => api.remove('absences', absence.id, absence.setting.revision)}
          onDone={onDone}
        />
      )}
      <SaveBar
        ready={form.firstDay !== '' && form.lastDay >= form.firstDay && form.deputyId !== form.accountId}
        save={() => api.saveAbsence(form)}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}
