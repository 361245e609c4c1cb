import { useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { t } from '../../../core/i18n';

interface SheetProps {
  tall: boolean;
  onTall: (tall: boolean) => void;
  children: ComponentChildren;
}
const SWIPE = 30;

/** On a phone the lower sheet, low or tall; on a wide screen simply the panel's middle. */
export function Sheet({ tall, onTall, children }: SheetProps) {
  const from = useRef<number | null>(null);
  const swiped = useRef(false);
  return (
    <div class={`sheet${tall ? ' sheet--tall' : ''}`}>
      <button
        type="button"
        class="sheet__grip"
        aria-label={t('list.sheet')}
        aria-expanded={tall}
        onClick={() => {
          if (!swiped.current) onTall(!tall);
          swiped.current = false;
        }}
        onPointerDown={(event) => {
          from.current = event.clientY;
          swiped.current = false;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (from.current === null) return;
          const moved = event.clientY - from.current;
          if (Math.abs(moved) < SWIPE) return;
          from.current = null;
          swiped.current = true;
          onTall(moved < 0);
        }}
        onPointerUp={() => (from.current = null)}
      />
      {children}
    </div>
  );
}
