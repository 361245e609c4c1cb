import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { OtherSystem } from '../../../core/settings-types';
import { dayAndClock } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { LastChange, Section } from './Parts';
import { KeyEnd, KeyShown } from './SystemKey';
import type { SectionProps } from './SettingsScreen';
import { SystemForm, type SystemWork } from './SystemForm';
import { useSetting } from './use-setting';

/** Which other systems report here, and with which key. */
export function Systems({ api }: SectionProps) {
  const loaded = useSetting(() => api.systems());
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<OtherSystem | null>(null);
  const done = async (): Promise<void> => {
    await loaded.reload();
    setAdding(false);
  };
  const work = {
    api,
    onSaved: (saved: OtherSystem) => saved.key !== undefined && setShown(saved),
    onDone: done,
  };
  return (
    <Section title={t('settings.systems')} hint={t('settings.systems.hint')} loaded={loaded}>
      {({ items }) => (
        <>
          {shown && <KeyShown system={shown} base={api.http.base} />}
          {items.length === 0 && <p class="settings__hint">{t('settings.systems.none')}</p>}
          {items.map((system) => (
            <SystemCard key={`${system.id} ${system.setting.revision}`} system={system} {...work} />
          ))}
          {adding ? (
            <div class="settings__card">
              <h2>{t('settings.system.new')}</h2>
              <SystemForm {...work} onCancel={() => setAdding(false)} />
            </div>
          ) : (
            <Button icon="plus" onClick={() => setAdding(true)}>
              {t('settings.system.new')}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

function SystemCard({ system, ...work }: SystemWork & { system: OtherSystem }) {
  const [act, setAct] = useState<'edit' | 'issue' | 'revoke' | null>(null);
  const close = (): void => setAct(null);
  const revoked = system.revokedAt !== undefined;
  return (
    <div class="settings__card">
      <h2>
        <bdi>{system.name}</bdi>
        {revoked && <span class="tag">{t('settings.system.revoked')}</span>}
      </h2>
      <p class="settings__hint">
        {[
          t('settings.system.requests', { n: system.requests }),
          t('settings.system.quotaIs', { n: system.quotaPerHour }),
          t('settings.system.issued', { when: dayAndClock(system.issuedAt) }),
        ].join(' · ')}
      </p>
      <LastChange setting={system.setting} />
      {act === 'edit' && <SystemForm {...work} system={system} onCancel={close} />}
      {(act === 'issue' || act === 'revoke') && (
        <KeyEnd {...work} system={system} act={act} onCancel={close} />
      )}
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
