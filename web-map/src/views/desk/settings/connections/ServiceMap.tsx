import { useState } from 'preact/hooks';
import type { Connection, RemoteService } from '../../../../core/connection-types';
import { t } from '../../../../core/i18n';
import { TextField } from '../../../../ui/TextField';
import { SelectField } from '../../SelectField';
import { SaveBar } from '../SaveBar';
import { AnswerMap } from './AnswerMap';
import { termsOf, type ConnectionWork } from './ConnectionForm';

type MapProps = ConnectionWork & { connection: Connection; offered: readonly RemoteService[] };

/** Which of their services each of our categories goes to; what is left empty goes to the one for everything else, or is not sent. */
export function ServiceMap({ connections, connection, domains, offered, onDone }: MapProps) {
  const [services, setServices] = useState(connection.services);
  const [otherwise, setOtherwise] = useState(connection.serviceOtherwise);
  const [attributes, setAttributes] = useState(connection.attributes);
  const [reason, setReason] = useState('');
  const options = (kept: string) => optionsOf(offered, kept);
  const asks = (service: string): boolean => offered.some((each) => each.code === service && each.asks);
  const save = () =>
    connections.save(
      connection.organisationId,
      { ...termsOf(connection), services, serviceOtherwise: otherwise, attributes, reason: reason.trim() },
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
            <div key={code} class="settings__mapped">
              <SelectField
                label={name}
                value={services[code] ?? ''}
                options={options(services[code] ?? '')}
                onChange={(chosen) => {
                  setServices(mapped(services, code, chosen));
                  setAttributes(without(attributes, code));
                }}
              />
              {asks(services[code] ?? otherwise) && (
                <AnswerMap
                  key={services[code] ?? otherwise}
                  connections={connections}
                  connection={connection}
                  category={code}
                  service={services[code] ?? otherwise}
                  named={attributes[code] ?? {}}
                  onChange={(named) => setAttributes({ ...attributes, [code]: named })}
                />
              )}
            </div>
          ))}
        </details>
      ))}
      <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
      <SaveBar ready save={save} onDone={onDone} />
    </div>
  );
}

/** @param kept what was chosen before, also when they no longer have it */
function optionsOf(offered: readonly RemoteService[], kept: string): (readonly [string, string])[] {
  return [
    ['', t('settings.connection.service.none')],
    ...offered.map((service) => [service.code, wordsOf(service)] as const),
    ...(kept !== '' && offered.every(({ code }) => code !== kept)
      ? [[kept, t('settings.connection.service.gone', { code: kept })] as const]
      : []),
  ];
}

function wordsOf({ code, name, group, published }: RemoteService): string {
  const shown = group === '' ? `${name} (${code})` : `${group} · ${name} (${code})`;
  return published ? shown : t('settings.connection.service.byToken', { service: shown });
}

function mapped(services: Record<string, string>, code: string, chosen: string): Record<string, string> {
  const rest = without(services, code);
  return chosen === '' ? rest : { ...rest, [code]: chosen };
}

function without<T>(all: Record<string, T>, code: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([known]) => known !== code));
}
