import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { OtherSystem } from '../../../core/settings-types';
import { TextField } from '../../../ui/TextField';
import { SaveBar } from './SaveBar';
import type { SystemWork } from './SystemForm';

/** A key, the one time that it is shown, and the address that goes with it. */
export function KeyShown({ system, base }: { system: OtherSystem; base: string }) {
  return (
    <div class="settings__card" role="status">
      <h2>
        {t('settings.system.key')} : <bdi>{system.name}</bdi>
      </h2>
      <p>
        <code class="settings__key">{system.key}</code>
      </p>
      <p>
        {t('settings.system.address')} :{' '}
        <code class="settings__key">{`${location.origin}${base}/open311/v2`}</code>
      </p>
      <p class="settings__hint">{t('settings.system.key.hint')}</p>
    </div>
  );
}

interface KeyEndProps extends SystemWork {
  system: OtherSystem;
  act: 'issue' | 'revoke';
  onCancel: () => void;
}

/** Ends the key that a system has, with another in its place or without. */
export function KeyEnd({ api, system, act, onSaved, onDone, onCancel }: KeyEndProps) {
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    if (act === 'issue') onSaved(await api.issueKey(system, reason.trim()));
    else await api.revokeKey(system, reason.trim());
  };
  return (
    <div class="settings__form">
      <p>{t(act === 'issue' ? 'settings.system.issue.what' : 'settings.system.revoke.what')}</p>
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} autofocus />
      <SaveBar ready save={save} onDone={onDone} onCancel={onCancel} />
    </div>
  );
}
