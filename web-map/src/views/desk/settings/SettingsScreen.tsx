import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { SettingsApi } from '../../../core/settings-api';
import { addSettingsMessages } from '../../../messages/settings';
import { screenOf } from '../address-bar';
import type { Desk } from '../desk';
import { TopBar } from '../TopBar';
import { Calendars } from './Calendars';
import { Ladders } from './Ladders';
import { Letters } from './Letters';
import { Modules } from './Modules';
import { Promises } from './Promises';
import { Reminders } from './Reminders';
import './settings.css';

addSettingsMessages();

export interface SectionProps {
  desk: Desk;
  api: SettingsApi;
}
const SECTIONS: readonly { name: string; section: FunctionComponent<SectionProps> }[] = [
  { name: 'calendars', section: Calendars },
  { name: 'promises', section: Promises },
  { name: 'ladders', section: Ladders },
  { name: 'reminders', section: Reminders },
  { name: 'letters', section: Letters },
  { name: 'modules', section: Modules },
];

/** What the town sets up: when it opens, what it promises, who hears of what nobody does, what its letters look like, and what it does without. */
export function SettingsScreen({ desk }: { desk: Desk }) {
  const [api] = useState(() => new SettingsApi(desk.needs.deskApi.http));
  const [part, setPart] = useState(screenOf(location.hash).part);
  useEffect(() => {
    const turned = (): void => setPart(screenOf(location.hash).part);
    addEventListener('hashchange', turned);
    return () => removeEventListener('hashchange', turned);
  }, []);
  const sections = SECTIONS.filter(({ name }) => name !== 'letters' || desk.rights.letters);
  const shown = sections.find(({ name }) => name === part) ?? sections[0];
  const Section = shown?.section ?? Calendars;
  return (
    <div class="desk desk--settings">
      <TopBar desk={desk} />
      <nav class="settings__nav" aria-label={t('settings.sections')}>
        {sections.map(({ name }) => (
          <a
            key={name}
            href={`#settings/${name}`}
            {...(name === shown?.name ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`settings.${name}`)}
          </a>
        ))}
      </nav>
      <main class="settings" key={shown?.name} aria-label={t(`settings.${shown?.name ?? 'calendars'}`)}>
        <Section desk={desk} api={api} />
      </main>
    </div>
  );
}
