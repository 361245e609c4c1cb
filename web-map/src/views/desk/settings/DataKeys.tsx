import { useState } from 'preact/hooks';
import { DataKeyApi, type DataKey } from '../../../core/data-key-api';
import { t } from '../../../core/i18n';
import { dayAndClock } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { DataKeyForm } from './DataKeyForm';
import { LastChange, Section } from './Parts';
import { SaveBar } from './SaveBar';
import type { SectionProps } from './SettingsScreen';
import { useSetting } from './use-setting';

/** What every change of a key works with. */
export interface DataKeyWork {
  keys: DataKeyApi;
  /** All that a key may open. */
  layers: readonly string[];
  /** Told what was saved, with its key where it has a new one. */
  onSaved: (saved: DataKey) => void;
  onDone: () => Promise<void>;
}

/** Which GIS read staff's layers, and with which key. */
export function DataKeys({ api }: SectionProps) {
  const [keys] = useState(() => new DataKeyApi(api.http));
  const loaded = useSetting(() => keys.list());
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<DataKey | null>(null);
  const done = async (): Promise<void> => {
    await loaded.reload();
    setAdding(false);
  };
  const onSaved = (saved: DataKey): void => {
    if (saved.key !== undefined) setShown(saved);
  };
  return (
    <Section title={t('settings.data-keys')} hint={t('settings.data-keys.hint')} loaded={loaded}>
      {({ items, layers }) => {
        const work = { keys, layers, onSaved, onDone: done };
        return (
          <>
            {shown && <KeyShown shown={shown} base={api.http.base} />}
            {items.length === 0 && <p class="settings__hint">{t('settings.data-keys.none')}</p>}
            {items.map((item) => (
              <KeyCard key={`${item.id} ${item.setting.revision}`} item={item} {...work} />
            ))}
            {adding ? (
              <div class="settings__card">
                <h2>{t('settings.data-key.new')}</h2>
                <DataKeyForm {...work} onCancel={() => setAdding(false)} />
              </div>
            ) : (
              <Button icon="plus" onClick={() => setAdding(true)}>
                {t('settings.data-key.new')}
              </Button>
            )}
          </>
        );
      }}
    </Section>
  );
}

/** A key, the one time that it is shown, and how it is sent. */
function KeyShown({ shown, base }: { shown: DataKey; base: string }) {
  return (
    <div class="settings__card" role="status">
      <h2>
        {t('settings.system.key')} : <bdi>{shown.name}</bdi>
      </h2>
      <p>
        <code class="settings__key">{shown.key}</code>
      </p>
      <p>
        {t('settings.system.address')} : <code class="settings__key">{`${location.origin}${base}/ogc`}</code>
      </p>
      <p class="settings__hint">{t('settings.data-key.header')}</p>
      <p class="settings__hint">{t('settings.system.key.hint')}</p>
    </div>
  );
}

function KeyCard({ item, ...work }: DataKeyWork & { item: DataKey }) {
  const [act, setAct] = useState<'edit' | 'issue' | 'revoke' | null>(null);
  const close = (): void => setAct(null);
  const revoked = item.revokedAt !== undefined;
  return (
    <div class="settings__card">
      <h2>
        <bdi>{item.name}</bdi>
        {revoked && <span class="tag">{t('settings.system.revoked')}</span>}
      </h2>
      <p class="settings__hint">
        {[
          ...item.layers.map((layer) => t(`settings.data-key.layer.${layer}`)),
          t('settings.system.issued', { when: dayAndClock(item.issuedAt) }),
        ].join(' · ')}
      </p>
      <LastChange setting={item.setting} />
      {act === 'edit' && <DataKeyForm {...work} item={item} onCancel={close} />}
      {(act === 'issue' || act === 'revoke') && <End {...work} item={item} act={act} onCancel={close} />}
      {act === null && (
        <div class="settings__row">
          <Button onClick={() => setAct('edit')}>{t('settings.system.edit')}</Button>
          <Button onClick={() => setAct('issue')}>{t('settings.system.issue')}</Button>
          {!revoked && <Button onClick={() => setAct('revoke')}>{t('settings.system.revoke')}</Button>}
        </div>
      )}
    </div>
  );
}

type EndProps = DataKeyWork & { item: DataKey; act: 'issue' | 'revoke'; onCancel: () => void };

/** Ends the key that somebody has, with another in its place or without. */
function End({ keys, item, act, onSaved, onDone, onCancel }: EndProps) {
  const [reason, setReason] = useState('');
  const save = async (): Promise<void> => {
    if (act === 'issue') onSaved(await keys.issue(item, reason.trim()));
    else await keys.revoke(item, reason.trim());
  };
  return (
    <div class="settings__form">
      <p>{t(act === 'issue' ? 'settings.system.issue.what' : 'settings.data-key.revoke.what')}</p>
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} autofocus />
      <SaveBar ready save={save} onDone={onDone} onCancel={onCancel} />
    </div>
  );
}
