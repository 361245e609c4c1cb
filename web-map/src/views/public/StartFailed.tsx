import { t } from '../../core/i18n';
import { Button } from '../../ui/Buttons';
import { EmptyState } from '../../ui/Parts';

/** Nothing could be read: says so, and offers the one thing to do. */
export function StartFailed() {
  return (
    <main class="failed">
      <EmptyState icon="offline" title={t('public.failed')}>
        <Button look="primary" icon="sync" onClick={() => location.reload()}>
          {t('public.retry')}
        </Button>
      </EmptyState>
    </main>
  );
}
