import { distance } from '../../../core/distance';
import { t } from '../../../core/i18n';
import { ago } from '../../../core/time';
import type { NearbyRequest } from '../../../core/types';
import { Button } from '../../../ui/Buttons';
import { now } from '../../../ui/clock';
import { Ring } from '../../../ui/Ring';

interface DuplicatesProps {
  items: readonly NearbyRequest[];
  onSame: (number: string) => void;
}

/** Requests of the same kind close by: following one is better than asking twice. */
export function Duplicates({ items, onSame }: DuplicatesProps) {
  return (
    <section class="duplicates" aria-label={t('report.same.title')}>
      <h3>{t('report.same.title')}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.id} class="duplicate">
            <span class={`duplicate__photo${item.photo ? '' : ' duplicate__photo--none'}`}>
              {item.photo && <img src={item.photo.thumbnailUrl} alt="" loading="lazy" />}
              <Ring spec={item} size={item.photo ? 36 : 44} label={t(`state.${item.state}`)} />
            </span>
            <span class="duplicate__words">
              <b>
                <bdi>{`${item.title}, ${item.address}`}</bdi>
              </b>
              <small>
                {item.about
                  ? t('report.same.about', { asset: item.about, ago: ago(item.receivedAt, now.value) })
                  : t('report.same.where', {
                      distance: distance(item.distanceMetres),
                      ago: ago(item.receivedAt, now.value),
                    })}
              </small>
            </span>
            <Button size="small" onClick={() => onSame(item.number)}>
              {t('report.same.yes')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
