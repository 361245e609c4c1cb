import { useEffect, useState } from 'preact/hooks';
import { Elsewhere, ElsewhereChip, type MapPort } from '../../../map';
import type { Desk } from '../desk';

/** New requests outside the map's view; the queue has its own word for those that wait there. */
export function DeskElsewhere({ desk, map }: { desk: Desk; map: MapPort }) {
  const [elsewhere] = useState(() => new Elsewhere((position) => map.shows(position)));
  useEffect(
    () =>
      desk.onTold(({ card, news }) => {
        if (news === 'new' && card.position) elsewhere.add(card.id, card.position);
        else if (news === 'done') elsewhere.drop(card.id);
      }),
    [desk, elsewhere],
  );
  return <ElsewhereChip map={map} elsewhere={elsewhere} town={desk.needs.jurisdiction} />;
}
