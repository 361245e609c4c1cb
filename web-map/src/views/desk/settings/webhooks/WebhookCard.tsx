import { useState } from 'preact/hooks';
import { t } from '../../../../core/i18n';
import type { Webhook } from '../../../../core/settings-types';
import { dayAndClock } from '../../../../core/time';
import { Button } from '../../../../ui/Buttons';
import { TextField } from '../../../../ui/TextField';
import { showToast } from '../../../../ui/Toast';
import { problemWords } from '../../words';
import { LastChange } from '../Parts';
import { SaveBar } from '../SaveBar';
import { DeadLetters } from './DeadLetters';
import { WebhookForm, type WebhookWork } from './WebhookForm';

type HookProps = WebhookWork & { hook: Webhook };
type Act = 'edit' | 'renew' | 'remove';

/** A hook, how it goes, and what can be done about it. */
export function WebhookCard({ hook, ...work }: HookProps) {
  const [act, setAct] = useState<Act | null>(null);
  const close = (): void => setAct(null);
  return (
    <div class="settings__card">
      <h2>
        <bdi>{hook.name}</bdi>
        <span class="tag">{t(`settings.webhook.content.${hook.content}`)}</span>
      </h2>
      <p class="settings__hint">
        <bdi>{hook.address}</bdi>
      </p>
      <Health hook={hook} {...work} />
      <LastChange setting={hook.setting} />
      {hook.givenUp > 0 && <DeadLetters hook={hook} hooks={work.hooks} onDone={work.onDone} />}
      {act === 'edit' && <WebhookForm {...work} hook={hook} onCancel={close} />}
      {(act === 'renew' || act === 'remove') && <End {...work} hook={hook} act={act} onCancel={close} />}
      {act === null && <Acts hook={hook} {...work} onAct={setAct} />}
    </div>
  );
}

function Health({ hook, hooks, onDone }: HookProps) {
  const trouble = hook.pausedAt ?? hook.failingSince;
  const resume = async (): Promise<void> => {
    await hooks.resume(hook);
    await onDone();
  };
  return (
    <>
      <p class="settings__hint">
        {[
          t('settings.webhook.taken', { n: hook.taken }),
          t('settings.webhook.waiting', { n: hook.waiting }),
          hook.lastTakenAt && t('settings.webhook.lastTaken', { when: dayAndClock(hook.lastTakenAt) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {trouble !== undefined && (
        <p class="trouble" role="alert">
          {t(hook.pausedAt ? 'settings.webhook.paused' : 'settings.webhook.failing', {
            when: dayAndClock(trouble),
          })}{' '}
          {hook.lastError && <code>{hook.lastError}</code>}{' '}
          {hook.pausedAt && (
            <Button size="small" icon="sync" onClick={() => void resume()}>
              {t('settings.webhook.resume')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

function Acts({ hook, hooks, onAct }: HookProps & { onAct: (act: Act) => void }) {
  const [busy, setBusy] = useState(false);
  const tryOut = async (): Promise<void> => {
    setBusy(true);
    try {
      const { taken, error } = await hooks.tryOut(hook);
      showToast(
        taken
          ? t('settings.webhook.trial.taken')
          : t('settings.webhook.trial.refused', { error: error ?? '' }),
      );
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
        {t('settings.webhook.trial')}
      </Button>
      <Button onClick={() => onAct('renew')}>{t('settings.webhook.renew')}</Button>
      <Button onClick={() => onAct('remove')}>{t('settings.webhook.remove')}</Button>
    </div>
  );
}

type EndProps = HookProps & { act: 'renew' | 'remove'; onCancel: () => void };

function End({ hooks, hook, act, onSaved, onDone, onCancel }: EndProps) {
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    if (act === 'renew') onSaved(await hooks.renewSecret(hook, reason.trim()));
    else await hooks.remove(hook, reason.trim());
  };
  return (
    <div class="settings__form">
      <p>{t(`settings.webhook.${act}.what`)}</p>
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} autofocus />
      <SaveBar ready save={save} onDone={onDone} onCancel={onCancel} />
    </div>
  );
}
