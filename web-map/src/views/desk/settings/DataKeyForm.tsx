import { useState } from 'preact/hooks';
import type { DataKey, DataKeyApi } from '../../../core/data-key-api';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import { Chip } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import type { KeyFormProps } from './KeyCards';
import { SaveBar } from './SaveBar';

interface DataKeyFormProps extends KeyFormProps<DataKey> {
  keys: DataKeyApi;
  /** All that a key may open. */
  layers: readonly string[];
}

/** Who has a key and what it opens; a new holder gets the key with it. */
export function DataKeyForm({ keys, layers, item, onSaved, onDone, onCancel }: DataKeyFormProps) {
  const [id] = useState(() => item?.id ?? newId());
  const [name, setName] = useState(item?.name ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(item?.layers ?? []);
  const [reason, setReason] = useState('');
  const toggle = (layer: string): void =>
    setChosen(chosen.includes(layer) ? chosen.filter((each) => each !== layer) : [...chosen, layer]);
  const save = async (): Promise<void> => {
    const terms = { name: name.trim(), layers: [...chosen], reason: reason.trim() };
    onSaved(await keys.save(id, terms, item?.setting.revision ?? 0));
  };
  return (
    <div class="settings__form">
      <TextField label={t('settings.data-key.name')} value={name} onInput={setName} autofocus />
      <div class="field" role="group" aria-label={t('settings.data-key.layers')}>
        <span class="field__label">{t('settings.data-key.layers')}</span>
        <div class="settings__row">
          {layers.map((layer) => (
            <Chip key={layer} pressed={chosen.includes(layer)} onClick={() => toggle(layer)}>
              {t(`settings.data-key.layer.${layer}`)}
            </Chip>
          ))}
        </div>
      </div>
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
      <SaveBar
        ready={name.trim() !== '' && chosen.length > 0}
        save={save}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}
