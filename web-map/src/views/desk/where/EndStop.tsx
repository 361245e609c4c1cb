import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { WhereApi } from '../../../core/where-api';
import type { StopNotice } from '../../../core/where-types';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { SaveBar } from '../settings/SaveBar';

interface EndStopProps {
  api: WhereApi;
  stop: StopNotice;
  onEdit: () => void;
  onDone: () => Promise<void>;
}

/** Changes a message, or ends it now; one that has not begun is withdrawn. */
export function EndStop({ api, stop, onEdit, onDone }: EndStopProps) {
  const [ending, setEnding] = useState(false);
  const [reason, setReason] = useState('');
  if (ending)
    return (
      <div class="settings__form">
        <p>{t(stop.state === 'COMING' ? 'where.stop.withdraw.what' : 'where.stop.end.what')}</p>
        <TextField label={t('settings.reason')} value={reason} onInput={setReason} autofocus />
        <SaveBar
          ready
          save={() => api.endStop(stop.id, reason.trim(), stop.setting.revision)}
          onDone={onDone}
          onCancel={() => setEnding(false)}
        />
      </div>
    );
  return (
    <div class="settings__row">
      <Button onClick={onEdit}>{t('where.edit')}</Button>
      <Button onClick={() => setEnding(true)}>
        {t(stop.state === 'COMING' ? 'where.stop.withdraw' : 'where.stop.end')}
      </Button>
    </div>
  );
}
