import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { EmptyState, Skeleton } from '../../../ui/Parts';
import type { Desk } from '../desk';
import { NO_FILTER } from '../filter';
import { FIELDS, run } from '../run-command';
import { QueueRow, ROW_HEIGHT } from './QueueRow';
import { visibleRows } from './visible-rows';

/** Only the rows in sight exist when the queue is long; keys move the selection, which the list follows. */
export function QueueList({ desk }: { desk: Desk }) {
  const element = useRef<HTMLUListElement>(null);
  const scroll = useSignal({ top: 0, height: 900 });
  const rows = desk.board.rows.value;
  const selected = desk.selection.id.value;
  const measure = (): void => {
    if (element.current)
      scroll.value = { top: element.current.scrollTop, height: element.current.clientHeight };
  };
  useEffect(() => {
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  useEffect(() => {
    const at = desk.board.order.peek().indexOf(selected ?? '');
    if (at >= 0 && element.current) reveal(element.current, at);
  }, [selected]);
  if (!desk.board.loaded.value) return <Waiting />;
  if (rows.length === 0) return <Nothing desk={desk} />;
  const { from, to } = visibleRows(rows.length, scroll.value.top, scroll.value.height, ROW_HEIGHT);
  return (
    <ul
      ref={element}
      id={FIELDS.queue}
      class="queue"
      role="listbox"
      tabIndex={0}
      aria-label={t('queue.label')}
      {...(selected === null ? {} : { 'aria-activedescendant': `row-${selected}` })}
      onScroll={measure}
      onKeyDown={(event) => {
        const command = ({ ArrowDown: 'next', ArrowUp: 'previous', ' ': 'check' } as const)[event.key];
        if (command && run(desk, command)) event.preventDefault();
      }}
    >
      <li role="none" class="queue__space" style={{ blockSize: `${from * ROW_HEIGHT}px` }} />
      {rows.slice(from, to).map((card, index) => (
        <QueueRow key={card.id} desk={desk} card={card} place={from + index + 1} of={rows.length} />
      ))}
      <li role="none" class="queue__space" style={{ blockSize: `${(rows.length - to) * ROW_HEIGHT}px` }} />
    </ul>
  );
}

/** Scrolls as little as needed, so that nothing jumps under the pointer. */
function reveal(list: HTMLElement, at: number): void {
  const top = at * ROW_HEIGHT;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + ROW_HEIGHT > list.scrollTop + list.clientHeight)
    list.scrollTop = top + ROW_HEIGHT - list.clientHeight;
}

function Waiting() {
  return (
    <div class="queue queue--waiting" aria-busy="true" aria-label={t('ui.loading')}>
      {Array.from({ length: 10 }, (_, index) => (
        <div key={index} class="queue__ghost">
          <Skeleton width="34px" height="34px" />
          <span>
            <Skeleton width="60%" height="12px" />
            <Skeleton width="80%" height="10px" />
          </span>
        </div>
      ))}
    </div>
  );
}

function Nothing({ desk }: { desk: Desk }) {
  const filtered = desk.board.open.value.length > 0;
  return (
    <div class="queue">
      <EmptyState icon={filtered ? 'filter' : 'check'} title={t('queue.none')}>
        <p>{t(filtered ? 'queue.noneHere' : 'queue.allDone')}</p>
        {filtered && (
          <Button size="small" onClick={() => void desk.board.setFilter(NO_FILTER)}>
            {t('queue.clear')}
          </Button>
        )}
      </EmptyState>
    </div>
  );
}
