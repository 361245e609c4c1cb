import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { StaffedTeam } from '../../../core/staffing-types';
import { Button } from '../../../ui/Buttons';
import { Chooser, Section } from '../settings/Parts';
import { useSetting } from '../settings/use-setting';
import type { StaffingProps } from './StaffingScreen';
import { TeamForm } from './TeamForm';
import { blankTeam, teamLabel, teamNote } from './team-words';

/** All teams, with those that have stopped at the end; the one that is chosen is read and changed beside them. */
export function TeamList({ desk, api }: StaffingProps) {
  const loaded = useSetting(() => api.teams());
  const [chosen, setChosen] = useState<string | null>(null);
  const [added, setAdded] = useState<StaffedTeam | null>(null);
  return (
    <Section title={t('staffing.teams')} hint={t('staffing.teams.hint')} loaded={loaded}>
      {({ items, people, services }) => {
        const team = added ?? items.find(({ id }) => id === chosen) ?? items[0];
        const inOrder = [...items].sort((a, b) => Number(b.active) - Number(a.active));
        return (
          <>
            {desk.rights.rule && !added && (
              <Button icon="plus" onClick={() => setAdded(blankTeam(newId()))}>
                {t('staffing.team.new')}
              </Button>
            )}
            <div class="settings__two settings__two--list">
              <Chooser
                label={t('staffing.teams')}
                chosen={added ? null : (team?.id ?? null)}
                items={inOrder.map((one) => ({ key: one.id, title: teamLabel(one), note: teamNote(one) }))}
                onChoose={(id) => {
                  setChosen(id);
                  setAdded(null);
                }}
              />
              {team && (
                <TeamForm
                  key={`${team.id} ${team.setting.revision}`}
                  desk={desk}
                  api={api}
                  team={team}
                  isNew={team === added}
                  others={items.filter(({ id, active }) => active && id !== team.id)}
                  people={people}
                  services={services}
                  onCancel={() => setAdded(null)}
                  onDone={async () => {
                    await Promise.all([loaded.reload(), desk.loadTeams()]);
                    setChosen(team.id);
                    setAdded(null);
                  }}
                />
              )}
            </div>
          </>
        );
      }}
    </Section>
  );
}
