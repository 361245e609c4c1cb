import { useId } from 'preact/hooks';
import { t } from '../../core/i18n';
import type { Catalogue, Category } from '../../core/types';

interface CategorySelectProps {
  catalogue: Catalogue;
  label: string;
  value: string;
  /** Shown first, when nothing is chosen yet. */
  placeholder?: string;
  /** Chosen, but not in the catalogue: not offered at the place. */
  missing?: Category;
  onChange: (code: string) => void;
}

/** Every category under its domain. */
export function CategorySelect(props: CategorySelectProps) {
  const { catalogue, label, value, placeholder, missing, onChange } = props;
  const id = useId();
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="field__input select"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {placeholder !== undefined && (
          <option value="" selected={value === ''}>
            {placeholder}
          </option>
        )}
        {missing && (
          <option value={missing.code} selected>
            {`${missing.name} (${t('place.notOffered.short')})`}
          </option>
        )}
        {catalogue.domains.map((domain) => (
          <optgroup key={domain.code} label={domain.name}>
            {domain.categories.map((category) => (
              <option key={category.code} value={category.code} selected={category.code === value}>
                {category.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
