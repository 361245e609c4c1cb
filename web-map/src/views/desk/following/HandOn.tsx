import { useEffect, useState } from 'preact/hooks';
import { ForwardingApi } from '../../../core/connection-api';
import type { RequestForwarding } from '../../../core/connection-types';
import { t } from '../../../core/i18n';
import { showToast } from '../../../ui/Toast';
import { done } from '../acts';
import type { Desk } from '../desk';
import { SelectField } from '../SelectField';
import { problemWords } from '../words';

type Receivers = RequestForwarding['organisations'];

interface ReceiverFieldProps {
  desk: Desk;
  requestId: string;
  value: string;
  onChange: (id: string) => void;
}

/** Whose it is instead: an authority, which gets it by itself where it is connected, or nobody that is known here. */
export function ReceiverField({ desk, requestId, value, onChange }: ReceiverFieldProps) {
  const [receivers, setReceivers] = useState<Receivers>([]);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const { organisations } = await new ForwardingApi(desk.needs.deskApi.http).of(requestId);
      setReceivers(organisations);
    };
    void read().catch((cause: unknown) => showToast(problemWords(cause)));
  }, [desk, requestId]);
  if (receivers.length === 0) return null;
  return (
    <SelectField
      label={t('forwarding.to')}
      value={value}
      options={[
        ['', t('forwarding.toOther')] as const,
        ...receivers.map(
          ({ id, name, connected }) => [id, connected ? t('forwarding.connected', { name }) : name] as const,
        ),
      ]}
      onChange={onChange}
    />
  );
}

/** Names the authority and forwards the request to it. */
export function handOn(
  desk: Desk,
  organisationId: string,
  reason: string,
  publicText: string,
): Promise<boolean> {
  const { deskApi } = desk.needs;
  return done(
    desk,
    async (card) => {
      await new ForwardingApi(deskApi.http).handOn(card, {
        organisationId,
        reason,
        ...(publicText === '' ? {} : { publicText }),
      });
      return deskApi.request(card.id);
    },
    ({ number }) => t('state.done', { number, state: t('state.FORWARDED') }),
  );
}
