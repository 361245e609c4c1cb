import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import type { Desk } from '../desk';
import { useFocusBack } from '../use-focus-back';
import { Trouble } from './Trouble';

interface PopoverFormProps {
  desk: Desk;
  title: string;
  submit: string;
  onSubmit: () => void;
  children: ComponentChildren;
}

/** A small form under the buttons: focus goes in, Enter in a field or Ctrl+Enter anywhere sends it, Escape closes. */
export function PopoverForm({ desk, title, submit, onSubmit, children }: PopoverFormProps) {
  const element = useRef<HTMLFormElement>(null);
  useFocusBack(() =>
    element.current?.querySelector<HTMLElement>('input:checked, input, textarea, select')?.focus(),
  );
  return (
    <form
      ref={element}
      class="pop"
      role="dialog"
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !event.ctrlKey) return;
        event.preventDefault();
        onSubmit();
      }}
    >
      <h2>{title}</h2>
      {children}
      <Trouble desk={desk} />
      <footer>
        <Button look="quiet" onClick={() => (desk.popover.value = null)}>
          {t('act.cancel')}
        </Button>
        <Button type="submit" look="primary" disabled={desk.selection.busy.value}>
          {submit}
        </Button>
      </footer>
    </form>
  );
}
