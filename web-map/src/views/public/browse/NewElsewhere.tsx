import { useEffect, useState } from 'preact/hooks';
import { newsOf } from '../../../core/news';
import { Elsewhere, ElsewhereChip, type MapPort } from '../../../map';
import { useApp } from '../app';
import type { Browse } from './browse';
import { matches } from './list-state';

/** New requests outside the view, of those that are asked for. */
export function NewElsewhere({ browse, map }: { browse: Browse; map: MapPort }) {
  const { jurisdiction } = useApp();
  const [elsewhere] = useState(() => new Elsewhere((position) => map.shows(position)));
  const filters = browse.filters.value;
  useEffect(() => elsewhere.clear(), [filters, elsewhere]);
  useEffect(
    () =>
      browse.listen((change) => {
        const { card, id } = change;
        if (!card?.position || !matches(card, { filters: browse.filters.peek(), box: null }))
          elsewhere.drop(id);
        else if (newsOf(change) === 'new') elsewhere.add(id, card.position);
      }),
    [browse, elsewhere],
  );
  return <ElsewhereChip map={map} elsewhere={elsewhere} town={jurisdiction} />;
}
