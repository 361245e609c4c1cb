import type { ComponentChildren } from 'preact';
import { t } from '../../../core/i18n';
import type { Setting } from '../../../core/settings-types';
import { dayAndClock } from '../../../core/time';
import { Skeleton } from '../../../ui/Parts';
import type { Loaded } from './use-setting';

/** A section with its heading and what it is for; a failure to read it is said in its place. */
export function Section<T>({
  title,
  hint,
  loaded,
  children,
}: {
  title: string;
  hint: string;
  loaded: Loaded<T>;
  children: (value: T) => ComponentChildren;
}) {
  return (
    <section class="settings__section">
      <header>
        <h1>{title}</h1>
        <p>{hint}</p>
      </header>
      {loaded.trouble && (
        <p class="trouble" role="alert">
          {loaded.trouble}
        </p>
      )}
      {loaded.value ? children(loaded.value) : !loaded.trouble && <Skeleton height="240px" />}
    </section>
  );
}

/** "Modifié par Léa Martin le 20 nov., 8 h 12 : été". */
export function LastChange({ setting }: { setting: Setting }) {
  if (setting.changedAt === undefined) return null;
  const words = t('settings.lastChange', {
    name: setting.changedBy ?? '',
    when: dayAndClock(setting.changedAt),
  });
  return <p class="settings__last">{setting.reason ? `${words} : ${setting.reason}` : words}</p>;
}

/** A list of things to choose one from, as buttons; where it is narrow they wrap. */
export function Chooser({
  label,
  items,
  chosen,
  onChoose,
}: {
  label: string;
  items: readonly { key: string; title: string; note?: string }[];
  chosen: string | null;
  onChoose: (key: string) => void;
}) {
  return (
    <ul class="chooser" aria-label={label}>
      {items.map(({ key, title, note }) => (
        <li key={key}>
          <button type="button" aria-pressed={key === chosen} onClick={() => onChoose(key)}>
            <b>
              <bdi>{title}</bdi>
            </b>
            {note && <small>{note}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A number in a labelled field. */
export function NumberField({
  label,
  value,
  min,
  max,
  disabled,
  onInput,
}: {
  label: string;
  value: number | undefined;
  min: number;
  max: number;
  disabled?: boolean;
  onInput: (value: number | undefined) => void;
}) {
  return (
    <label class="field">
      <span class="field__label">{label}</span>
      <input
        class="field__input"
        type="number"
        inputMode="numeric"
        min={min}
        max={max}
        disabled={disabled ?? false}
        value={value ?? ''}
        onInput={({ currentTarget }) =>
          onInput(currentTarget.value === '' ? undefined : Math.trunc(Number(currentTarget.value)))
        }
      />
    </label>
  );
}
