import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { t } from '../../../core/i18n';
import type { Address } from '../../../core/place-types';
import type { Point } from '../../../core/types';
import { Icon } from '../../../ui/Icon';
import { Ring } from '../../../ui/Ring';
import { SearchField, type SearchOption } from '../../../ui/SearchField';
import { useApp } from '../app';
import { asNumber, search, type Found } from './place-search';

interface PlaceSearchProps {
  near: () => Point | undefined;
  onRequest: (number: string) => void;
  onPlace: (address: Address) => void;
  end: ComponentChildren;
}
const PAUSE_MS = 180;
const SHORTEST = 2;

/** One box for an address, a place or a request's number. */
export function PlaceSearch({ near, onRequest, onPlace, end }: PlaceSearchProps) {
  const { api } = useApp();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found[] | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setFound(null);
    if (text.trim().length < SHORTEST) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      search(api, text, near(), abort.signal).then(setFound, () => undefined);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text]);
  const open = (choice: Found): void => {
    if (choice.kind === 'place') {
      setText(choice.address.label);
      onPlace(choice.address);
    } else {
      setText('');
      onRequest(choice.kind === 'number' ? choice.number : choice.card.number);
    }
    input.current?.blur();
  };
  const submit = (value: string): void => {
    const number = asNumber(value);
    const first = number === null ? found?.[0] : { kind: 'number' as const, number };
    if (first) open(first);
  };
  return (
    <SearchField
      label={t('search.label')}
      value={text}
      options={(found ?? []).map(optionOf)}
      answered={found !== null}
      onInput={setText}
      onPick={({ value }) => open(value)}
      onSubmit={submit}
      inputRef={input}
      end={end}
    />
  );
}

function optionOf(found: Found): SearchOption<Found> {
  if (found.kind === 'number')
    return {
      key: 'number',
      label: t('search.openNumber', { number: found.number }),
      detail: t('search.openNumberDetail'),
      mark: <Icon name="list" />,
      value: found,
    };
  if (found.kind === 'request')
    return {
      key: found.card.id,
      label: found.card.title,
      detail: `${found.card.address} · ${t('card.number', { number: found.card.number })}`,
      mark: <Ring spec={found.card} size={34} />,
      value: found,
    };
  const { label, postcode, locality, position } = found.address;
  const town = [postcode, locality].filter(Boolean).join(' ');
  return {
    key: `${label} ${position.coordinates.join(' ')}`,
    label,
    ...(town && !label.includes(town) ? { detail: town } : {}),
    mark: <Icon name="pin" />,
    value: found,
  };
}
