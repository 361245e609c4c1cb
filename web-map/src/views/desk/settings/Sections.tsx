import type { FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { screenOf, type Screen } from '../address-bar';
import type { Desk } from '../desk';
import { TopBar } from '../TopBar';
import './settings.css';

/** What a section is given to work with. */
export interface WorkedWith<Api> {
  desk: Desk;
  api: Api;
}
/** A section by its name in the address, which is also the end of its message's key. */
export interface Section<Api> {
  name: string;
  section: FunctionComponent<WorkedWith<Api>>;
}

/** A screen on which something is set up, section by section; the address names the one that is shown, else it is the first. */
export function Sections<Api>({
  desk,
  api,
  screen,
  words,
  sections,
}: WorkedWith<Api> & { screen: Screen['name']; words: string; sections: readonly Section<Api>[] }) {
  const [part, setPart] = useState(screenOf(location.hash).part);
  useEffect(() => {
    const turned = (): void => setPart(screenOf(location.hash).part);
    addEventListener('hashchange', turned);
    return () => removeEventListener('hashchange', turned);
  }, []);
  const shown = sections.find(({ name }) => name === part) ?? sections[0];
  const bar = useRef<HTMLElement>(null);
  // on a phone not all of them fit
  useEffect(
    () =>
      bar.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' }),
    [shown],
  );
  if (!shown) return null;
  const Shown = shown.section;
  return (
    <div class="desk desk--settings">
      <TopBar desk={desk} />
      <nav class="settings__nav" ref={bar} aria-label={t(`${words}.sections`)}>
        {sections.map(({ name }) => (
          <a
            key={name}
            href={`#${screen}/${name}`}
            {...(name === shown.name ? { 'aria-current': 'page' as const } : {})}
          >
            {t(`${words}.${name}`)}
          </a>
        ))}
      </nav>
      <main class="settings" key={shown.name} aria-label={t(`${words}.${shown.name}`)}>
        <Shown desk={desk} api={api} />
      </main>
    </div>
  );
}
