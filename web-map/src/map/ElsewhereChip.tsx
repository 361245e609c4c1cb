import { useEffect, useState } from 'preact/hooks';
import { t } from '../core/i18n';
import type { Bounds, Jurisdiction } from '../core/types';
import { IconButton } from '../ui/Buttons';
import { Icon } from '../ui/Icon';
import type { Elsewhere } from './elsewhere';
import type { MapPort } from './port';
import './elsewhere.css';

/** Not so far in that the ground around could not be told. */
const CLOSEST_ZOOM = 16;
/** Where a town is shown whole it need not fill the screen with one street. */
const TOWN_ZOOM = 14;

interface ChipProps {
  map: MapPort;
  elsewhere: Elsewhere;
  town: Pick<Jurisdiction, 'name' | 'bounds'>;
}

/**
 * Says that something new came in outside the view, and goes there when asked; the map never moves by itself. Where it shows nothing
 * of the town it shows the way back.
 */
export function ElsewhereChip({ map, elsewhere, town }: ChipProps) {
  const away = useAway(map, town.bounds);
  useEffect(() => map.on('move', () => elsewhere.look()), [map, elsewhere]);
  const count = elsewhere.unseen.value.size;
  const show = (): void => {
    map.fitBounds(elsewhere.bounds(), CLOSEST_ZOOM);
    elsewhere.clear();
  };
  return (
    <div class="elsewhere" role="status">
      {away && (
        <span class="elsewhere__chip">
          <button type="button" onClick={() => map.fitBounds(town.bounds, TOWN_ZOOM)}>
            <Icon name="map" size={16} />
            {t('map.town', { place: town.name })}
          </button>
        </span>
      )}
      {count > 0 && (
        <span class="elsewhere__chip">
          <button type="button" onClick={show}>
            <Icon name="pin" size={16} />
            {t('map.elsewhere', { n: count })}
          </button>
          <IconButton icon="close" label={t('map.elsewhereClose')} onClick={() => elsewhere.clear()} />
        </span>
      )}
    </div>
  );
}

function useAway(map: MapPort, town: Bounds): boolean {
  const [away, setAway] = useState(() => !meet(map.bounds(), town));
  useEffect(() => map.on('move', ({ bounds }) => setAway(!meet(bounds, town))), [map, town]);
  return away;
}

function meet([west, south, east, north]: Bounds, other: Bounds): boolean {
  return west <= other[2] && other[0] <= east && south <= other[3] && other[1] <= north;
}
