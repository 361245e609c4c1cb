import { useState } from 'preact/hooks';
import { t } from '../../../../core/i18n';
import type { Webhook } from '../../../../core/settings-types';
import { WebhookApi } from '../../../../core/webhook-api';
import { WhereApi } from '../../../../core/where-api';
import { Button } from '../../../../ui/Buttons';
import { Section } from '../Parts';
import type { SectionProps } from '../SettingsScreen';
import { useSetting } from '../use-setting';
import { WebhookCard } from './WebhookCard';
import { WebhookForm } from './WebhookForm';

/** Which systems are told what happens, and how that goes. */
export function Webhooks({ api }: SectionProps) {
  const [hooks] = useState(() => new WebhookApi(api.http));
  const loaded = useSetting(async () => {
    const where = new WhereApi(api.http);
    const [{ items }, grounds, offers] = await Promise.all([hooks.list(), where.grounds(), where.offers()]);
    return { items, choices: { grounds, domains: offers.domains } };
  });
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<Webhook | null>(null);
  const done = async (): Promise<void> => {
    await loaded.reload();
    setAdding(false);
  };
  const onSaved = (saved: Webhook): void => {
    if (saved.secret !== undefined) setShown(saved);
  };
  return (
    <Section title={t('settings.webhooks')} hint={t('settings.webhooks.hint')} loaded={loaded}>
      {({ items, choices }) => {
        const work = { hooks, choices, onSaved, onDone: done };
        return (
          <>
            {shown && <SecretShown hook={shown} />}
            {items.length === 0 && <p class="settings__hint">{t('settings.webhooks.none')}</p>}
            {items.map((hook) => (
              <WebhookCard key={`${hook.id} ${hook.setting.revision}`} hook={hook} {...work} />
            ))}
            {adding ? (
              <div class="settings__card">
                <h2>{t('settings.webhook.new')}</h2>
                <WebhookForm {...work} onCancel={() => setAdding(false)} />
              </div>
            ) : (
              <Button icon="plus" onClick={() => setAdding(true)}>
                {t('settings.webhook.new')}
              </Button>
            )}
          </>
        );
      }}
    </Section>
  );
}

/** A secret, the one time that it is shown. */
function SecretShown({ hook }: { hook: Webhook }) {
  return (
    <div class="settings__card" role="status">
      <h2>
        {t('settings.webhook.secret')} : <bdi>{hook.name}</bdi>
      </h2>
      <p>
        <code class="settings__key">{hook.secret}</code>
      </p>
      <p class="settings__hint">{t('settings.webhook.secret.hint')}</p>
    </div>
  );
}
