import { useState } from 'preact/hooks';
import type { ConnectionApi } from '../../../../core/connection-api';
import type { Connection, ConnectionFormat } from '../../../../core/connection-types';
import { t } from '../../../../core/i18n';
import type { CatalogueNames } from '../../../../core/where-types';
import { TextField } from '../../../../ui/TextField';
import type { Desk } from '../../desk';
import { SelectField } from '../../SelectField';
import { SaveBar } from '../SaveBar';

/** What every change of a connection works with. */
export interface ConnectionWork {
  desk: Desk;
  connections: ConnectionApi;
  domains: CatalogueNames['domains'];
  onDone: () => Promise<void>;
}

interface ConnectionFormProps extends ConnectionWork {
  connection: Connection;
  onCancel: () => void;
}

/** Where the other side is, with what key, and what may leave for it. A key that is kept is not shown and stays when none is typed in. */
export function ConnectionForm({ connections, connection, onDone, onCancel }: ConnectionFormProps) {
  const [terms, setTerms] = useState(connection);
  const [key, setKey] = useState('');
  const [noKey, setNoKey] = useState(false);
  const [reason, setReason] = useState('');
  const set = (change: Partial<Connection>): void => setTerms({ ...terms, ...change });
  const apiKey = noKey ? '' : key.trim() === '' ? undefined : key.trim();
  const save = () =>
    connections.save(
      connection.organisationId,
      { ...termsOf(terms), ...(apiKey === undefined ? {} : { apiKey }), reason: reason.trim() },
      connection.setting.revision,
    );
  return (
    <div class="settings__form">
      <TextField
        label={t('settings.connection.address')}
        hint={t('settings.connection.address.hint')}
        value={terms.address}
        onInput={(address) => set({ address })}
        autofocus
      />
      <SelectField
        label={t('settings.connection.format')}
        value={terms.format}
        options={(['JSON', 'XML'] as const).map((format) => [format, format] as const)}
        onChange={(format) => set({ format: format as ConnectionFormat })}
      />
      <TextField
        label={t('settings.connection.jurisdiction')}
        hint={t('settings.connection.jurisdiction.hint')}
        value={terms.jurisdictionId}
        onInput={(jurisdictionId) => set({ jurisdictionId })}
      />
      <TextField
        label={t('settings.connection.key')}
        hint={t(`settings.connection.key.${connection.key}`)}
        value={key}
        onInput={setKey}
      />
      {connection.key !== 'NONE' && (
        <Check checked={noKey} words={t('settings.connection.key.remove')} onChange={setNoKey} />
      )}
      <TextField
        label={t('settings.connection.externalId')}
        hint={t('settings.connection.externalId.hint')}
        value={terms.externalIdAttribute}
        onInput={(externalIdAttribute) => set({ externalIdAttribute })}
      />
      <WhatLeaves terms={terms} onChange={set} />
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
      <SaveBar
        ready={terms.address.trim().length > 'https://'.length}
        save={save}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}

function WhatLeaves({
  terms,
  onChange,
}: {
  terms: Connection;
  onChange: (change: Partial<Connection>) => void;
}) {
  return (
    <>
      <Check
        checked={terms.withRequester}
        words={t('settings.connection.withRequester')}
        onChange={(withRequester) => onChange({ withRequester })}
      />
      <Check
        checked={terms.takesPrivate}
        words={t('settings.connection.takesPrivate')}
        onChange={(takesPrivate) => onChange({ takesPrivate })}
      />
      <Check checked={terms.on} words={t('settings.connection.isOn')} onChange={(on) => onChange({ on })} />
    </>
  );
}

interface CheckProps {
  checked: boolean;
  words: string;
  onChange: (checked: boolean) => void;
}

function Check({ checked, words, onChange }: CheckProps) {
  return (
    <label class="settings__check">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {words}
    </label>
  );
}

/** As they are written, without what only the list tells. */
export function termsOf(connection: Connection) {
  return {
    address: connection.address.trim(),
    format: connection.format,
    jurisdictionId: connection.jurisdictionId.trim(),
    externalIdAttribute: connection.externalIdAttribute.trim(),
    services: connection.services,
    serviceOtherwise: connection.serviceOtherwise,
    attributes: connection.attributes,
    withRequester: connection.withRequester,
    takesPrivate: connection.takesPrivate,
    on: connection.on,
  };
}
