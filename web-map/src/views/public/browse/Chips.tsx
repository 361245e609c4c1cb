import { useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Counts, Domain } from '../../../core/types';
import { Chip } from '../../../ui/Buttons';
import { useApp } from '../app';
import { narrow } from '../layout';
import type { Browse } from './browse';
import { countFilters } from './page-address';
import { shownDomains } from './shown-domains';

/** The panel's inner width, and how many rows of it. */
const ROOM = { width: 352, rows: 2 };

interface ChipsProps {
  browse: Browse;
  filtersOpen: boolean;
  onFilters: () => void;
}

/** Domains with their numbers for the map's box, and the way to the other filters. */
export function Chips({ browse, filtersOpen, onFilters }: ChipsProps) {
  const counts = browse.counts.value;
  const filters = browse.filters.value;
  const chosen = filters.domain;
  const domains = useDomains(counts, chosen);
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

/** All of them where they scroll, else those that fit, which stay while the map moves; what is chosen is never hidden. */
function useDomains(counts: Counts | null, chosen: readonly string[]): readonly Domain[] {
  const { domains } = useApp().catalogue;
  const kept = useRef<readonly Domain[] | null>(null);
  if (narrow.value) return domains;
  if (counts && !kept.current) {
    const room = { ...ROOM, first: t('chips.all'), last: t('chips.filters') };
    kept.current = shownDomains(domains, counts.byDomain, room);
  }
  const shown = kept.current ?? [];
  return [...shown, ...domains.filter((domain) => chosen.includes(domain.code) && !shown.includes(domain))];
}

export function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
