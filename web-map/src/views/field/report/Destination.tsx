import { t } from '../../../core/i18n';
import { edgeAt, placedCategory, type PlacedCategory } from '../../../core/place';
import type { Catalogue } from '../../../core/types';
import { DangerChips, EdgePick, StopNotes } from '../../../ui/Place';
import { useField } from '../field';
import { located, offered } from './at-place';
import { change, draft } from './draft';

/** The chosen category as it stands at the place; null while none is chosen or no catalogue is there. */
export function placedAt(anywhere: Catalogue | null): PlacedCategory | null {
  const known = anywhere ?? offered.value;
  return known && placedCategory(offered.value ?? known, known, draft.value.category);
}

/** What is announced at the place, whether somebody is in danger, and who will have it. */
export function Destination({ anywhere }: { anywhere: Catalogue | null }) {
  const { kept } = useField();
  const { danger, position } = draft.value;
  const placed = placedAt(anywhere);
  const edge = position ? edgeAt(located.value) : null;
  return (
    <section class="destination" aria-label={t('field.report.destination')}>
      {placed && <StopNotes placed={placed} />}
      <h2 id="field-danger">{t('place.danger')}</h2>
      <DangerChips
        value={danger}
        labelledBy="field-danger"
        onChange={(answer) => change(kept, { danger: answer })}
      />
      {danger === 'IMMEDIATE' && (
        <p class="destination__call">
          <a href="tel:112">{t('place.danger.call')}</a>
        </p>
      )}
      {edge && <EdgePick edge={edge} onChoose={(sectorChoice) => change(kept, { sectorChoice })} />}
      <div aria-live="polite">
        <Goes />
      </div>
    </section>
  );
}

function Goes() {
  const { position, category } = draft.value;
  const at = located.value;
  if (!position || !category || !at?.inside) return null;
  const { organisation, team, priority } = at;
  return (
    <p class="destination__goes">
      <b>
        {organisation?.forwarded
          ? t('place.forwarded', { organisation: organisation.name })
          : t('field.report.goes', { team: team ? `${team.code}, ${team.name}` : (at.service ?? '') })}
      </b>{' '}
      {organisation?.forwarded && organisation.reason} {priority?.sentence}
    </p>
  );
}
