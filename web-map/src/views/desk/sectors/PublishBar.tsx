import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { day } from '../../../core/time';
import type { SectorDraft } from '../../../core/sector-types';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { firstOfNextMonth, instantOf } from './day-field';
import type { Sectors } from './sectors';

/** Taking the draft away as a file, and making it the next version. */
export function PublishBar({ sectors }: { sectors: Sectors }) {
  const draft = sectors.draft.value as SectorDraft;
  const changed = draft.changes.length > 0 || draft.step > 0;
  if (sectors.applying.value) return <PublishForm sectors={sectors} />;
  return (
    <footer class="publish">
      <Button icon="download" onClick={() => save(draft)}>
        {t('sectors.export')}
      </Button>
      {sectors.mayDraw && (
        <Button
          look="primary"
          disabled={!changed || draft.outdated || !draft.checks.partition}
          onClick={() => (sectors.applying.value = true)}
        >
          {t('sectors.apply')}
        </Button>
      )}
    </footer>
  );
}

function PublishForm({ sectors }: { sectors: Sectors }) {
  const draft = sectors.draft.value as SectorDraft;
  const preview = sectors.preview.value;
  const [later, setLater] = useState(false);
  const [date, setDate] = useState(firstOfNextMonth);
  const [reason, setReason] = useState('');
  const from = later ? instantOf(date) : undefined;
  const ready = reason.trim() !== '' && (!later || from !== undefined) && !sectors.busy.value;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (ready) void sectors.publish(reason, from);
  };
  return (
    <form class="publish publish--form" onSubmit={submit} aria-label={t('sectors.apply')}>
      <h2>{t('sectors.apply.title', { version: draft.version.number + 1 })}</h2>
      <p class="publish__what" aria-live="polite">
        {preview &&
          t(later ? 'sectors.apply.whatLater' : 'sectors.apply.what', {
            sector: preview.changeSector,
            team: preview.changeTeam,
          })}
      </p>
      <fieldset>
        <legend class="field__label">{t('sectors.apply.when')}</legend>
        <label>
          <input type="radio" name="when" checked={!later} onChange={() => setLater(false)} />
          {t('sectors.apply.now')}
        </label>
        <label>
          <input type="radio" name="when" checked={later} onChange={() => setLater(true)} />
          {t('sectors.apply.on')}
          <input
            type="date"
            class="field__input"
            aria-label={t('sectors.apply.date')}
            value={date}
            onInput={(event) => {
              setDate(event.currentTarget.value);
              setLater(true);
            }}
          />
        </label>
      </fieldset>
      <TextField label={t('sectors.apply.reason')} value={reason} onInput={setReason} autofocus />
      <div class="publish__acts">
        <Button onClick={() => (sectors.applying.value = false)}>{t('sectors.cancel')}</Button>
        <Button look="primary" type="submit" disabled={!ready}>
          {from === undefined ? t('sectors.apply.goNow') : t('sectors.apply.goOn', { day: day(from) })}
        </Button>
      </div>
    </form>
  );
}

/** The draft as GeoJSON, as the import reads it. */
function save(draft: SectorDraft): void {
  const features = draft.sectors.map(({ code, name, shape }) => ({
    type: 'Feature',
    properties: { code, name },
    geometry: shape,
  }));
  const blob = new Blob([JSON.stringify({ type: 'FeatureCollection', features })], {
    type: 'application/geo+json',
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${draft.version.setCode}-${draft.version.number + 1}.geojson`;
  link.click();
  URL.revokeObjectURL(link.href);
}
