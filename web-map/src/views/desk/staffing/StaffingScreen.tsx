import { useState } from 'preact/hooks';
import { StaffingApi } from '../../../core/staffing-api';
import { addSettingsMessages } from '../../../messages/settings';
import { addStaffingMessages } from '../../../messages/staffing';
import type { Desk } from '../desk';
import { Sections, type Section, type WorkedWith } from '../settings/Sections';
import { Absences } from './Absences';
import { CoverageSection } from './CoverageSection';
import { OnCall } from './OnCall';
import { Shifts } from './Shifts';
import { Skills } from './Skills';
import { TeamList } from './TeamList';
import './staffing.css';

addSettingsMessages();
addStaffingMessages();

export type StaffingProps = WorkedWith<StaffingApi>;
const SECTIONS: readonly Section<StaffingApi>[] = [
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
  return <Sections desk={desk} api={api} screen="teams" words="staffing" sections={SECTIONS} />;
}
