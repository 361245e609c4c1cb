import { useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Duty, Rota } from '../../../core/staffing-types';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { LastChange } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';
import { useFocusBack } from '../use-focus-back';
import { RemoveButton } from './RemoveButton';
import { membersOf } from './rota';
import type { StaffingProps } from './StaffingScreen';
import { teamLabel } from './team-words';

interface DutyFormProps extends StaffingProps {
  rota: Rota;
  duty: Duty;
  onCancel: () => void;
  onDone: () => Promise<void>;
}

/** Who is on call from when to when. */
export function DutyForm({ api, rota, duty, onCancel, onDone }: DutyFormProps) {
  const [form, setForm] = useState(duty);
  const [reason, setReason] = useState('');
  const set = (part: Partial<Duty>): void => setForm({ ...form, ...part });
  const known = rota.duties.some(({ id }) => id === duty.id);
  const root = useRef<HTMLDivElement>(null);
  // where it is narrow it opens far below what was chosen
  useFocusBack(() => root.current?.querySelector('select')?.focus());
  return (
    <div class="settings__form" ref={root}>
      <h2>{t(known ? 'staffing.oncall.edit' : 'staffing.oncall.new')}</h2>
      <LastChange setting={duty.setting} />
      <DutyFields rota={rota} form={form} onSet={set} />
      <TextField label={t('staffing.reason')} value={reason} onInput={setReason} />
      <p class="settings__hint">{t('staffing.oncall.effect')}</p>
      {known && (
        <RemoveButton remove={() => api.remove('duties', duty.id, duty.setting.revision)} onDone={onDone} />
      )}
      <SaveBar
        ready={form.firstDay !== '' && (form.lastDay === undefined || form.lastDay >= form.firstDay)}
        save={() => api.saveDuty(form, reason.trim())}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}

interface DutyFieldsProps {
  rota: Rota;
  form: Duty;
  onSet: (part: Partial<Duty>) => void;
}

function DutyFields({ rota, form, onSet }: DutyFieldsProps) {
  const team = rota.teams.find(({ id }) => id === form.teamId);
  return (
    <>
      <SelectField
        label={t('staffing.oncall.team')}
        value={form.teamId}
        options={rota.teams.map((one) => [one.id, teamLabel(one)] as const)}
        onChange={(teamId) => onSet({ teamId, accountId: undefined })}
      />
      <SelectField
        label={t('staffing.oncall.shift')}
        value={form.shiftId}
        options={rota.shifts.map(({ id, name }) => [id, name] as const)}
        onChange={(shiftId) => onSet({ shiftId })}
      />
      <SelectField
        label={t('staffing.oncall.person')}
        value={form.accountId ?? ''}
        options={[
          ['', t('staffing.oncall.anybody')],
          ...membersOf(team, rota.people).map(({ id, name }) => [id, name] as const),
        ]}
        onChange={(id) => onSet({ accountId: id || undefined })}
      />
      <div class="settings__row">
        <TextField
          label={t('staffing.firstDay')}
          type="date"
          value={form.firstDay}
          onInput={(firstDay) => onSet({ firstDay })}
        />
        <TextField
          label={t('staffing.lastDay')}
          type="date"
          value={form.lastDay ?? ''}
          onInput={(day) => onSet({ lastDay: day || undefined })}
        />
      </div>
      <p class="settings__hint">{t('staffing.lastDay.open')}</p>
    </>
  );
}
