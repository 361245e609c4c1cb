import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { DeskDetail } from '../../../core/staff-types';
import type { State } from '../../../core/types';
import { StateDot } from '../../../ui/Parts';
import { TextField } from '../../../ui/TextField';
import { changeState } from '../acts';
import type { Desk } from '../desk';
import { handOn, ReceiverField } from '../following/HandOn';
import { PopoverForm } from './PopoverForm';

/** These are not believed without an explanation, to staff or to the public. */
const EXPLAINED: readonly State[] = ['REJECTED', 'FORWARDED', 'DUPLICATE', 'REOPENED', 'RESOLVED', 'CLOSED'];

export function StatePopover({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const next = detail.nextStates ?? [];
  const [to, setTo] = useState<State | undefined>(next[0]);
  const [reason, setReason] = useState('');
  const [publicText, setPublicText] = useState('');
  const [receiver, setReceiver] = useState('');
  const [missing, setMissing] = useState<string | undefined>();
  if (!to) return <p class="pop pop--words">{t('state.none')}</p>;
  const submit = (): void => {
    const words = [reason, publicText].map((text) => text.trim());
    if (EXPLAINED.includes(to) && words.every((text) => text === '')) setMissing(t('state.missing'));
    else if (to === 'FORWARDED' && receiver !== '')
      void handOn(desk, receiver, words[0] ?? '', words[1] ?? '');
    else void changeState(desk, to, words[0] ?? '', words[1] ?? '');
  };
  const write = (set: (text: string) => void) => (text: string) => {
    set(text);
    setMissing(undefined);
  };
  return (
    <PopoverForm
      desk={desk}
      title={t('state.title')}
      submit={t('state.go', { state: t(`state.${to}`) })}
      onSubmit={submit}
    >
      <div class="pop__states" role="radiogroup" aria-label={t('state.title')}>
        {next.map((state) => (
          <label key={state} class="state-choice">
            <input type="radio" name="state" checked={state === to} onChange={() => setTo(state)} />
            <StateDot state={state} />
          </label>
        ))}
      </div>
      {to === 'FORWARDED' && (
        <ReceiverField desk={desk} requestId={detail.id} value={receiver} onChange={setReceiver} />
      )}
      <TextField label={t('state.reason')} value={reason} onInput={write(setReason)} />
      <TextField
        label={t('state.publicText')}
        multiline
        rows={2}
        value={publicText}
        onInput={write(setPublicText)}
        error={missing}
      />
    </PopoverForm>
  );
}
