import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { SettingsApi } from '../../../core/settings-api';
import type { OtherSystem } from '../../../core/settings-types';
import { TextField } from '../../../ui/TextField';
import { NumberField } from './Parts';
import { SaveBar } from './SaveBar';

const USUAL_QUOTA = 1000;
const MOST = 100_000;

/** What every change of a system works with. */
export interface SystemWork {
  api: SettingsApi;
  /** Told what was saved, with its key where it has a new one. */
  onSaved: (saved: OtherSystem) => void;
  onDone: () => Promise<void>;
}

interface SystemFormProps extends SystemWork {
  system?: OtherSystem;
  onCancel: () => void;
}

/** On which terms a system reports; a new one gets its key with it. */
export function SystemForm({ api, system, onSaved, onDone, onCancel }: SystemFormProps) {
  const [id] = useState(() => system?.id ?? newId());
  const [name, setName] = useState(system?.name ?? '');
  const [quota, setQuota] = useState<number | undefined>(system?.quotaPerHour ?? USUAL_QUOTA);
  const [attribute, setAttribute] = useState(system?.externalIdAttribute ?? 'external_id');
  const [reason, setReason] = useState('');
  const ready =
    name.trim() !== '' && attribute.trim() !== '' && quota !== undefined && quota >= 1 && quota <= MOST;
  const save = async (): Promise<void> => {
    const terms = {
      name: name.trim(),
      quotaPerHour: quota ?? USUAL_QUOTA,
      externalIdAttribute: attribute.trim(),
      reason: reason.trim(),
    };
    onSaved(await api.saveSystem(id, terms, system?.setting.revision ?? 0));
  };
  return (
    <div class="settings__form">
      <TextField label={t('settings.name')} value={name} onInput={setName} autofocus />
      <NumberField label={t('settings.system.quota')} value={quota} min={1} max={MOST} onInput={setQuota} />
      <TextField
        label={t('settings.system.externalId')}
        hint={t('settings.system.externalId.hint')}
        value={attribute}
        onInput={setAttribute}
      />
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
      <SaveBar ready={ready} save={save} onDone={onDone} onCancel={onCancel} />
    </div>
  );
}
