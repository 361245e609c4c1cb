import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Chooser, Section } from '../settings/Parts';
import { useSetting } from '../settings/use-setting';
import { CellsForm } from './CellsForm';
import { SectorDefaults } from './SectorDefaults';
import type { StaffingProps } from './StaffingScreen';
import { teamLabel } from './team-words';

/** Team by team what each covers, and below the team that every sector has in any case. */
export function CoverageSection({ desk, api }: StaffingProps) {
  const loaded = useSetting(() => api.coverage());
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Section title={t('staffing.coverage')} hint={t('staffing.coverage.hint')} loaded={loaded}>
      {(table) => {
        const team = table.items.find(({ teamId }) => teamId === chosen) ?? table.items[0];
        return (
          <>
            <div class="settings__two settings__two--list">
              <Chooser
                label={t('staffing.teams')}
                chosen={team?.teamId ?? null}
                items={table.items.map((one) => ({
                  key: one.teamId,
                  title: teamLabel(one),
                  note: t('staffing.coverage.note', { n: one.cells.length }),
                }))}
                onChoose={setChosen}
              />
              {team && (
                <CellsForm
                  key={`${team.teamId} ${team.setting.revision}`}
                  desk={desk}
                  api={api}
                  table={table}
                  team={team}
                  onDone={loaded.reload}
                />
              )}
            </div>
            <SectorDefaults desk={desk} api={api} table={table} onDone={loaded.reload} />
          </>
        );
      }}
    </Section>
  );
}
