import { useState } from 'preact/hooks';
import type { Connection, RemoteService } from '../../../../core/connection-types';
import { t } from '../../../../core/i18n';
import { TextField } from '../../../../ui/TextField';
import { SelectField } from '../../SelectField';
import { SaveBar } from '../SaveBar';
import { termsOf, type ConnectionWork } from './ConnectionForm';

type MapProps = ConnectionWork & { connection: Connection; offered: readonly RemoteService[] };

/** Which of their services each of our categories goes to; what is left empty goes to the one for everything else, or is not sent. */
export function ServiceMap({ connections, connection, domains, offered, onDone }: MapProps) {
  const [services, setServices] = useState(connection.services);
  const [otherwise, setOtherwise] = useState(connection.serviceOtherwise);
  const [reason, setReason] = useState('');
  const options = (kept: string): (readonly [string, string])[] => [
    ['', t('settings.connection.service.none')],
    ...offered.map((service) => [service.code, wordsOf(service)] as const),
    ...(kept !== '' && offered.every(({ code }) => code !== kept)
      ? [[kept, t('settings.connection.service.gone', { code: kept })] as const]
      : []),
  ];
  const save = () =>
    connections.save(
      connection.organisationId,
      { ...termsOf(connection), services, serviceOtherwise: otherwise, reason: reason.trim() },
      connection.setting.revision,
    );
  return (
    <div class="settings__form">
      <SelectField
        label={t('settings.connection.otherwise')}
        value={otherwise}
        options={options(otherwise)}
        onChange={setOtherwise}
      />
      {domains.map((domain) => (
        <details key={domain.code} open={domain.categories.some(({ code }) => services[code] !== undefined)}>
          <summary>{domain.name}</summary>
          {domain.categories.map(({ code, name }) => (
            <SelectField
              key={code}
              label={name}
              value={services[code] ?? ''}
              options={options(services[code] ?? '')}
              onChange={(chosen) => setServices(mapped(services, code, chosen))}
            />
          ))}
        </details>
      ))}
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
      <SaveBar ready save={save} onDone={onDone} />
    </div>
  );
}

function wordsOf({ code, name, group, published }: RemoteService): string {
  const shown = group === '' ? `${name} (${code})` : `${group} · ${name} (${code})`;
  return published ? shown : t('settings.connection.service.byToken', { service: shown });
}

function mapped(services: Record<string, string>, code: string, chosen: string): Record<string, string> {
  const rest = Object.fromEntries(Object.entries(services).filter(([known]) => known !== code));
  return chosen === '' ? rest : { ...rest, [code]: chosen };
}
