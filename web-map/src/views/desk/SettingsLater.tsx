import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../core/i18n';
import { Button } from '../../ui/Buttons';
import { EmptyState } from '../../ui/Parts';
import type { Desk } from './desk';
import { TopBar } from './TopBar';

type Screen = FunctionComponent<{ desk: Desk }>;

/** The settings are loaded when somebody opens them: dispatchers never do. */
export function SettingsLater({ desk }: { desk: Desk }) {
  const [Loaded, setLoaded] = useState<Screen | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    import('./settings/SettingsScreen')
      .then(({ SettingsScreen }) => setLoaded(() => SettingsScreen))
      .catch(() => setFailed(true));
  }, []);
  if (Loaded) return <Loaded desk={desk} />;
  return (
    <div class="desk desk--settings">
      <TopBar desk={desk} />
      <main class="pane" aria-busy={!failed} aria-label={t('settings.tab')}>
        {failed && (
          <EmptyState icon="offline" title={t('failed.title')}>
            <p>{t('failed.offline')}</p>
            <Button look="primary" onClick={() => location.reload()}>
              {t('failed.retry')}
            </Button>
          </EmptyState>
        )}
      </main>
    </div>
  );
}
