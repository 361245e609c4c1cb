import { useState } from 'preact/hooks';
import { SettingsApi } from '../../../core/settings-api';
import { addSettingsMessages } from '../../../messages/settings';
import type { Desk } from '../desk';
import { Calendars } from './Calendars';
import { Connections } from './connections/Connections';
import { DataKeys } from './DataKeys';
import { Ladders } from './Ladders';
import { Letters } from './Letters';
import { Modules } from './Modules';
import { Overlays } from './overlays/Overlays';
import { Promises } from './Promises';
import { Reminders } from './Reminders';
import { Systems } from './Systems';
import { Webhooks } from './webhooks/Webhooks';
import { Sections, type Section, type WorkedWith } from './Sections';

addSettingsMessages();

export type SectionProps = WorkedWith<SettingsApi>;
const SECTIONS: readonly Section<SettingsApi>[] = [
  { name: 'calendars', section: Calendars },
  { name: 'promises', section: Promises },
  { name: 'ladders', section: Ladders },
  { name: 'reminders', section: Reminders },
  { name: 'letters', section: Letters },
  { name: 'systems', section: Systems },
  { name: 'webhooks', section: Webhooks },
  { name: 'connections', section: Connections },
  { name: 'data-keys', section: DataKeys },
  { name: 'overlays', section: Overlays },
  { name: 'modules', section: Modules },
];

const FOR_ADMINISTRATORS = ['webhooks', 'connections', 'data-keys', 'overlays'];

/** What the town sets up: when it opens, what it promises, who hears of what nobody does, what its letters look like, which other systems report, are told or get what is theirs, which layers of others its maps show, and what it does without. */
export function SettingsScreen({ desk }: { desk: Desk }) {
  const [api] = useState(() => new SettingsApi(desk.needs.deskApi.http));
  const sections = SECTIONS.filter(
    ({ name }) =>
      (name !== 'letters' || desk.rights.letters) &&
      (name !== 'systems' || desk.rights.admitSystems) &&
      (!FOR_ADMINISTRATORS.includes(name) || desk.rights.rule),
  );
  return <Sections desk={desk} api={api} screen="settings" words="settings" sections={sections} />;
}
