import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { day } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { firstOfNextMonth, instantOf } from '../sectors/day-field';
import type { ProcessBook } from './process-book';

/** From when on new requests take it. */
export function PublishForm({ book }: { book: ProcessBook }) {
  const [later, setLater] = useState(false);
  const [date, setDate] = useState(firstOfNextMonth);
  const from = later ? instantOf(date) : undefined;
  const ready = (!later || from !== undefined) && !book.busy.value;
  return (
    <form
      class="process-acts process-acts--form"
      aria-label={t('catalogue.publish')}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void book.publish(from);
      }}
    >
      <p>{t('catalogue.publishWhat')}</p>
      <fieldset>
        <legend class="field__label">{t('catalogue.when')}</legend>
        <label>
          <input type="radio" name="when" checked={!later} onChange={() => setLater(false)} />
          {t('catalogue.atOnce')}
        </label>
        <label>
          <input type="radio" name="when" checked={later} onChange={() => setLater(true)} />
          {t('catalogue.on')}
          <input
            type="date"
            class="field__input"
            aria-label={t('catalogue.date')}
            value={date}
            onInput={(event) => {
              setDate(event.currentTarget.value);
              setLater(true);
            }}
          />
        </label>
      </fieldset>
      <div class="process-acts__end">
        <Button onClick={() => (book.publishing.value = false)}>{t('catalogue.cancel')}</Button>
        <Button look="primary" type="submit" disabled={!ready}>
          {from === undefined ? t('catalogue.publishNow') : t('catalogue.publishOn', { day: day(from) })}
        </Button>
      </div>
    </form>
  );
}
