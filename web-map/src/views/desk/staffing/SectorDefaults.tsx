import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { CoverageTable, ServedSector } from '../../../core/staffing-types';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { LastChange } from '../settings/Parts';
import { SaveBar } from '../settings/SaveBar';
import type { StaffingProps } from './StaffingScreen';
import { teamLabel } from './team-words';

interface SectorDefaultsProps extends StaffingProps {
  table: CoverageTable;
  onDone: () => Promise<void>;
}

/** The team that a sector has when nobody is named: it is replaced, never taken away. */
export function SectorDefaults({ desk, api, table, onDone }: SectorDefaultsProps) {
  const [chosen, setChosen] = useState('');
  const sector = table.sectors.find(({ id }) => id === chosen) ?? table.sectors[0];
  const teams = new Map(table.items.map((team) => [team.teamId, teamLabel(team)]));
  return (
    <div class="settings__card">
      <h2>{t('staffing.defaults')}</h2>
      <p class="settings__hint">{t('staffing.defaults.hint')}</p>
      {table.sectors.length === 0 && <p class="settings__hint">{t('staffing.defaults.none')}</p>}
      <dl class="week staff__defaults">
        {table.sectors.map(({ id, name, teamId }) => (
          <div key={id}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              <bdi>{teams.get(teamId) ?? '–'}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {desk.rights.rule && sector && (
        <>
          <SelectField
            label={t('staffing.defaults.sector')}
            value={sector.id}
            options={table.sectors.map(({ id, name }) => [id, name] as const)}
            onChange={setChosen}
          />
          <DefaultForm
            key={`${sector.id} ${sector.setting.revision}`}
            desk={desk}
            api={api}
            table={table}
            sector={sector}
            onDone={onDone}
          />
        </>
      )}
    </div>
  );
}

function DefaultForm({ desk, api, table, sector, onDone }: SectorDefaultsProps & { sector: ServedSector }) {
  const [teamId, setTeamId] = useState(sector.teamId);
  const [reason, setReason] = useState('');
  const had = table.items.find((team) => team.teamId === sector.teamId);
  const load = desk.teams.value.find(({ id }) => id === sector.teamId)?.load ?? 0;
  return (
    <div class="settings__form">
      <LastChange setting={sector.setting} />
      <SelectField
        label={t('staffing.defaults.team')}
        value={teamId}
        options={table.items.map((team) => [team.teamId, teamLabel(team)] as const)}
        onChange={setTeamId}
      />
      <TextField label={t('staffing.reason')} value={reason} onInput={setReason} />
      {had && (
        <p class="settings__hint">{t('staffing.coverage.effect', { n: load, team: teamLabel(had) })}</p>
      )}
      <SaveBar
        ready={teamId !== sector.teamId}
        save={() => api.makeDefault(sector.id, { teamId, reason: reason.trim() }, sector.setting.revision)}
        onDone={onDone}
      />
    </div>
  );
}
