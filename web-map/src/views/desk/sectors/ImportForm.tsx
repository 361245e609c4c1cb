import { useState } from 'preact/hooks';
import { number, t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import type { Sectors } from './sectors';

const RULES = ['', 'NEAREST', 'LARGER', 'FIRST'] as const;
const MOST_FINDINGS = 8;

/** A GeoJSON file in place of all sectors of the draft; what is wrong with it is listed. */
export function ImportForm({ sectors }: { sectors: Sectors }) {
  const [file, setFile] = useState<File | null>(null);
  const [fields, setFields] = useState({ codeField: 'code', nameField: 'name', settle: '' });
  const findings = sectors.findings.value;
  return (
    <>
      <label class="field">
        <span class="field__label">{t('sectors.import.file')}</span>
        <input
          type="file"
          accept=".geojson,.json,application/geo+json"
          onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)}
        />
      </label>
      <div class="toolcard__pair">
        <TextField
          label={t('sectors.import.code')}
          value={fields.codeField}
          onInput={(codeField) => setFields({ ...fields, codeField })}
        />
        <TextField
          label={t('sectors.import.name')}
          value={fields.nameField}
          onInput={(nameField) => setFields({ ...fields, nameField })}
        />
      </div>
      <SelectField
        label={t('sectors.import.settle')}
        value={fields.settle}
        options={RULES.map((rule) => [rule, t(`sectors.settle.${rule || 'NONE'}`)] as const)}
        onChange={(settle) => setFields({ ...fields, settle })}
      />
      <div class="toolcard__acts">
        <Button
          size="small"
          look="primary"
          disabled={!file || sectors.busy.value}
          onClick={() => file && void sectors.bringIn(file, fields)}
        >
          {t('sectors.import.go')}
        </Button>
      </div>
      {findings.length > 0 && (
        <ul class="findings">
          {findings.slice(0, MOST_FINDINGS).map(({ kind, codes, squareMetres }, index) => (
            <li key={index}>
              <b>{t(`sectors.finding.${kind}`)}</b> {codes.join(', ')}
              {squareMetres > 0 && (
                <span> {t('sectors.squareMetres', { n: number(Math.round(squareMetres)) })}</span>
              )}
            </li>
          ))}
          {findings.length > MOST_FINDINGS && (
            <li>{t('sectors.finding.more', { n: findings.length - MOST_FINDINGS })}</li>
          )}
        </ul>
      )}
    </>
  );
}
