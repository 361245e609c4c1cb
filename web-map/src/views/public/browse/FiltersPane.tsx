import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { State } from '../../../core/types';
import { Button, Chip, IconButton } from '../../../ui/Buttons';
import { StateDot } from '../../../ui/Parts';
import { useApp } from '../app';
import type { Browse } from './browse';
import { toggled } from './Chips';
import { noFilters, PERIODS } from './page-address';

const STATES: readonly State[] = [
  'RECEIVED',
  'ASSIGNED',
  'IN_PROGRESS',
  'FORWARDED',
  'REOPENED',
  'RESOLVED',
  'CLOSED',
  'REJECTED',
];

/** All filters at once, in the place of the list. */
export function FiltersPane({ browse, onClose }: { browse: Browse; onClose: () => void }) {
  const { catalogue } = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  const filters = browse.filters.value;
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      class="filters"
      aria-label={t('filters.title')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header class="filters__head">
        <h2 ref={heading} tabIndex={-1}>
          {t('filters.title')}
        </h2>
        <IconButton icon="close" label={t('ui.close')} onClick={onClose} />
      </header>
      <div class="filters__body">
        <StateChips browse={browse} />
        <fieldset>
          <legend>{t('filters.domain')}</legend>
          <div class="filters__chips">
            {catalogue.domains.map(({ code, name, glyph }) => (
              <Chip
                key={code}
                glyph={glyph}
                pressed={filters.domain.includes(code)}
                onClick={() => browse.setFilters({ domain: toggled(filters.domain, code) })}
              >
                {name}
              </Chip>
            ))}
          </div>
        </fieldset>
        <CategorySelect browse={browse} />
        <PeriodAndLate browse={browse} />
      </div>
      <footer class="filters__foot">
        <Button look="quiet" onClick={() => browse.setFilters(noFilters())}>
          {t('filters.reset')}
        </Button>
        <Button onClick={onClose}>{t('filters.show', { n: browse.list.value.total })}</Button>
      </footer>
    </section>
  );
}

function CategorySelect({ browse }: { browse: Browse }) {
  const { catalogue } = useApp();
  const id = useId();
  return (
    <div class="field">
      <label class="field__label" for={id}>
        {t('filters.category')}
      </label>
      <select
        id={id}
        class="field__input"
        value={browse.filters.value.category[0] ?? ''}
        onChange={({ currentTarget: { value } }) =>
          browse.setFilters({ category: value === '' ? [] : [value] })
        }
      >
        <option value="">{t('filters.allCategories')}</option>
        {catalogue.domains.map(({ code, name, categories }) => (
          <optgroup key={code} label={name}>
            {categories.map((category) => (
              <option key={category.code} value={category.code}>
                {category.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function PeriodAndLate({ browse }: { browse: Browse }) {
  const filters = browse.filters.value;
  return (
    <>
      <fieldset>
        <legend>{t('filters.period')}</legend>
        <div class="filters__chips">
          <Chip pressed={filters.period === null} onClick={() => browse.setFilters({ period: null })}>
            {t('filters.period.any')}
          </Chip>
          {PERIODS.map((days) => (
            <Chip
              key={days}
              pressed={filters.period === days}
              onClick={() => browse.setFilters({ period: days })}
            >
              {t(`filters.period.${days}`)}
            </Chip>
          ))}
        </div>
      </fieldset>
      <label class="check">
        <input
          type="checkbox"
          checked={filters.late}
          onChange={({ currentTarget: { checked } }) => browse.setFilters({ late: checked })}
        />
        {t('filters.late')}
      </label>
    </>
  );
}

function StateChips({ browse }: { browse: Browse }) {
  const filters = browse.filters.value;
  return (
    <fieldset>
      <legend>{t('filters.state')}</legend>
      <div class="filters__chips">
        {STATES.map((state) => (
          <Chip
            key={state}
            pressed={filters.state.includes(state)}
            onClick={() => browse.setFilters({ state: toggled(filters.state, state) })}
          >
            <StateDot state={state} />
          </Chip>
        ))}
      </div>
      <p class="field__hint">{t('filters.stateHint')}</p>
    </fieldset>
  );
}
