import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Job, Requirement, WorkReport } from '../../../core/staff-types';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';

/** What the phone holds already. */
export interface Told {
  before: boolean;
  after: boolean;
  note: string;
}

/** What the report still lacks; asked for before anything is sent, with or without a network. */
export function missingOf({ required = [] }: Pick<Job, 'required'>, told: Told): Requirement[] {
  const known: Record<Requirement, boolean> = {
    PHOTO_BEFORE: told.before,
    PHOTO_AFTER: told.after,
    NOTE: told.note.trim() !== '',
    CAUSE: false,
    QUANTITY: false,
  };
  return required.filter((each) => !known[each]);
}

interface CompletingProps {
  job: Job;
  told: Told;
  onCancel: () => void;
  onGive: (work: WorkReport & { note: string }) => void;
}

/** Asks for what the kind of work needs, so that nobody has to come a second time. */
export function Completing({ job, told, onCancel, onGive }: CompletingProps) {
  const missing = missingOf(job, told);
  const photos = missing.filter((each) => each === 'PHOTO_BEFORE' || each === 'PHOTO_AFTER');
  const [note, setNote] = useState(told.note);
  const [cause, setCause] = useState('');
  const [quantity, setQuantity] = useState('');
  const [quantityUnit, setUnit] = useState('m²');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const wants = (each: Requirement): boolean => missing.includes(each);
  const amount = Number(quantity.replace(',', '.'));
  const lacks =
    photos.length > 0 ||
    (wants('NOTE') && note.trim() === '') ||
    (wants('CAUSE') && cause.trim() === '') ||
    (wants('QUANTITY') && (quantity.trim() === '' || !(amount >= 0)));
  const give = (event: Event): void => {
    event.preventDefault();
    if (lacks) return;
    onGive({
      note,
      ...(wants('CAUSE') ? { cause: cause.trim() } : {}),
      ...(wants('QUANTITY') ? { quantity: amount, quantityUnit } : {}),
    });
  };
  return (
    <form class="f-act reason" onSubmit={give}>
      <h2 ref={heading} tabIndex={-1}>
        {t('field.complete.title')}
      </h2>
      {photos.map((each) => (
        <p key={each} class="reason__photo">
          <Icon name="camera" size={20} />
          {t(`field.complete.${each}`)}
        </p>
      ))}
      {wants('NOTE') && <Line label={t('field.complete.NOTE')} value={note} onInput={setNote} />}
      {wants('CAUSE') && <Line label={t('field.complete.CAUSE')} value={cause} onInput={setCause} />}
      {wants('QUANTITY') && (
        <div class="reason__pair">
          <Line label={t('field.complete.QUANTITY')} value={quantity} onInput={setQuantity} decimal />
          <Line label={t('field.complete.unit')} value={quantityUnit} onInput={setUnit} />
        </div>
      )}
      <div class="f-act__row">
        <Button onClick={onCancel}>{t('field.back')}</Button>
        <Button look="primary" type="submit" disabled={lacks}>
          {t('field.do.DONE')}
        </Button>
      </div>
    </form>
  );
}

interface LineProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  decimal?: boolean;
}

function Line({ label, value, onInput, decimal }: LineProps) {
  return (
    <label class="job-page__note">
      <span>{label}</span>
      <input
        class="field__input"
        value={value}
        inputMode={decimal ? 'decimal' : 'text'}
        maxLength={decimal ? 12 : 200}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
