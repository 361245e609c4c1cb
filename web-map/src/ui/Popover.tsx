import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { IconButton } from './Buttons';
import type { IconName } from './icons';
import './popover.css';

interface PopoverProps {
  icon: IconName;
  label: string;
  raised?: boolean;
  className?: string;
  children: (close: () => void) => ComponentChildren;
}

/** A button that opens a small panel; Esc or a press elsewhere closes it. */
export function Popover({ icon, label, raised, className, children }: PopoverProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const close = (): void => setOpen(false);
  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) close();
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    event.stopPropagation();
    close();
    root.current?.querySelector('button')?.focus();
  };
  return (
    <div class={`popover ${className ?? ''}`} ref={root} onKeyDown={onKeyDown}>
      <IconButton
        icon={icon}
        label={label}
        {...(raised ? { raised } : {})}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      />
      <div id={id} class="popover__panel" role="group" aria-label={label} hidden={!open}>
        {children(close)}
      </div>
    </div>
  );
}
