import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { day } from '../../../core/time';
import type { DeskCard, SearchBy } from '../../../core/staff-types';
import { addHistoryMessages } from '../../../messages/history';
import { Button } from '../../../ui/Buttons';
import { EmptyState, StateDot } from '../../../ui/Parts';
import { Ring } from '../../../ui/Ring';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { SelectField } from '../SelectField';
import { TopBar } from '../TopBar';
import { searchedWords, shortNumber } from '../words';
import { HistorySearch } from './history';
import './history.css';

addHistoryMessages();

const KEYS: readonly SearchBy[] = ['EVERYTHING', 'WORDS', 'PERSON', 'NUMBER', 'ASSET'];

/** Everything that ever came in, newest first, by what somebody remembers of it. */
export function HistoryScreen({ desk }: { desk: Desk }) {
  const [search] = useState(() => new HistorySearch(desk.needs.deskApi));
  useEffect(() => {
    search.follow();
    const turned = (): void => search.follow();
    addEventListener('hashchange', turned);
    return () => {
      removeEventListener('hashchange', turned);
      search.leave();
    };
  }, [search]);
  const { items, next } = search.found.value;
  return (
    <div class="desk desk--history">
      <TopBar desk={desk} />
      <main class="archive" aria-busy={search.busy.value}>
        <div class="archive__page">
          <h1>{t('history.title')}</h1>
          <SearchForm desk={desk} search={search} />
          {search.trouble.value && (
            <p class="trouble" role="alert">
              {search.trouble.value}
            </p>
          )}
          <p class="archive__note" role="status">
            {search.page.value && searchedWords(search.page.value)}
          </p>
          {items.length === 0 && !search.busy.value ? (
            <Nothing searched={search.page.value !== undefined} people={desk.rights.direct} />
          ) : (
            <ol class="archive__list">
              {items.map((card) => (
                <Line key={card.id} card={card} onOpen={() => desk.open(card.id)} />
              ))}
            </ol>
          )}
          {next !== undefined && (
            <Button onClick={() => void search.more()} disabled={search.busy.value}>
              {t('history.more')}
            </Button>
          )}
        </div>
      </main>
    </div>
  );
}

/** Before a search it says what can be typed, after one that nothing is like it. */
function Nothing({ searched, people }: { searched: boolean; people: boolean }) {
  return searched ? (
    <EmptyState icon="search" title={t('history.none')} />
  ) : (
    <EmptyState icon="search" title={t('history.before')}>
      <ul class="archive__hints">
        <li>{t('history.before.words')}</li>
        {people && <li>{t('history.before.people')}</li>}
        <li>{t('history.before.number')}</li>
      </ul>
    </EmptyState>
  );
}

function SearchForm({ desk, search }: { desk: Desk; search: HistorySearch }) {
  const keys = KEYS.filter((by) => by !== 'PERSON' || desk.rights.direct);
  return (
    <form
      class="archive__form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        void search.run();
      }}
    >
      <TextField
        label={t('history.text')}
        value={search.text.value}
        onInput={(text) => (search.text.value = text)}
        autocomplete="off"
      />
      <SelectField
        label={t('history.by')}
        value={search.by.value}
        options={keys.map((by) => [by, t(`history.by.${by}`)] as const)}
        onChange={(by) => (search.by.value = by as SearchBy)}
      />
      <Button look="primary" type="submit" icon="search">
        {t('history.search')}
      </Button>
    </form>
  );
}

function Line({ card, onOpen }: { card: DeskCard; onOpen: () => void }) {
  return (
    <li>
      <button type="button" class="archive__line" onClick={onOpen}>
        <Ring spec={card} size={30} />
        <span class="archive__what">
          <b>{card.title}</b>
          <small>
            <bdi>{card.address}</bdi>
          </small>
        </span>
        <span class="archive__text">{card.description}</span>
        <span class="archive__when">
          {day(card.receivedAt)}
          <small>{shortNumber(card.number)}</small>
        </span>
        <StateDot state={card.state} />
      </button>
    </li>
  );
}
