import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Rota, Worker } from '../../../core/staffing-types';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { LastChange } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';
import { CheckList } from './CheckList';
import type { StaffingProps } from './StaffingScreen';

interface PersonHoursProps extends StaffingProps {
  rota: Rota;
  onDone: () => Promise<void>;
}

/** During which shifts somebody is expected, and whether they are there now. */
export function PersonHours({ desk, api, rota, onDone }: PersonHoursProps) {
  const [chosen, setChosen] = useState('');
  const person = rota.people.find(({ id }) => id === chosen) ?? rota.people[0];
  return (
    <div class="settings__card settings__form">
      <h2>{t('staffing.hours')}</h2>
      <p class="settings__hint">{t('staffing.hours.hint')}</p>
      <SelectField
        label={t('staffing.hours.person')}
        value={person?.id ?? ''}
        options={rota.people.map(({ id, name, role }) => [id, `${name}, ${t(`role.${role}`)}`] as const)}
        onChange={setChosen}
      />
      {person && (
        <HoursForm
          key={`${person.id} ${person.setting.revision}`}
          desk={desk}
          api={api}
          rota={rota}
          person={person}
          onDone={onDone}
        />
      )}
    </div>
  );
}

function HoursForm({ api, rota, person, onDone }: PersonHoursProps & { person: Worker }) {
  const [shiftIds, setShiftIds] = useState<readonly string[]>(person.shiftIds);
  const [reason, setReason] = useState('');
  return (
    <>
      <p class="settings__state">{t(person.onDuty ? 'staffing.hours.onDuty' : 'staffing.hours.offDuty')}</p>
      <LastChange setting={person.setting} />
      <CheckList
        label={t('staffing.hours.during')}
        items={rota.shifts}
        checked={shiftIds}
        onChange={setShiftIds}
      />
      <TextField label={t('staffing.reason')} value={reason} onInput={setReason} />
      <SaveBar
        ready
        save={() => api.saveHours(person.id, { shiftIds, reason: reason.trim() }, person.setting.revision)}
        onDone={onDone}
      />
    </>
  );
}
