import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button, Chip } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { NO_FILTER, OPEN_STATES, type QueueFilter } from '../filter';
import { SelectField } from '../SelectField';

/** State, domain, category, team and text; every change shows at once and stands in the address. */
export function FilterPanel({ desk }: { desk: Desk }) {
  const filter = desk.board.filter.value;
  const set = (change: Partial<QueueFilter>): void => void desk.board.setFilter({ ...filter, ...change });
  return (
    <div class="filter" role="group" aria-label={t('queue.filter')}>
      <TextFilter desk={desk} />
      <div class="filter__chips" role="group" aria-label={t('filter.state')}>
        {OPEN_STATES.map((state) => (
          <Chip
            key={state}
            pressed={filter.state.includes(state)}
            onClick={() => set({ state: toggled(filter.state, state) })}
          >
            {t(`state.${state}`)}
          </Chip>
        ))}
      </div>
      <div class="filter__chips" role="group" aria-label={t('filter.domain')}>
        {desk.catalogue.value.domains.map(({ code, name, glyph }) => (
          <Chip
            key={code}
            glyph={glyph}
            pressed={filter.domain.includes(code)}
            onClick={() => set({ domain: toggled(filter.domain, code), category: [] })}
          >
            {name}
          </Chip>
        ))}
      </div>
      <div class="filter__chips">
        <Chip pressed={filter.transferred} onClick={() => set({ transferred: !filter.transferred })}>
          {t('filter.transferred')}
        </Chip>
      </div>
      <Selects desk={desk} filter={filter} set={set} />
      <div class="filter__end">
        <Button size="small" look="quiet" onClick={() => void desk.board.setFilter(NO_FILTER)}>
          {t('queue.clear')}
        </Button>
        <Button size="small" onClick={() => (desk.filterOpen.value = false)}>
          {t('filter.done')}
        </Button>
      </div>
    </div>
  );
}

interface SelectsProps {
  desk: Desk;
  filter: QueueFilter;
  set: (change: Partial<QueueFilter>) => void;
}

function Selects({ desk, filter, set }: SelectsProps) {
  const categories = desk.catalogue.value.domains
    .filter(({ code }) => filter.domain.length === 0 || filter.domain.includes(code))
    .flatMap((domain) => domain.categories);
  return (
    <div class="filter__pair">
      <SelectField
        label={t('filter.category')}
        value={filter.category[0] ?? ''}
        options={[['', t('filter.any')], ...categories.map(({ code, name }) => [code, name] as const)]}
        onChange={(code) => set({ category: code === '' ? [] : [code] })}
      />
      <SelectField
        label={t('filter.team')}
        value={filter.team}
        options={[
          ['', t('filter.anyTeam')],
          ...desk.teams.value.map(({ id, code, name }) => [id, `${code}, ${name}`] as const),
        ]}
        onChange={(team) => set({ team })}
      />
    </div>
  );
}

const PAUSE_MS = 250;

/** Asks the server once the writer pauses. */
function TextFilter({ desk }: { desk: Desk }) {
  const [text, setText] = useState(desk.board.filter.value.q);
  useEffect(() => {
    const filter = desk.board.filter.peek();
    if (text.trim() === filter.q) return undefined;
    const timer = setTimeout(() => void desk.board.setFilter({ ...filter, q: text.trim() }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const { q } = desk.board.filter.value;
  useEffect(() => setText(q), [q]);
  return <TextField label={t('filter.text')} value={text} onInput={setText} autofocus />;
}

const toggled = <T extends string>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
