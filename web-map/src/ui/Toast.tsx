import { signal } from '@preact/signals';
import { t } from '../core/i18n';
import { IconButton } from './Buttons';

interface ToastMessage {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
}
const messages = signal<readonly ToastMessage[]>([]);
let nextId = 1;

/** Says something in passing; with an action (undo) it stays longer. */
export function showToast(text: string, action?: ToastMessage['action']): void {
  const id = nextId++;
  messages.value = [...messages.value, { id, text, ...(action ? { action } : {}) }];
  setTimeout(() => hideToast(id), action ? 10_000 : 5_000);
}

function hideToast(id: number): void {
  messages.value = messages.value.filter((message) => message.id !== id);
}

/** Where toasts appear; each page places it once. */
export function Toasts() {
  return (
    <div class="toast__stack" role="status" aria-live="polite">
      {messages.value.map(({ id, text, action }) => (
        <div key={id} class="toast">
          <span>{text}</span>
          {action && (
            <button
              type="button"
              class="toast__action"
              onClick={() => {
                action.run();
                hideToast(id);
              }}
            >
              {action.label}
            </button>
          )}
          <IconButton icon="close" label={t('ui.close')} onClick={() => hideToast(id)} />
        </div>
      ))}
    </div>
  );
}
