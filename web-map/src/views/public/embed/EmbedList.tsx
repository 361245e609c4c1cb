import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { MapPort } from '../../../map';
import { Button, IconButton } from '../../../ui/Buttons';
import { useApp } from '../app';
import type { Filters } from '../browse/page-address';
import { RequestRow } from '../browse/RequestRow';
import { EmbedRequests } from './embed-list';

interface ListProps {
  map: MapPort;
  filters: Filters;
  selected: string | null;
  onSelect: (id: string) => void;
  onClose: () => void;
}
const nothing = (): void => undefined;

/** The map's requests row by row, as the public page has them: for whoever cannot use a map, or not in a frame that small. */
export function EmbedList({ map, filters, selected, onSelect, onClose }: ListProps) {
  const { api } = useApp();
  const [requests] = useState(() => new EmbedRequests(api, filters));
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    void requests.show(map.bounds());
    const unlisten = map.on('move', ({ bounds }) => void requests.show(bounds));
    return () => {
      unlisten();
      requests.stop();
    };
  }, [map]);
  const { items, total, next } = requests.list.value;
  const state = requests.state.value;
  return (
    <section class="embed__list" aria-labelledby="embed-list">
      <div class="list-head">
        <h2 id="embed-list" ref={head} tabIndex={-1} role="status">
          {state === 'failed'
            ? t('list.unknown')
            : state === 'loading' && items.length === 0
              ? t('ui.loading')
              : t('list.here', { n: total })}
        </h2>
        <IconButton icon="close" label={t('ui.close')} onClick={onClose} />
      </div>
      <div class="rows" aria-busy={state === 'loading'}>
        <ul>
          {items.map((card) => (
            <RequestRow
              key={card.id}
              card={card}
              selected={card.id === selected}
              hovered={false}
              onSelect={() => onSelect(card.id)}
              onHover={nothing}
            />
          ))}
        </ul>
        <div class="rows__end">
          {next !== null && (
            <Button look="quiet" aria-busy={state === 'loading'} onClick={() => void requests.more()}>
              {t('list.more')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
