import { t } from '../../../core/i18n';
import type { Entry } from '../../../core/rule-types';
import { Icon } from '../../../ui/Icon';

interface SomeOfProps {
  label: string;
  options: readonly Entry[];
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
}

/** Several values of a list: those chosen as chips that can be taken out, the rest in the browser's own list. */
export function SomeOf({ label, options, chosen, onChange }: SomeOfProps) {
  const named = (code: string): string => options.find((option) => option.code === code)?.name ?? code;
  const rest = options.filter(({ code }) => !chosen.includes(code));
  return (
    <span class="someof">
      {chosen.map((code) => (
        <button
          key={code}
          type="button"
          class="chip"
          aria-label={t('rules.takeOut', { name: named(code) })}
          onClick={() => onChange(chosen.filter((each) => each !== code))}
        >
          {named(code)}
          <Icon name="close" size={14} />
        </button>
      ))}
      {rest.length > 0 && (
        <select
          class="field__input select"
          aria-label={label}
          value=""
          onChange={(event) => {
            const code = event.currentTarget.value;
            event.currentTarget.value = '';
            if (code !== '') onChange([...chosen, code]);
          }}
        >
          <option value="">{t(chosen.length === 0 ? 'rules.choose' : 'rules.or')}</option>
          {rest.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}
