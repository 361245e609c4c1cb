import { useState } from 'preact/hooks';
import { ConnectionApi } from '../../../../core/connection-api';
import type { Connection } from '../../../../core/connection-types';
import { t } from '../../../../core/i18n';
import { WhereApi } from '../../../../core/where-api';
import { Button } from '../../../../ui/Buttons';
import { SelectField } from '../../SelectField';
import { Section } from '../Parts';
import type { SectionProps } from '../SettingsScreen';
import { useSetting } from '../use-setting';
import { ConnectionCard } from './ConnectionCard';
import { ConnectionForm, type ConnectionWork } from './ConnectionForm';

/** To which other authorities' systems requests are sent on, and how that goes. */
export function Connections({ desk, api }: SectionProps) {
  const [connections] = useState(() => new ConnectionApi(api.http));
  const loaded = useSetting(async () => {
    const [list, offers] = await Promise.all([connections.list(), new WhereApi(api.http).offers()]);
    return { ...list, domains: offers.domains };
  });
  return (
    <Section title={t('settings.connections')} hint={t('settings.connections.hint')} loaded={loaded}>
      {({ items, organisations, domains }) => {
        const work = { desk, connections, domains, onDone: loaded.reload };
        const free = organisations.filter(({ id }) => items.every((item) => item.organisationId !== id));
        return (
          <>
            {items.length === 0 && <p class="settings__hint">{t('settings.connections.none')}</p>}
            {items.map((connection) => (
              <ConnectionCard
                key={`${connection.organisationId} ${connection.setting.revision}`}
                connection={connection}
                {...work}
              />
            ))}
            {organisations.length === 0 ? (
              <p class="settings__hint">{t('settings.connections.nobody')}</p>
            ) : (
              free.length > 0 && <NewConnection key={free.length} {...work} free={free} />
            )}
          </>
        );
      }}
    </Section>
  );
}

type NewProps = ConnectionWork & { free: readonly { id: string; name: string }[] };

/** The one that is begun here is off and has no services yet: it is tried first, then mapped. */
function NewConnection({ free, ...work }: NewProps) {
  const [adding, setAdding] = useState(false);
  const [id, setId] = useState(free[0]?.id ?? '');
  const name = free.find((each) => each.id === id)?.name ?? '';
  if (!adding) {
    return (
      <Button icon="plus" onClick={() => setAdding(true)}>
        {t('settings.connection.new')}
      </Button>
    );
  }
  return (
    <div class="settings__card">
      <h2>{t('settings.connection.new')}</h2>
      <SelectField
        label={t('settings.connection.organisation')}
        value={id}
        options={free.map((each) => [each.id, each.name] as const)}
        onChange={setId}
      />
      <ConnectionForm key={id} {...work} connection={begun(id, name)} onCancel={() => setAdding(false)} />
    </div>
  );
}

function begun(organisationId: string, name: string): Connection {
  return {
    organisationId,
    name,
    address: 'https://',
    format: 'JSON',
    jurisdictionId: '',
    externalIdAttribute: '',
    services: {},
    serviceOtherwise: '',
    attributes: {},
    withRequester: false,
    takesPrivate: false,
    on: false,
    key: 'NONE',
    waiting: 0,
    refused: 0,
    there: 0,
    setting: { revision: 0 },
  };
}
