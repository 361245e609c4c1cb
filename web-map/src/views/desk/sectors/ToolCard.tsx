import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { neighboursOf } from './ground';
import { ImportForm } from './ImportForm';
import type { Sectors } from './sectors';

interface CardProps {
  sectors: Sectors;
  /** Puts a corner in the middle of the map. */
  onCentre: () => void;
}

/** The tool in hand: what to do, and what it needs to know. */
export function ToolCard({ sectors, onCentre }: CardProps) {
  const tool = sectors.tool.value;
  if (tool === null) return null;
  return (
    <section class="toolcard" aria-label={t(`sectors.tool.${tool}`)}>
      <p>{t(`sectors.how.${tool}`)}</p>
      {tool !== 'import' && <SectorChoice sectors={sectors} />}
      {(tool === 'claim' || tool === 'split') && <Drawing key={tool} sectors={sectors} onCentre={onCentre} />}
      {tool === 'merge' && <Merge key={sectors.selected.value} sectors={sectors} />}
      {tool === 'name' && <Name key={sectors.selected.value} sectors={sectors} />}
      {tool === 'import' && <ImportForm sectors={sectors} />}
    </section>
  );
}

function SectorChoice({ sectors }: { sectors: Sectors }) {
  const options = [...sectors.shown.value].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <SelectField
      label={t('sectors.sector')}
      value={sectors.selected.value ?? ''}
      options={options.map(({ code, name }) => [code, name] as const)}
      onChange={(code) => (sectors.selected.value = code)}
    />
  );
}

function Drawing({ sectors, onCentre }: CardProps) {
  const [name, setName] = useState('');
  const cutting = sectors.tool.value === 'split';
  const corners = sectors.sketch.value.length;
  const ready = corners >= (cutting ? 2 : 3) && (!cutting || name.trim() !== '');
  return (
    <>
      {cutting && <TextField label={t('sectors.newName')} value={name} onInput={setName} />}
      <div class="toolcard__acts">
        <Button
          size="small"
          look="primary"
          disabled={!ready || sectors.busy.value}
          onClick={() => void sectors.finish(name)}
        >
          {t(cutting ? 'sectors.cut' : 'sectors.take')}
        </Button>
        <Button size="small" onClick={onCentre}>
          {t('sectors.atCentre')}
        </Button>
        {corners > 0 && (
          <Button size="small" look="quiet" onClick={() => sectors.unpoint()}>
            {t('sectors.unpoint')}
          </Button>
        )}
      </div>
    </>
  );
}

function Merge({ sectors }: { sectors: Sectors }) {
  const own = sectors.selected.value ?? '';
  const codes = neighboursOf(sectors.shown.value, own);
  const [other, setOther] = useState(codes[0] ?? '');
  return (
    <>
      <SelectField
        label={t('sectors.with')}
        value={other}
        options={codes.map((code) => [code, sectors.name(code)] as const)}
        onChange={setOther}
      />
      <div class="toolcard__acts">
        <Button
          size="small"
          look="primary"
          disabled={other === '' || sectors.busy.value}
          onClick={() => void sectors.edit({ kind: 'merge', codes: [own, other] })}
        >
          {t('sectors.merge')}
        </Button>
      </div>
    </>
  );
}

function Name({ sectors }: { sectors: Sectors }) {
  const code = sectors.selected.value ?? '';
  const [name, setName] = useState(sectors.name(code));
  return (
    <>
      <TextField label={t('sectors.newName')} value={name} onInput={setName} />
      <div class="toolcard__acts">
        <Button
          size="small"
          look="primary"
          disabled={name.trim() === '' || name === sectors.name(code) || sectors.busy.value}
          onClick={() => void sectors.edit({ kind: 'name', code, name })}
        >
          {t('sectors.rename')}
        </Button>
      </div>
    </>
  );
}
