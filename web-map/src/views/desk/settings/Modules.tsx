import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { SettingsApi } from '../../../core/settings-api';
import type { Module } from '../../../core/settings-types';
import { TextField } from '../../../ui/TextField';
import { LastChange, Section } from './Parts';
import { SaveBar } from './SaveBar';
import type { SectionProps } from './SettingsScreen';
import { useSetting } from './use-setting';

/** What the town has, and does without. */
export function Modules({ desk, api }: SectionProps) {
  const loaded = useSetting(() => api.modules());
  return (
    <Section title={t('settings.modules')} hint={t('settings.modules.hint')} loaded={loaded}>
      {({ items }) =>
        items.map((item) => <ModuleCard key={item.module} api={api} item={item} may={desk.rights.rule} />)
      }
    </Section>
  );
}

function ModuleCard({ api, item, may }: { api: SettingsApi; item: Module; may: boolean }) {
  const [on, setOn] = useState(item.on);
  const [reason, setReason] = useState('');
  return (
    <div class="settings__card">
      <h2>
        {t(`settings.module.${item.module}`)}
        {!item.on && <span class="tag">{t('settings.module.off')}</span>}
      </h2>
      <p class="settings__hint">{t(`settings.module.${item.module}.hint`)}</p>
      <LastChange setting={item.setting} />
      {may && (
        <label class="settings__check">
          <input type="checkbox" checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
          {t('settings.module.on')}
        </label>
      )}
      {on !== item.on && (
        <>
          {!on && <p>{t('settings.module.kept')}</p>}
          <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
          <SaveBar
            ready
            save={() => api.switchModule(item, on, reason.trim())}
            onDone={readAnew}
            onCancel={() => setOn(item.on)}
          />
        </>
      )}
    </div>
  );
}

/** Tabs and buttons all over the desk follow what is on. */
function readAnew(): Promise<void> {
  location.reload();
  return Promise.resolve();
}
