import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import type { SettingsApi } from '../../../core/settings-api';
import type { OtherSystem } from '../../../core/settings-types';
import { TextField } from '../../../ui/TextField';
import type { KeyFormProps } from './KeyCards';
import { NumberField } from './Parts';
import { SaveBar } from './SaveBar';

const USUAL_QUOTA = 1000;
const MOST = 100_000;

interface SystemFormProps extends KeyFormProps<OtherSystem> {
  api: SettingsApi;
}

/** On which terms a system reports; a new one gets its key with it. */
export function SystemForm({ api, item, onSaved, onDone, onCancel }: SystemFormProps) {
  const [id] = useState(() => item?.id ?? newId());
  const [name, setName] = useState(item?.name ?? '');
  const [quota, setQuota] = useState<number | undefined>(item?.quotaPerHour ?? USUAL_QUOTA);
  const [attribute, setAttribute] = useState(item?.externalIdAttribute ?? 'external_id');
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
    onSaved(await api.saveSystem(id, terms, item?.setting.revision ?? 0));
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
