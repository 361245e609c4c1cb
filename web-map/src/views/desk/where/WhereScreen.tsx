import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { WhereApi } from '../../../core/where-api';
import { addSettingsMessages } from '../../../messages/settings';
import { addWhereMessages } from '../../../messages/where';
import { screenOf } from '../address-bar';
import type { Desk } from '../desk';
import { TopBar } from '../TopBar';
import { Competences } from './Competences';
import { Offers } from './Offers';
import { Priorities } from './Priorities';
import { Stops } from './Stops';
import '../settings/settings.css';
import './where.css';

addSettingsMessages();
addWhereMessages();

export interface SectionProps {
  desk: Desk;
  api: WhereApi;
}
const SECTIONS: readonly { name: string; section: FunctionComponent<SectionProps> }[] = [
  { name: 'stops', section: Stops },
  { name: 'offers', section: Offers },
  { name: 'competences', section: Competences },
  { name: 'priorities', section: Priorities },
];

/** What the town sets up by place: what people are told where, what is offered where, who answers where. */
export function WhereScreen({ desk }: { desk: Desk }) {
  const [api] = useState(() => new WhereApi(desk.needs.deskApi.http));
  const [part, setPart] = useState(screenOf(location.hash).part);
  useEffect(() => {
    const turned = (): void => setPart(screenOf(location.hash).part);
    addEventListener('hashchange', turned);
    return () => removeEventListener('hashchange', turned);
  }, []);
  const shown = SECTIONS.find(({ name }) => name === part) ?? SECTIONS[0];
  const Section = shown?.section ?? Stops;
  return (
    <div class="desk desk--settings">
      <TopBar desk={desk} />
      <nav class="settings__nav" aria-label={t('where.sections')}>
        {SECTIONS.map(({ name }) => (
          <a
            key={name}
            href={`#where/${name}`}
            {...(name === shown?.name ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`where.${name}`)}
          </a>
        ))}
      </nav>
      <main class="settings" key={shown?.name} aria-label={t(`where.${shown?.name ?? 'stops'}`)}>
        <Section desk={desk} api={api} />
      </main>
    </div>
  );
}
