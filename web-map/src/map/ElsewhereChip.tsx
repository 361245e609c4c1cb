import { useEffect } from 'preact/hooks';
import { t } from '../core/i18n';
import { IconButton } from '../ui/Buttons';
import { Icon } from '../ui/Icon';
import type { Elsewhere } from './elsewhere';
import type { MapPort } from './port';
import './elsewhere.css';

/** Not so far in that the ground around could not be told. */
const CLOSEST_ZOOM = 16;

/** Says that something new came in outside the view, and goes there when asked; the map never moves by itself. */
export function ElsewhereChip({ map, elsewhere }: { map: MapPort; elsewhere: Elsewhere }) {
  useEffect(() => map.on('move', () => elsewhere.look()), [map, elsewhere]);
  const count = elsewhere.unseen.value.size;
  const show = (): void => {
    map.fitBounds(elsewhere.bounds(), CLOSEST_ZOOM);
    elsewhere.clear();
  };
  return (
    <div class="elsewhere" role="status">
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
