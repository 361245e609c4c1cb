import { t } from '../../../core/i18n';
import type { Term } from '../../../core/process-types';
import type { CommitmentKind, LengthUnit } from '../../../core/types';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';

interface TermsProps {
  terms: readonly Term[];
  calendars: readonly string[];
  onChange: (terms: Term[]) => void;
}
const COMMITMENTS: readonly CommitmentKind[] = ['ACKNOWLEDGE', 'ON_SITE', 'RESOLVE', 'REPLY'];
const UNITS: readonly LengthUnit[] = [
  'MINUTES',
  'HOURS',
  'DAYS',
  'WORKING_MINUTES',
  'WORKING_HOURS',
  'WORKING_DAYS',
];

/** What is promised; nothing where no amount stands. */
export function TermsForm({ terms, calendars, onChange }: TermsProps) {
  const change = (commitment: CommitmentKind, next: Term | null): void =>
    onChange(
      COMMITMENTS.flatMap((each) => {
        const term = each === commitment ? next : terms.find((known) => known.commitment === each);
        return term ? [term] : [];
      }),
    );
  return (
    <fieldset class="process-part">
      <legend>{t('catalogue.promises')}</legend>
      {COMMITMENTS.map((commitment) => (
        <TermRow
          key={commitment}
          commitment={commitment}
          term={terms.find((known) => known.commitment === commitment) ?? null}
          calendars={calendars}
          onChange={(term) => change(commitment, term)}
        />
      ))}
    </fieldset>
  );
}

interface RowProps {
  commitment: CommitmentKind;
  term: Term | null;
  calendars: readonly string[];
  onChange: (term: Term | null) => void;
}

function TermRow({ commitment, term, calendars, onChange }: RowProps) {
  const kept: Term = term ?? { commitment, amount: 0, unit: 'DAYS', calendar: '' };
  const set = (change: Partial<Term>): void => onChange({ ...kept, ...change });
  const amount = (text: string): void => {
    const value = Number.parseInt(text, 10);
    if (Number.isNaN(value) || value <= 0) onChange(null);
    else set({ amount: value });
  };
  const unit = (next: string): void => {
    const working = next.startsWith('WORKING');
    set({ unit: next as LengthUnit, calendar: working ? kept.calendar || (calendars[0] ?? '') : '' });
  };
  return (
    <div class="process-term">
      <TextField
        label={t(`catalogue.commitment.${commitment}`)}
        value={term ? String(term.amount) : ''}
        onInput={amount}
      />
      <SelectField
        label={t('catalogue.unit')}
        value={kept.unit}
        options={UNITS.filter((each) => calendars.length > 0 || !each.startsWith('WORKING')).map(
          (each) => [each, t(`catalogue.unit.${each}`)] as const,
        )}
        onChange={unit}
      />
      {kept.unit.startsWith('WORKING') && (
        <SelectField
          label={t('catalogue.calendar')}
          value={kept.calendar}
          options={calendars.map((code) => [code, code] as const)}
          onChange={(calendar) => set({ calendar })}
        />
      )}
    </div>
  );
}
