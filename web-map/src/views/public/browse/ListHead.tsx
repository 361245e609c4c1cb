import { t } from '../../../core/i18n';
import { IconButton } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import type { Browse } from './browse';
import type { Sort } from './page-address';

interface HeadProps {
  browse: Browse;
  /** How many lie at the one place that is listed, or null for the whole box. */
  spot: number | null;
  onLeaveSpot: () => void;
}

/** How many requests the map shows, and their order. */
export function ListHead({ browse, spot, onLeaveSpot }: HeadProps) {
  const { total } = browse.list.value;
  const empty = browse.list.value.items.length === 0;
  const waiting = browse.loading.value === 'first' && empty;
  const unknown = browse.loading.value === 'failed' && empty;
  if (spot !== null)
    return (
      <div class="list-head">
        <h2>{t('list.cluster', { n: spot })}</h2>
        <IconButton icon="close" label={t('ui.close')} onClick={onLeaveSpot} />
      </div>
    );
  return (
    <div class="list-head">
      <h2 role="status">
        {waiting ? t('ui.loading') : unknown ? t('list.unknown') : t('list.here', { n: total })}
      </h2>
      {(browse.live.value === 'waiting' || browse.loading.value === 'failed') && (
        <span class="list-head__lost" role="status" title={t('public.live')}>
          <Icon name="offline" size={16} />
          <span class="vh">{t('public.live')}</span>
        </span>
      )}
      <label class="sort">
        <span class="vh">{t('list.sort')}</span>
        <select
          value={browse.sort.value}
          onChange={({ currentTarget }) => browse.setSort(currentTarget.value as Sort)}
        >
          <option value="received">{t('list.received')}</option>
          <option value="due">{t('list.due')}</option>
        </select>
        <Icon name="down" size={14} />
      </label>
    </div>
  );
}
