import { useState } from 'preact/hooks';
import { DataKeyApi } from '../../../core/data-key-api';
import { t } from '../../../core/i18n';
import { DataKeyForm } from './DataKeyForm';
import { KeyCards } from './KeyCards';
import { Section } from './Parts';
import type { SectionProps } from './SettingsScreen';
import { useSetting } from './use-setting';

/** Which GIS read staff's layers, and with which key. */
export function DataKeys({ api }: SectionProps) {
  const [keys] = useState(() => new DataKeyApi(api.http));
  const loaded = useSetting(() => keys.list());
  return (
    <Section title={t('settings.data-keys')} hint={t('settings.data-keys.hint')} loaded={loaded}>
      {({ items, layers }) => (
        <KeyCards
          items={items}
          words={{
            none: t('settings.data-keys.none'),
            add: t('settings.data-key.new'),
            revoke: t('settings.data-key.revoke.what'),
          }}
          facts={(item) => item.layers.map((layer) => t(`settings.data-key.layer.${layer}`))}
          address={`${location.origin}${api.http.base}/ogc`}
          how={t('settings.data-key.header')}
          issue={(item, reason) => keys.issue(item, reason)}
          revoke={(item, reason) => keys.revoke(item, reason)}
          onDone={loaded.reload}
          form={(props) => <DataKeyForm keys={keys} layers={layers} {...props} />}
        />
      )}
    </Section>
  );
}
