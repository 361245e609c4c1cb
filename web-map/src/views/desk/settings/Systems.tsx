import { t } from '../../../core/i18n';
import { KeyCards } from './KeyCards';
import { Section } from './Parts';
import type { SectionProps } from './SettingsScreen';
import { SystemForm } from './SystemForm';
import { useSetting } from './use-setting';

/** Which other systems report here, and with which key. */
export function Systems({ api }: SectionProps) {
  const loaded = useSetting(() => api.systems());
  return (
    <Section title={t('settings.systems')} hint={t('settings.systems.hint')} loaded={loaded}>
      {({ items }) => (
        <KeyCards
          items={items}
          words={{
            none: t('settings.systems.none'),
            add: t('settings.system.new'),
            revoke: t('settings.system.revoke.what'),
          }}
          facts={({ requests, quotaPerHour }) => [
            t('settings.system.requests', { n: requests }),
            t('settings.system.quotaIs', { n: quotaPerHour }),
          ]}
          address={`${location.origin}${api.http.base}/open311/v2`}
          issue={(system, reason) => api.issueKey(system, reason)}
          revoke={(system, reason) => api.revokeKey(system, reason)}
          onDone={loaded.reload}
          form={(props) => <SystemForm api={api} {...props} />}
        />
      )}
    </Section>
  );
}
