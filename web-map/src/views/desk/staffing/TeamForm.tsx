import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Person, Service, StaffedTeam, TeamChange, TeamKind } from '../../../core/staffing-types';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { ChangeBar } from '../settings/ChangeBar';
import { LastChange, NumberField } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';
import { Members } from './Members';
import type { StaffingProps } from './StaffingScreen';
import { isCode, stopWords, teamLabel } from './team-words';

const KINDS: readonly TeamKind[] = ['REGULAR', 'URGENT', 'PATROL', 'DESK'];

interface TeamFormProps extends StaffingProps {
  team: StaffedTeam;
  isNew: boolean;
  others: readonly StaffedTeam[];
  people: readonly Person[];
  services: readonly Service[];
  onCancel: () => void;
  onDone: () => Promise<void>;
}

/** One team. That it stops is looked at first: its open requests go to others. */
export function TeamForm({ desk, api, team, isNew, onCancel, onDone, ...given }: TeamFormProps) {
  const { code, name, kind, serviceId, capacity, active, members, setting } = team;
  const [form, setForm] = useState<TeamChange>({
    ...{ code, name, kind, serviceId, capacity, active, members },
    reason: '',
  });
  const set = (part: Partial<TeamChange>): void => setForm({ ...form, ...part });
  const may = desk.rights.rule;
  const stops = team.active && !form.active;
  const successor = given.others.find(({ id }) => id === form.successorId);
  const ready =
    isCode(form.code) &&
    form.name.trim() !== '' &&
    form.capacity >= 1 &&
    (!stops || form.reason.trim() !== '');
  const bar = { ready, onDone, ...(isNew ? { onCancel } : {}) };
  const run = (preview: boolean) =>
    api.changeTeam(team.id, { ...form, reason: form.reason.trim() }, { revision: setting.revision, preview });
  return (
    <div class="settings__card settings__form">
      <TeamHead team={team} isNew={isNew} />
      <TeamFields form={form} isNew={isNew} may={may} services={given.services} onSet={set} />
      <Members
        people={given.people}
        members={form.members}
        may={may}
        onChange={(accounts) => set({ members: accounts })}
      />
      {may && !isNew && !team.lastResort && (
        <StopFields form={form} stops={stops} others={given.others} onSet={set} />
      )}
      {may && (
        <TextField label={t('staffing.reason')} value={form.reason} onInput={(reason) => set({ reason })} />
      )}
      {may && !stops && <SaveBar {...bar} save={() => run(false)} />}
      {may && stops && (
        <ChangeBar
          {...bar}
          subject={JSON.stringify(form)}
          run={run}
          words={(effect) => stopWords(effect, successor ? teamLabel(successor) : null)}
        />
      )}
    </div>
  );
}

interface StopFieldsProps {
  form: TeamChange;
  stops: boolean;
  others: readonly StaffedTeam[];
  onSet: (part: Partial<TeamChange>) => void;
}

/** Whether it works; when it shall no more, who takes over. */
function StopFields({ form, stops, others, onSet }: StopFieldsProps) {
  return (
    <>
      <label class="settings__check">
        <input
          type="checkbox"
          checked={form.active}
          onChange={({ currentTarget }) => onSet({ active: currentTarget.checked })}
        />
        {t('staffing.active')}
      </label>
      {stops && (
        <>
          <p class="settings__hint">{t('staffing.active.stop')}</p>
          <SelectField
            label={t('staffing.successor')}
            value={form.successorId ?? ''}
            options={[
              ['', t('staffing.successor.rules')],
              ...others.map((one) => [one.id, teamLabel(one)] as const),
            ]}
            onChange={(id) => onSet({ successorId: id || undefined })}
          />
        </>
      )}
    </>
  );
}

function TeamHead({ team, isNew }: { team: StaffedTeam; isNew: boolean }) {
  if (isNew) return <h2>{t('staffing.team.new')}</h2>;
  return (
    <>
      <h2>
        <bdi>{teamLabel(team)}</bdi>
        {team.lastResort && <span class="tag">{t('staffing.team.lastResort')}</span>}
      </h2>
      <p class="settings__state">
        {team.active
          ? t('staffing.team.load', { n: team.load, capacity: team.capacity })
          : t('staffing.team.stopped')}
      </p>
      {team.sectors.length > 0 && (
        <p class="settings__hint">{t('staffing.team.sectors', { names: team.sectors.join(', ') })}</p>
      )}
      {team.lastResort && <p class="settings__hint">{t('staffing.team.lastResort.hint')}</p>}
      <LastChange setting={team.setting} />
    </>
  );
}

interface TeamFieldsProps {
  form: TeamChange;
  isNew: boolean;
  may: boolean;
  services: readonly Service[];
  onSet: (part: Partial<TeamChange>) => void;
}

function TeamFields({ form, isNew, may, services, onSet }: TeamFieldsProps) {
  return (
    <>
      {isNew && (
        <TextField
          label={t('staffing.code')}
          hint={t('staffing.code.hint')}
          value={form.code}
          autofocus
          onInput={(code) => onSet({ code: code.toLocaleUpperCase() })}
        />
      )}
      <TextField
        label={t('settings.name')}
        value={form.name}
        disabled={!may}
        onInput={(name) => onSet({ name })}
      />
      <div class="settings__row">
        <SelectField
          label={t('staffing.kind')}
          value={form.kind}
          disabled={!may}
          options={KINDS.map((kind) => [kind, t(`staffing.kind.${kind}`)] as const)}
          onChange={(kind) => onSet({ kind: kind as TeamKind })}
        />
        <SelectField
          label={t('staffing.service')}
          value={form.serviceId ?? ''}
          disabled={!may}
          options={[
            ['', t('staffing.service.none')],
            ...services.map(({ id, name, organisation }) => [id, `${name} (${organisation})`] as const),
          ]}
          onChange={(id) => onSet({ serviceId: id || undefined })}
        />
        <NumberField
          label={t('staffing.capacity')}
          value={form.capacity}
          min={1}
          max={1000}
          disabled={!may}
          onInput={(capacity) => onSet({ capacity: capacity ?? 0 })}
        />
      </div>
    </>
  );
}
