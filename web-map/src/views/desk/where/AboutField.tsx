import { useId } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { CatalogueNames } from '../../../core/where-types';

/** A domain, a category, or all of them when both are absent. */
export interface About {
  domain?: string | undefined;
  category?: string | undefined;
}

interface AboutFieldProps {
  catalogue: CatalogueNames;
  about: About;
  /** Words for all; absent: one must be chosen. */
  all?: string;
  onChange: (about: About) => void;
}

/** What something is told for: all, a whole domain, or one category of it. */
export function AboutField({ catalogue, about, all, onChange }: AboutFieldProps) {
  const id = useId();
  const value = about.domain ? `d ${about.domain}` : about.category ? `c ${about.category}` : '';
  const choose = (wanted: string): void => {
    const code = wanted.slice(2);
    onChange(wanted === '' ? {} : wanted.startsWith('d ') ? { domain: code } : { category: code });
  };
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {t('where.about')}
      </label>
      <select
        id={id}
        class="field__input select"
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="" selected={value === ''}>
          {all ?? t('settings.choose')}
        </option>
        {catalogue.domains.map((domain) => (
          <optgroup key={domain.code} label={domain.name}>
            <option value={`d ${domain.code}`} selected={value === `d ${domain.code}`}>
              {t('where.wholeDomain', { domain: domain.name })}
            </option>
            {domain.categories.map((category) => (
              <option
                key={category.code}
                value={`c ${category.code}`}
                selected={value === `c ${category.code}`}
              >
                {category.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** "Voirie, tout le domaine", "Nid-de-poule", or the words for all. */
export function aboutWords(catalogue: CatalogueNames, { domain, category }: About, all: string): string {
  if (domain !== undefined) {
    const name = catalogue.domains.find(({ code }) => code === domain)?.name ?? domain;
    return t('where.wholeDomain', { domain: name });
  }
  if (category === undefined) return all;
  const known = catalogue.domains.flatMap(({ categories }) => categories);
  return known.find(({ code }) => code === category)?.name ?? category;
}
