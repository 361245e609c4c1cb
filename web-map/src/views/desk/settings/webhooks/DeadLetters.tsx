import { useState } from 'preact/hooks';
import { t } from '../../../../core/i18n';
import type { DeadLetter, Webhook } from '../../../../core/settings-types';
import { dayAndClock } from '../../../../core/time';
import type { WebhookApi } from '../../../../core/webhook-api';
import { Button } from '../../../../ui/Buttons';
import { showToast } from '../../../../ui/Toast';
import { problemWords } from '../../words';

interface DeadLettersProps {
  hook: Webhook;
  hooks: WebhookApi;
  onDone: () => Promise<void>;
}

/** What was given up, with why, and sending it again: one or all. */
export function DeadLetters({ hook, hooks, onDone }: DeadLettersProps) {
  const [items, setItems] = useState<DeadLetter[] | null>(null);
  const show = async (): Promise<void> => {
    try {
      setItems((await hooks.deadLetters(hook)).items);
    } catch (cause) {
      showToast(problemWords(cause));
    }
  };
  const again = async (eventId?: string): Promise<void> => {
    try {
      const { sentAgain } = await hooks.replay(hook, eventId);
      showToast(t('settings.webhook.sentAgain', { n: sentAgain }));
      await onDone();
      if (eventId !== undefined) await show();
    } catch (cause) {
      showToast(problemWords(cause));
    }
  };
  return (
    <div>
      <p class="trouble" role="status">
        {t('settings.webhook.givenUp', { n: hook.givenUp })}
      </p>
      <div class="settings__row">
        {items === null && (
          <Button size="small" onClick={() => void show()}>
            {t('settings.webhook.givenUp.show')}
          </Button>
        )}
        <Button size="small" icon="sync" onClick={() => void again()}>
          {t('settings.webhook.replayAll')}
        </Button>
      </div>
      {items?.map((letter) => (
        <div class="settings__row" key={letter.id}>
          <span>
            {t(`settings.webhook.kind.${letter.kind}`)} · {dayAndClock(letter.happenedAt)} ·{' '}
            <code>{letter.lastError}</code>
          </span>
          <Button size="small" onClick={() => void again(letter.id)}>
            {t('settings.webhook.replay')}
          </Button>
        </div>
      ))}
    </div>
  );
}
