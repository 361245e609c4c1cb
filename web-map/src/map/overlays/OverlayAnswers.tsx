import { t } from '../../core/i18n';
import type { PlaceFacts } from '../../core/overlay';
import { IconButton } from '../../ui/Buttons';
import { titleOf, type OverlayBook, type PlaceAnswer } from './overlay-book';
import './overlays.css';

/** What the layers of other services tell of the place that was clicked. */
export function OverlayAnswers({ book }: { book: OverlayBook }) {
  const answers = book.answers.value;
  if (answers.length === 0) return null;
  return (
    <section class="overlays-card" aria-label={t('overlays.here')}>
      <header>
        <b>{t('overlays.here')}</b>
        <IconButton icon="close" label={t('ui.close')} onClick={() => book.closeAnswers()} />
      </header>
      {answers.map((answer) => (
        <Answer key={answer.overlay.id} answer={answer} />
      ))}
    </section>
  );
}

function Answer({ answer: { overlay, facts } }: { answer: PlaceAnswer }) {
  return (
    <section>
      <h3>
        <bdi>{titleOf(overlay)}</bdi>
      </h3>
      {facts === null && <p class="overlays__note">{t('overlays.unasked')}</p>}
      {facts?.length === 0 && <p class="overlays__note">{t('overlays.nothing')}</p>}
      {facts?.map((fact, index) => (
        <Fact key={index} fact={fact} />
      ))}
    </section>
  );
}

function Fact({ fact }: { fact: PlaceFacts }) {
  if ('words' in fact) return <pre class="overlays__words">{fact.words}</pre>;
  return (
    <dl class="overlays__values">
      {fact.values.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
