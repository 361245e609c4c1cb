import { useState } from 'preact/hooks';
import type { Connection, ConnectionTrial } from '../../../../core/connection-types';
import { t } from '../../../../core/i18n';
import { dayAndClock } from '../../../../core/time';
import { Button } from '../../../../ui/Buttons';
import { TextField } from '../../../../ui/TextField';
import { showToast } from '../../../../ui/Toast';
import { problemWords } from '../../words';
import { LastChange } from '../Parts';
import { SaveBar } from '../SaveBar';
import { ConnectionForm, type ConnectionWork } from './ConnectionForm';
import { NotThere } from './NotThere';
import { ServiceMap } from './ServiceMap';

type CardProps = ConnectionWork & { connection: Connection };
type Act = 'edit' | 'remove';

/** A connection, how it goes, and what can be done about it. */
export function ConnectionCard({ connection, ...work }: CardProps) {
  const [act, setAct] = useState<Act | null>(null);
  const [trial, setTrial] = useState<ConnectionTrial | null>(null);
  const close = (): void => setAct(null);
  return (
    <div class="settings__card">
      <h2>
        <bdi>{connection.name}</bdi>
        <span class="tag">{t(connection.on ? 'settings.connection.on' : 'settings.connection.off')}</span>
      </h2>
      <p class="settings__hint">
        <bdi>{connection.address}</bdi>
      </p>
      <Health connection={connection} />
      <LastChange setting={connection.setting} />
      {connection.refused + connection.waiting > 0 && <NotThere {...work} connection={connection} />}
      {trial && <TrialResult trial={trial} />}
      {trial && trial.error === undefined && (
        <ServiceMap {...work} connection={connection} offered={trial.services} />
      )}
      {act === 'edit' && <ConnectionForm {...work} connection={connection} onCancel={close} />}
      {act === 'remove' && <End {...work} connection={connection} onCancel={close} />}
      {act === null && <Acts {...work} connection={connection} onAct={setAct} onTried={setTrial} />}
    </div>
  );
}

function Health({ connection }: { connection: Connection }) {
  const { there, waiting, lastAnswerAt, failingSince, lastError, key, services } = connection;
  return (
    <>
      <p class="settings__hint">
        {[
          t('settings.connection.there', { n: there }),
          t('settings.connection.waiting', { n: waiting }),
          t('settings.connection.mapped', { n: Object.keys(services).length }),
          lastAnswerAt && t('settings.connection.lastAnswer', { when: dayAndClock(lastAnswerAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {failingSince !== undefined && (
        <p class="trouble" role="alert">
          {t('settings.connection.failing', { when: dayAndClock(failingSince) })} <code>{lastError}</code>
        </p>
      )}
      {key === 'UNREADABLE' && (
        <p class="trouble" role="alert">
          {t('settings.connection.key.UNREADABLE')}
        </p>
      )}
    </>
  );
}

function TrialResult({ trial }: { trial: ConnectionTrial }) {
  if (trial.error !== undefined) {
    return (
      <p class="trouble" role="alert">
        {t('settings.connection.trial.failed')} <code>{trial.error}</code>
      </p>
    );
  }
  return (
    <p role="status">
      {t('settings.connection.trial.found', { n: trial.services.length })}{' '}
      {trial.updates && t(`settings.connection.updates.${trial.updates}`)}
    </p>
  );
}

interface ActsProps extends CardProps {
  onAct: (act: Act) => void;
  onTried: (trial: ConnectionTrial) => void;
}

function Acts({ connection, connections, onAct, onTried }: ActsProps) {
  const [busy, setBusy] = useState(false);
  const tryOut = async (): Promise<void> => {
    setBusy(true);
    try {
      onTried(await connections.tryOut(connection));
    } catch (cause) {
      showToast(problemWords(cause));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div class="settings__row">
      <Button onClick={() => onAct('edit')}>{t('settings.system.edit')}</Button>
      <Button disabled={busy} onClick={() => void tryOut()}>
        {t('settings.connection.trial')}
      </Button>
      <Button onClick={() => onAct('remove')}>{t('settings.webhook.remove')}</Button>
    </div>
  );
}

function End({ connections, connection, onDone, onCancel }: CardProps & { onCancel: () => void }) {
  const [reason, setReason] = useState('');
  return (
    <div class="settings__form">
      <p>
        {t('settings.connection.remove.what', {
          n: connection.waiting + connection.refused + connection.there,
        })}
      </p>
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} autofocus />
      <SaveBar
        ready
        save={() => connections.remove(connection, reason.trim())}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}
