import { t } from '../../../core/i18n';
import { Chip } from '../../../ui/Buttons';
import { useApp } from '../app';
import { narrow } from '../layout';
import type { Browse } from './browse';
import { countFilters } from './page-address';

const SHOWN_ON_DESKTOP = 4;

interface ChipsProps {
  browse: Browse;
  filtersOpen: boolean;
  onFilters: () => void;
}

/** Domains with their numbers for the map's box, and the way to the other filters. */
export function Chips({ browse, filtersOpen, onFilters }: ChipsProps) {
  const { catalogue } = useApp();
  const counts = browse.counts.value;
  const filters = browse.filters.value;
  const chosen = filters.domain;
  const all = catalogue.domains;
  // the rest is found under the filters; what is chosen is never hidden
  const domains = narrow.value
    ? all
    : all.filter(({ code }, index) => index < SHOWN_ON_DESKTOP || chosen.includes(code));
  const set = countFilters(filters);
  return (
    <div class="chips" role="group" aria-label={t('chips.label')}>
      <Chip
        pressed={chosen.length === 0}
        {...(counts ? { count: counts.total } : {})}
        onClick={() => browse.setFilters({ domain: [] })}
      >
        {t('chips.all')}
      </Chip>
      {domains.map(({ code, name, glyph }) => (
        <Chip
          key={code}
          glyph={glyph}
          pressed={chosen.includes(code)}
          {...(counts ? { count: counts.byDomain[code] ?? 0 } : {})}
          onClick={() => browse.setFilters({ domain: toggled(chosen, code) })}
        >
          {name}
        </Chip>
      ))}
      <span class="chips__filters">
        <Chip icon="filter" pressed={filtersOpen} {...(set > 0 ? { count: set } : {})} onClick={onFilters}>
          {t('chips.filters')}
        </Chip>
      </span>
    </div>
  );
}

export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
