import { t } from '../../../core/i18n';
import { RequesterFields } from '../../../ui/RequesterFields';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { Part } from './Part';

/** Who asks; optional, and seen by the service alone. A known number brings the rest. */
export function Who({ desk }: { desk: Desk }) {
  const { call } = desk;
  const { phone, name, email, channel, requesterType, organisation } = call.draft.value;
  return (
    <Part n={4} title={t(channel === 'PHONE' ? 'call.who' : 'call.whoOther')} hint={t('call.whoHint')}>
      <div class="call__pair call__pair--who">
        <TextField
          label={t('call.phone')}
          type="tel"
          autocomplete="off"
          value={phone}
          onInput={(text) => call.setPhone(text)}
        />
        <TextField
          label={t('call.name')}
          autocomplete="off"
          value={name}
          onInput={(text) => call.set({ name: text })}
        />
      </div>
      <TextField
        label={t('call.email')}
        type="email"
        autocomplete="off"
        value={email}
        onInput={(text) => call.set({ email: text })}
      />
      <RequesterFields
        type={requesterType}
        organisation={organisation}
        onChange={(change) => call.set(change)}
      />
    </Part>
  );
}
