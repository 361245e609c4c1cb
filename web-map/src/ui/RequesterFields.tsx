import { t } from '../core/i18n';
import { REQUESTER_TYPES, type RequesterType } from '../core/types';
import { Chip } from './Buttons';
import { TextField } from './TextField';
import './requester-fields.css';

interface RequesterFieldsProps {
  type: RequesterType;
  organisation: string;
  onChange: (change: { requesterType?: RequesterType; organisation?: string }) => void;
}

/** In whose name somebody asks: their own, or that of an organisation, whose name may be told. */
export function RequesterFields({ type, organisation, onChange }: RequesterFieldsProps) {
  return (
    <fieldset class="behalf">
      <legend class="field__label">{t('requester.type')}</legend>
      <div class="behalf__types">
        {REQUESTER_TYPES.map((each) => (
          <Chip key={each} pressed={each === type} onClick={() => onChange({ requesterType: each })}>
            {t(`requester.${each}`)}
          </Chip>
        ))}
      </div>
      {type !== 'PERSON' && (
        <TextField
          label={t('requester.organisation')}
          autocomplete="organization"
          value={organisation}
          onInput={(text) => onChange({ organisation: text })}
        />
      )}
    </fieldset>
  );
}
