import { useState } from 'preact/hooks';
import type { AcknowledgementWay } from '../../../core/following-types';
import { t } from '../../../core/i18n';
import type { DeskDetail } from '../../../core/staff-types';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { PopoverForm } from '../request/PopoverForm';
import { SelectField } from '../SelectField';
import { acknowledge, pass, refuse, transmit } from './acts';

interface OpenProps {
  desk: Desk;
  detail: DeskDetail;
}

/** Words that must be given; says so itself when they are not. */
function useReason() {
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string | undefined>();
  const write = (words: string): void => {
    setText(words);
    setMissing(undefined);
  };
  const given = (): string | null => {
    if (text.trim() !== '') return text.trim();
    setMissing(t('following.reasonMissing'));
    return null;
  };
  return {
    field: <TextField label={t('following.reason')} value={text} onInput={write} error={missing} />,
    given,
  };
}

/** To which service: the present one is asked for its yes, another one gets it. */
export function TransmitPopover({ desk, detail }: OpenProps) {
  const services = desk.frontDesk.services.value;
  const [serviceId, setService] = useState(detail.serviceId ?? services[0]?.id ?? '');
  const reason = useReason();
  const service = services.find(({ id }) => id === serviceId);
  const changes = serviceId !== detail.serviceId;
  const submit = (): void => {
    const words = changes ? reason.given() : '';
    if (service && words !== null) void transmit(desk, service, words);
  };
  return (
    <PopoverForm desk={desk} title={t('transmit.title')} submit={t('transmit.act')} onSubmit={submit}>
      <SelectField
        label={t('transmit.service')}
        value={serviceId}
        options={services.map(({ id, name, organisation }) => [id, `${name}, ${organisation}`] as const)}
        onChange={setService}
      />
      {changes && reason.field}
    </PopoverForm>
  );
}

/** Who follows it instead: those at work first, the least loaded before the others. */
export function OwnerPopover({ desk, detail }: OpenProps) {
  const agents = [...desk.frontDesk.agents.value]
    .filter(({ id }) => id !== detail.owner?.id)
    .sort((a, b) => Number(b.onDuty) - Number(a.onDuty) || a.load - b.load);
  const [agentId, setAgent] = useState(agents[0]?.id ?? '');
  const reason = useReason();
  const submit = (): void => {
    const agent = agents.find(({ id }) => id === agentId);
    const words = reason.given();
    if (agent && words !== null) void pass(desk, agent, words);
  };
  return (
    <PopoverForm desk={desk} title={t('owner.title')} submit={t('owner.change')} onSubmit={submit}>
      <SelectField
        label={t('owner.next')}
        value={agentId}
        options={agents.map(({ id, name, onDuty, load }) => [
          id,
          t(onDuty ? 'owner.lineOn' : 'owner.lineOff', { name, load }),
        ])}
        onChange={setAgent}
      />
      {reason.field}
    </PopoverForm>
  );
}

/** Why the service gives it back. */
export function RefusePopover({ desk }: OpenProps) {
  const reason = useReason();
  const submit = (): void => {
    const words = reason.given();
    if (words !== null) void refuse(desk, words);
  };
  return (
    <PopoverForm desk={desk} title={t('answer.refuseTitle')} submit={t('answer.refuse')} onSubmit={submit}>
      {reason.field}
    </PopoverForm>
  );
}

const WAYS: readonly AcknowledgementWay[] = ['CALL', 'LETTER', 'COUNTER'];

/** How whoever asked was told that it was received. */
export function AcknowledgePopover({ desk, detail }: OpenProps) {
  const [way, setWay] = useState<AcknowledgementWay>(detail.contact?.phone ? 'CALL' : 'LETTER');
  const [text, setText] = useState('');
  return (
    <PopoverForm
      desk={desk}
      title={t('acknowledge.title')}
      submit={t('acknowledge.act')}
      onSubmit={() => void acknowledge(desk, way, text.trim())}
    >
      <SelectField
        label={t('acknowledge.way')}
        value={way}
        options={WAYS.map((each) => [each, t(`acknowledge.${each}`)] as const)}
        onChange={(chosen) => setWay(chosen as AcknowledgementWay)}
      />
      <TextField label={t('acknowledge.text')} value={text} onInput={setText} />
    </PopoverForm>
  );
}
