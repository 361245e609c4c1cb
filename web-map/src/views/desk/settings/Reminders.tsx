import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { SettingsApi } from '../../../core/settings-api';
import type { Reminders as Read } from '../../../core/settings-types';
import { Button, IconButton } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { SelectField } from '../SelectField';
import { LastChange, NumberField, Section } from './Parts';
import { SaveBar } from './SaveBar';
import type { SectionProps } from './SettingsScreen';
import { useSetting } from './use-setting';

/** After how many days of nobody's doing a request is brought back to its team and owner. */
export function Reminders({ desk, api }: SectionProps) {
  const loaded = useSetting(() => api.reminders());
  return (
    <Section title={t('settings.reminders')} hint={t('settings.reminders.hint')} loaded={loaded}>
      {(reminders) => (
        <div class="settings__card" key={reminders.setting.revision}>
          <LastChange setting={reminders.setting} />
          <ReminderForm desk={desk} api={api} reminders={reminders} onDone={loaded.reload} />
        </div>
      )}
    </Section>
  );
}

interface ReminderFormProps {
  desk: Desk;
  api: SettingsApi;
  reminders: Read;
  onDone: () => Promise<void>;
}

function ReminderForm({ desk, api, reminders, onDone }: ReminderFormProps) {
  const [days, setDays] = useState(reminders.days);
  const [own, setOwn] = useState(reminders.categories);
  const [reason, setReason] = useState('');
  const may = desk.rights.rule;
  const all = desk.catalogue.value.domains.flatMap(({ categories }) => categories);
  const named = new Map(all.map(({ code, name }) => [code, name]));
  const free = all.filter(({ code }) => !own.some(({ category }) => category === code));
  return (
    <div class="settings__form">
      <NumberField
        label={t('settings.reminders.days')}
        value={days}
        min={1}
        max={365}
        disabled={!may}
        onInput={setDays}
      />
      {own.map((one) => (
        <OwnDays
          key={one.category}
          name={named.get(one.category) ?? one.category}
          days={one.days}
          may={may}
          onDays={(value) =>
            setOwn(own.map((each) => (each.category === one.category ? { ...each, days: value } : each)))
          }
          onRemove={() => setOwn(own.filter((each) => each.category !== one.category))}
        />
      ))}
      {may && free.length > 0 && (
        <SelectField
          label={t('settings.reminders.add')}
          value=""
          options={[['', t('settings.choose')], ...free.map(({ code, name }) => [code, name] as const)]}
          onChange={(category) => category !== '' && setOwn([...own, { category, days }])}
        />
      )}
      {may && (
        <>
          <TextField label={t('settings.reason')} value={reason} onInput={setReason} />
          <Button onClick={() => setDays(undefined)}>{t('settings.reminders.never')}</Button>
          <SaveBar
            ready
            save={() =>
              api.changeReminders(
                { days, categories: own, reason: reason.trim() },
                reminders.setting.revision,
              )
            }
            onDone={onDone}
          />
        </>
      )}
    </div>
  );
}

interface OwnDaysProps {
  name: string;
  days: number | undefined;
  may: boolean;
  onDays: (days: number | undefined) => void;
  onRemove: () => void;
}

/** A category that has a number of days of its own; without one it is never reminded of. */
function OwnDays({ name, days, may, onDays, onRemove }: OwnDaysProps) {
  return (
    <div class="settings__row">
      <NumberField
        label={t('settings.reminders.of', { category: name })}
        value={days}
        min={1}
        max={365}
        disabled={!may}
        onInput={onDays}
      />
      {may && (
        <IconButton
          icon="close"
          label={t('settings.reminders.remove', { category: name })}
          onClick={onRemove}
        />
      )}
    </div>
  );
}
