import { useId, useState } from 'preact/hooks';
import type { ComponentChildren, RefObject } from 'preact';
import { t } from '../core/i18n';
import { IconButton } from './Buttons';
import { Icon } from './Icon';

/** One proposal in the list below the field. */
export interface SearchOption<T> {
  key: string;
  label: string;
  /** A second line, or a picture before the label. */
  detail?: string;
  mark?: ComponentChildren;
  value: T;
}
interface SearchFieldProps<T> {
  label: string;
  placeholder?: string;
  value: string;
  options: readonly SearchOption<T>[];
  /** True once an answer has come: only then may the list say that nothing was found. */
  answered?: boolean;
  onInput: (value: string) => void;
  onPick: (option: SearchOption<T>) => void;
  onSubmit?: (value: string) => void;
  end?: ComponentChildren;
  inputRef?: RefObject<HTMLInputElement>;
  id?: string;
  /** Said below the proposals, such as where the search looked. */
  foot?: string;
}

/** A search box with proposals, driven by mouse or keyboard alike (ARIA combobox with a listbox). */
export function SearchField<T>(props: SearchFieldProps<T>) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const [{ open, active }, setList] = useState({ open: false, active: -1 });
  const { value, options, answered } = props;
  const shown = open && value !== '' && (options.length > 0 || answered === true);
  const pick = (option: SearchOption<T>): void => {
    setList({ open: false, active: -1 });
    props.onPick(option);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) {
      event.preventDefault();
      setList({ open: true, active: (active + step + options.length) % options.length });
    } else if (event.key === 'Enter') {
      const option = shown ? options[active] : undefined;
      event.preventDefault();
      if (option) pick(option);
      else props.onSubmit?.(value);
    } else if (event.key === 'Escape' && shown) {
      event.stopPropagation();
      setList({ open: false, active });
    }
  };
  return (
    <div class="search" role="search">
      <div class="search__box">
        <Icon name="search" />
        <input
          ref={props.inputRef}
          id={id}
          class="search__input"
          type="search"
          role="combobox"
          autocomplete="off"
          aria-label={props.label}
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          {...(shown && active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
          placeholder={props.placeholder ?? props.label}
          value={value}
          onInput={(event) => {
            setList({ open: true, active: -1 });
            props.onInput(event.currentTarget.value);
          }}
          onFocus={() => setList({ open: true, active })}
          onBlur={() => setList({ open: false, active })}
          onKeyDown={onKeyDown}
        />
        {value !== '' && <IconButton icon="close" label={t('ui.clear')} onClick={() => props.onInput('')} />}
        {props.end}
      </div>
      <Options {...{ id, shown, options, active }} foot={props.foot} onPick={pick} />
    </div>
  );
}

interface OptionsProps<T> {
  id: string;
  shown: boolean;
  options: readonly SearchOption<T>[];
  active: number;
  foot: string | undefined;
  onPick: (option: SearchOption<T>) => void;
}

function Options<T>({ id, shown, options, active, foot, onPick }: OptionsProps<T>) {
  return (
    <div id={`${id}-list`} class="search__list" role="listbox" aria-label={t('ui.search')} hidden={!shown}>
      {options.length === 0 && <p class="search__none">{t('ui.noMatch')}</p>}
      {options.map((option, index) => (
        <div
          key={option.key}
          id={`${id}-${index}`}
          class="search__option"
          role="option"
          aria-selected={index === active}
          // pointerdown, because blur would close the list before a click arrives
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(option);
          }}
        >
          {option.mark}
          <span>
            <bdi>{option.label}</bdi>
            {option.detail && <small>{option.detail}</small>}
          </span>
        </div>
      ))}
      {foot && <p class="search__foot">{foot}</p>}
    </div>
  );
}
