import { distance } from '../../../core/distance';
import { t } from '../../../core/i18n';
import { clock } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { giveTo } from '../acts';
import type { Desk } from '../desk';
import { toggle } from '../run-command';
import { suggestionWords, tied } from '../words';

/** The team that fits best, why, and how far it is; one press gives it the request. */
export function SuggestCard({ desk }: { desk: Desk }) {
  const detail = desk.selection.current.value;
  const suggestion = desk.suggested.value;
  if (!detail || !suggestion || detail.nextStates?.includes('REOPENED')) return null;
  const { team, distanceMetres, seenAt } = suggestion;
  const others = detail.suggestions.length - 1;
  const has = detail.team?.id === team.id;
  const confirmed = has && detail.state !== 'RECEIVED' && detail.state !== 'REOPENED';
  const words = [
    ...suggestionWords(suggestion, detail.sector?.name),
    ...(seenAt ? [t('suggest.seen', { clock: clock(seenAt) })] : []),
  ];
  return (
    <section class="suggest" aria-label={t('suggest.label')}>
      <b class="suggest__code">{team.code}</b>
      <h2>
        {distanceMetres === undefined
          ? t('suggest.title', { name: team.name })
          : t('suggest.titleAt', { name: team.name, distance: tied(distance(distanceMetres)) })}
      </h2>
      <p>{tied(words.join(', '))}</p>
      {desk.rights.direct && (
        <div class="suggest__go">
          {others > 0 && (
            <Button onClick={() => toggle(desk, 'assign')}>{t('suggest.others', { n: others })}</Button>
          )}
          {confirmed ? (
            <span class="suggest__has">{t('suggest.has', { code: team.code })}</span>
          ) : (
            <Button
              look="primary"
              disabled={desk.selection.busy.value}
              onClick={() => void giveTo(desk, team, words[0] ?? '')}
            >
              {t(has ? 'suggest.confirm' : 'acts.assign')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
