import { useState } from 'preact/hooks';
import { t } from '../../core/i18n';
import { day } from '../../core/time';
import type { DeskCard, HistoryPage, Team } from '../../core/staff-types';
import type { Address } from '../../core/place-types';
import { Icon } from '../../ui/Icon';
import { Ring } from '../../ui/Ring';
import { SearchField, type SearchOption } from '../../ui/SearchField';
import { showToast } from '../../ui/Toast';
import type { Desk } from './desk';
import { historyHash } from './address-bar';
import { Key } from './Help';
import { Lookup } from './lookup';
import { flyTo } from './map/port';
import { plain } from './match-category';
import { FIELDS } from './run-command';
import { numberIn, searchedWords, shortNumber } from './words';

type Found =
  | { kind: 'request'; card: DeskCard }
  | { kind: 'team'; team: Team }
  | { kind: 'address'; address: Address }
  | { kind: 'all'; text: string };
interface Answer {
  found: HistoryPage;
  addresses: Address[];
}
const LEAST_LETTERS = 2;

/** One box for everything; a number opens its request whatever the filters say. */
export function GlobalSearch({ desk }: { desk: Desk }) {
  const [text, setText] = useState('');
  const [lookup] = useState(() => new Lookup<Answer>(150));
  const input = (value: string): void => {
    setText(value);
    if (value.trim().length < LEAST_LETTERS) lookup.clear();
    else lookup.ask((stop) => ask(desk, value.trim(), stop));
  };
  const open = async (value: string): Promise<void> => {
    const number = numberIn(value);
    if (number === null) {
      const first = options(desk, text, lookup.answer.value)[0];
      if (first) pick(first);
      return;
    }
    if (await desk.openNumber(number)) input('');
    else showToast(t('bar.notFound', { number: value.trim() }));
  };
  const pick = ({ value }: SearchOption<Found>): void => {
    input('');
    if (value.kind === 'request') desk.open(value.card.id);
    else if (value.kind === 'all') location.hash = historyHash(value.text);
    else if (value.kind === 'team')
      void desk.board.setFilter({ ...desk.board.filter.value, team: value.team.id });
    else flyTo(desk, value.address.position);
  };
  return (
    <div class="bar__search">
      <SearchField
        id={FIELDS.search}
        label={t('bar.search')}
        placeholder={t('bar.searchHint')}
        value={text}
        options={options(desk, text, lookup.answer.value)}
        answered={lookup.answer.value !== null}
        foot={searchedWords(lookup.answer.value?.found)}
        onInput={input}
        onPick={pick}
        onSubmit={(value) => void open(value)}
        end={text === '' ? <Key desk={desk}>/</Key> : undefined}
      />
    </div>
  );
}

async function ask(desk: Desk, text: string, stop: AbortSignal): Promise<Answer> {
  const [found, addresses] = await Promise.all([
    desk.find(text, stop),
    desk.needs.api.addresses(text, undefined, stop).catch(() => ({ items: [] as Address[] })),
  ]);
  return { found, addresses: addresses.items.slice(0, 3) };
}

function options(desk: Desk, text: string, answer: Answer | null): SearchOption<Found>[] {
  if (text.trim().length < LEAST_LETTERS) return [];
  const wanted = plain(text);
  const teams = desk.teams.value.filter(({ code, name }) => plain(`${code} ${name}`).includes(wanted));
  return [
    ...teams.slice(0, 3).map((team) => ({
      key: team.id,
      label: team.name,
      detail: t('bar.team', { code: team.code }),
      mark: <Mark icon="truck" />,
      value: { kind: 'team', team } as const,
    })),
    ...(answer?.found.items ?? []).map((card) => ({
      key: card.id,
      label: card.title,
      detail: `${shortNumber(card.number)}, ${day(card.receivedAt)}, ${card.address}`,
      mark: <Ring spec={card} size={30} />,
      value: { kind: 'request', card } as const,
    })),
    ...(answer?.addresses ?? []).map((address) => ({
      key: address.label,
      label: address.label,
      detail: t('bar.place'),
      mark: <Mark icon="pin" />,
      value: { kind: 'address', address } as const,
    })),
    ...(answer?.found.next === undefined
      ? []
      : [
          {
            key: 'all',
            label: t('bar.all', { text: text.trim() }),
            mark: <Mark icon="list" />,
            value: { kind: 'all', text: text.trim() } as const,
          },
        ]),
  ];
}

function Mark({ icon }: { icon: 'truck' | 'pin' | 'list' }) {
  return (
    <span class="bar__mark">
      <Icon name={icon} />
    </span>
  );
}
