import { useState } from 'preact/hooks';
import type { ForwardingApi } from '../../../core/connection-api';
import type { RequestForwarding } from '../../../core/connection-types';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { problemWords } from '../words';

interface RemoteNumberProps {
  api: ForwardingApi;
  requestId: string;
  onFollowed: (told: RequestForwarding) => void;
  onCancel: () => void;
}

/** "It is there already as N": the number is looked up there first, and followed unseen only when somebody says so a second time. */
export function RemoteNumber({ api, requestId, onFollowed, onCancel }: RemoteNumberProps) {
  const [number, setNumber] = useState('');
  const [error, setError] = useState<string>();
  const [unseen, setUnseen] = useState(false);
  const [busy, setBusy] = useState(false);
  const follow = async (anyway: boolean): Promise<void> => {
    setBusy(true);
    try {
      onFollowed(await api.follow(requestId, number.trim(), anyway));
    } catch (cause) {
      setError(problemWords(cause));
      setUnseen(cause instanceof Problem && cause.slug === 'remote-number-unseen');
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      class="who__form"
      onSubmit={(event) => {
        event.preventDefault();
        void follow(false);
      }}
    >
      <TextField
        label={t('forwarding.number')}
        hint={t('forwarding.number.hint')}
        value={number}
        error={error}
        onInput={(typed) => {
          setNumber(typed);
          setError(undefined);
          setUnseen(false);
        }}
        autofocus
      />
      <div class="who__acts">
        <Button size="small" type="submit" look="primary" disabled={busy || number.trim() === ''}>
          {t('forwarding.number.follow')}
        </Button>
        {unseen && (
          <Button size="small" disabled={busy} onClick={() => void follow(true)}>
            {t('forwarding.number.unseen')}
          </Button>
        )}
        <Button size="small" onClick={onCancel}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
