import { useEffect } from 'preact/hooks';
import { t } from '../../core/i18n';
import { Button } from '../../ui/Buttons';
import { Icon } from '../../ui/Icon';
import { EmptyState } from '../../ui/Parts';
import { CallForm } from './call/CallForm';
import { CallAside } from './call/CallAside';
import { Rail } from './call/Rail';
import { commandOf } from './commands';
import type { Desk, Pane } from './desk';
import { Help } from './Help';
import { DeskMap } from './map/DeskMap';
import { QueuePane } from './queue/QueuePane';
import { RequestPane } from './request/RequestPane';
import { run } from './run-command';
import { TopBar } from './TopBar';

/** Queue, map and request on one screen; on a small one they are three tabs. */
export function DeskScreen({ desk }: { desk: Desk }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const command = event.defaultPrevented ? null : commandOf(event, desk.letters.value);
      if (command && run(desk, command)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [desk]);
  const calling = desk.call.isOpen.value;
  const problem = desk.problem.value;
  return (
    <div class={`desk${calling ? ' desk--call' : ''} desk--${desk.pane.value}`}>
      <TopBar desk={desk} />
      {calling ? <Rail desk={desk} /> : <QueuePane desk={desk} />}
      {calling && <CallForm desk={desk} />}
      {calling ? <CallAside desk={desk} /> : <RequestPane desk={desk} />}
      {/* between them to the eye, after them to the Tab key: its markers are many, and the queue says the same */}
      <main class="pane pane--map" aria-label={t('pane.map')}>
        <DeskMap desk={desk} />
      </main>
      <PaneTabs desk={desk} />
      {desk.helpOpen.value && <Help desk={desk} />}
      {problem && (
        <div class="desk__problem" role="alert">
          <EmptyState icon="offline" title={t('failed.title')}>
            <p>{problem}</p>
            <Button look="primary" onClick={() => location.reload()}>
              {t('failed.retry')}
            </Button>
          </EmptyState>
        </div>
      )}
    </div>
  );
}

const PANES: readonly { pane: Pane; icon: 'list' | 'map' | 'info' }[] = [
  { pane: 'queue', icon: 'list' },
  { pane: 'map', icon: 'map' },
  { pane: 'request', icon: 'info' },
];

function PaneTabs({ desk }: { desk: Desk }) {
  const calling = desk.call.isOpen.value;
  return (
    <nav class="desk__tabs" aria-label={t('bar.nav')}>
      {PANES.map(({ pane, icon }) => (
        <button
          key={pane}
          type="button"
          aria-pressed={desk.pane.value === pane}
          onClick={() => (desk.pane.value = pane)}
        >
          <Icon name={calling && pane === 'queue' ? 'phone' : icon} />
          {t(
            calling && pane === 'queue'
              ? 'pane.call'
              : calling && pane === 'request'
                ? 'call.asideTab'
                : `pane.${pane}`,
          )}
        </button>
      ))}
    </nav>
  );
}
