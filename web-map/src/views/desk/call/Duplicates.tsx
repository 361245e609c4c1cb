import { distance } from '../../../core/distance';
import { t } from '../../../core/i18n';
import { ago } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { now } from '../../../ui/clock';
import { Ring } from '../../../ui/Ring';
import type { Desk } from '../desk';
import { Part } from './Part';
import { sameProblem } from './same-problem';

/** What is already known at the place, so that a second call does not become a second request. */
export function Duplicates({ desk }: { desk: Desk }) {
  const { call } = desk;
  const answer = call.nearby.answer.value;
  const items = answer?.items ?? [];
  const title = answer ? t('call.dupes', { distance: distance(answer.radiusMetres) }) : t('call.dupesIdle');
  return (
    <Part n={2} title={title} hint={t('call.dupesHint')} on={items.length > 0}>
      {items.length === 0 && (
        <p class="muted">{t(call.draft.value.position ? 'call.dupesNone' : 'call.dupesWait')}</p>
      )}
      <ul class="dupes">
        {items.map((item) => (
          <li
            key={item.id}
            onPointerEnter={() => (desk.hovered.value = item.id)}
            onPointerLeave={() => (desk.hovered.value = null)}
          >
            <Ring spec={item} size={36} />
            <span>
              <b>
                <bdi>{[item.title, item.address].filter(Boolean).join(', ')}</bdi>
              </b>
              <small>
                {t('call.dupe', {
                  distance: distance(item.distanceMetres),
                  ago: ago(item.receivedAt, now.value),
                  state: t(`state.${item.state}`).toLocaleLowerCase(),
                })}
              </small>
            </span>
            <Button size="small" onClick={() => void sameProblem(desk, item)}>
              {t('call.same')}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
