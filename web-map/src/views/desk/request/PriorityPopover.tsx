import { useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { DeskDetail } from '../../../core/staff-types';
import type { Priority } from '../../../core/types';
import { prioritise } from '../acts';
import type { Desk } from '../desk';
import { useFocusBack } from '../use-focus-back';
import { Trouble } from './Trouble';

const PRIORITIES: readonly Priority[] = ['LOW', 'NORMAL', 'HIGH', 'URGENT'];

/** One press sets it; it can be taken back. */
export function PriorityPopover({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const element = useRef<HTMLDivElement>(null);
  useFocusBack(() => element.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus());
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...(element.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <div
      ref={element}
      class="pop pop--menu"
      role="group"
      aria-label={t('priority.title')}
      onKeyDown={onKeyDown}
    >
      {PRIORITIES.map((priority) => (
        <button
          key={priority}
          type="button"
          aria-pressed={priority === detail.priority}
          onClick={() => void prioritise(desk, priority)}
        >
          {t(`priority.${priority}`)}
        </button>
      ))}
      <Trouble desk={desk} />
    </div>
  );
}
