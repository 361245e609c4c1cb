import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { EmptyState } from '../../../ui/Parts';
import { Button } from '../../../ui/Buttons';
import type { Desk } from '../desk';
import { TopBar } from '../TopBar';
import { DraftPane } from './DraftPane';
import { LoadPane } from './LoadPane';
import { SectorsMap } from './SectorsMap';
import '../map.css';
import './sectors.css';
import './load.css';

/** Redrawing the sectors: versions and drafts, the map, and what it would mean. */
export function SectorsScreen({ desk }: { desk: Desk }) {
  const { sectors } = desk;
  useEffect(() => {
    void sectors.load(desk.wantedPart());
    // the address names the draft, so that it can be passed on
    const unname = effect(() => {
      const id = sectors.draft.value?.id;
      const place = `${location.pathname}${location.search}#sectors${id === undefined ? '' : `/${id}`}`;
      if (sectors.loaded.value) history.replaceState(null, '', place);
    });
    return () => {
      unname();
      sectors.leave();
    };
  }, [sectors]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || isText(event.target))
        return;
      event.preventDefault();
      if (event.shiftKey ? sectors.canRedo.value : sectors.canUndo.value)
        void sectors.edit({ kind: event.shiftKey ? 'redo' : 'undo' });
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [sectors]);
  const failed = !sectors.loaded.value && sectors.trouble.value;
  return (
    <div class="desk desk--sectors">
      <TopBar desk={desk} />
      {failed ? (
        <main class="pane pane--failed">
          <EmptyState icon="offline" title={t('failed.title')}>
            <p>{failed}</p>
            <Button look="primary" onClick={() => location.reload()}>
              {t('failed.retry')}
            </Button>
          </EmptyState>
        </main>
      ) : (
        <>
          <DraftPane sectors={sectors} />
          <main class="pane pane--map" aria-label={t('pane.map')}>
            <SectorsMap desk={desk} sectors={sectors} />
          </main>
          <LoadPane sectors={sectors} />
        </>
      )}
    </div>
  );
}

/** In a text field the keys take back what was typed. */
function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
