import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { StaffingApi } from '../../../core/staffing-api';
import { addSettingsMessages } from '../../../messages/settings';
import { addStaffingMessages } from '../../../messages/staffing';
import { screenOf } from '../address-bar';
import type { Desk } from '../desk';
import '../settings/settings.css';
import { TopBar } from '../TopBar';
import { Absences } from './Absences';
import { CoverageSection } from './CoverageSection';
import { OnCall } from './OnCall';
import { Shifts } from './Shifts';
import { Skills } from './Skills';
import { TeamList } from './TeamList';
import './staffing.css';

addSettingsMessages();
addStaffingMessages();

export interface StaffingProps {
  desk: Desk;
  api: StaffingApi;
}
const SECTIONS: readonly { name: string; section: FunctionComponent<StaffingProps> }[] = [
  { name: 'teams', section: TeamList },
  { name: 'coverage', section: CoverageSection },
  { name: 'oncall', section: OnCall },
  { name: 'shifts', section: Shifts },
  { name: 'absences', section: Absences },
  { name: 'skills', section: Skills },
];

/** Who works, where and when. It looks and is used like the settings, beside which it stands. */
export function StaffingScreen({ desk }: { desk: Desk }) {
  const [api] = useState(() => new StaffingApi(desk.needs.deskApi.http));
  const [part, setPart] = useState(screenOf(location.hash).part);
  useEffect(() => {
    const turned = (): void => setPart(screenOf(location.hash).part);
    addEventListener('hashchange', turned);
    return () => removeEventListener('hashchange', turned);
  }, []);
  const shown = SECTIONS.find(({ name }) => name === part) ?? SECTIONS[0];
  const Shown = shown?.section ?? TeamList;
  return (
    <div class="desk desk--settings">
      <TopBar desk={desk} />
      <nav class="settings__nav" aria-label={t('staffing.sections')}>
        {SECTIONS.map(({ name }) => (
          <a
            key={name}
            href={`#teams/${name}`}
            {...(name === shown?.name ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`staffing.${name}`)}
          </a>
        ))}
      </nav>
      <main class="settings" key={shown?.name} aria-label={t(`staffing.${shown?.name ?? 'teams'}`)}>
        <Shown desk={desk} api={api} />
      </main>
    </div>
  );
}
