import { useEffect, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { t } from '../../core/i18n';
import { IconButton } from '../../ui/Buttons';

interface ModalProps {
  label: string;
  className?: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** The browser's own dialog: it keeps the focus inside and gives it back. */
export function Modal({ label, className, onClose, children }: ModalProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      class={`modal ${className ?? ''}`}
      aria-label={label}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => event.target === element.current && onClose()}
    >
      <IconButton icon="close" class="modal__close" label={t('ui.close')} onClick={onClose} />
      {children}
    </dialog>
  );
}
