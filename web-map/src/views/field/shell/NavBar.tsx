import { t } from '../../../core/i18n';
import { Icon } from '../../../ui/Icon';
import type { IconName } from '../../../ui/icons';
import { useField } from '../field';
import { hashOf, type Route } from '../route';

const TABS: { screen: 'jobs' | 'map' | 'report' | 'sent'; icon: IconName }[] = [
  { screen: 'jobs', icon: 'list' },
  { screen: 'map', icon: 'map' },
  { screen: 'report', icon: 'camera' },
  { screen: 'sent', icon: 'sync' },
];

/** The four places of the page, below the thumb; the number of unsent items is always there. */
export function NavBar({ at, wide }: { at: Route; wide: boolean }) {
  const { outbox } = useField();
  const unsent = outbox.items.value.filter(({ state }) => state !== 'received').length;
  return (
    <nav class="f-nav" aria-label={t('field.nav')}>
      {TABS.filter(({ screen }) => !wide || screen !== 'map').map(({ screen, icon }) => (
        <a
          key={screen}
          href={hashOf({ screen })}
          {...(at.screen === screen ? { 'aria-current': 'page' as const } : {})}
        >
          <Icon name={icon} size={25} />
          {t(`field.nav.${screen}`)}
          {screen === 'sent' && unsent > 0 && (
            <em>
              <span aria-hidden="true">{unsent}</span>
              <span class="vh">{t('field.unsent', { n: unsent })}</span>
            </em>
          )}
        </a>
      ))}
    </nav>
  );
}
