import { useEffect, useId, useRef } from 'preact/hooks';
import type { JSX } from 'preact';

interface TextFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  /** A sentence that says what to do; its presence marks the field as wrong. */
  error?: string | undefined;
  multiline?: boolean;
  rows?: number;
  type?: 'text' | 'email' | 'tel' | 'password' | 'date';
  name?: string;
  autocomplete?: string;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  /** Takes the focus when it appears: the browser's own attribute does so in a dialog, but only once per page elsewhere. */
  autofocus?: boolean;
}

/** A labelled text field; the label is never only a placeholder. */
export function TextField(props: TextFieldProps) {
  const id = useId();
  const { label, value, onInput, hint, error, multiline, rows, autofocus, ...rest } = props;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autofocus) root.current?.querySelector<HTMLElement>('.field__input')?.focus();
  }, []);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const shared = {
    ...rest,
    ...(autofocus ? { autofocus } : {}),
    id,
    value,
    class: 'field__input',
    'aria-invalid': error !== undefined,
    ...(described ? { 'aria-describedby': described } : {}),
    onInput: (event: JSX.TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onInput(event.currentTarget.value),
  };
  return (
    <div class="field" ref={root}>
      <label class="field__label" for={id}>
        {label}
      </label>
      {multiline ? <textarea rows={rows ?? 3} {...shared} /> : <input {...shared} />}
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field__error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
