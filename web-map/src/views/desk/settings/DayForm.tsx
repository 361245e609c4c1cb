import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { SettingsApi } from '../../../core/settings-api';
import type { Calendar, Hours } from '../../../core/settings-types';
import { TextField } from '../../../ui/TextField';
import { ChangeBar, effectWords } from './ChangeBar';
import { HoursRows } from './HoursRows';
import { areTimes, dayOf, dayWords, hoursOf, weekdayOf } from './month';

/** The last two are told to every calendar that knows holidays. */
type Kind = 'closed' | 'hours' | 'usual' | 'holiday' | 'noHoliday';

interface DayFormProps {
  api: SettingsApi;
  calendar: Calendar;
  day: string;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

/** Closes one day, opens it at other hours, makes it like its weekday again, or says whether it is a holiday. */
export function DayForm({ api, calendar, day, onDone, onCancel }: DayFormProps) {
  const { hours: now, special } = dayOf(calendar, day);
  const entered = special !== null && !special.holiday;
  const [kind, setKind] = useState<Kind>(entered && now.length > 0 ? 'hours' : 'closed');
  const [name, setName] = useState(entered ? special.name : '');
  const [hours, setHours] = useState<Hours[]>(
    now.length > 0 ? [...now] : hoursOf(calendar.week, weekdayOf(day)),
  );
  const knowsHolidays = calendar.holidays !== 'NONE';
  const kinds: Kind[] = [
    'closed',
    'hours',
    ...(entered ? (['usual'] as const) : []),
    ...(knowsHolidays && !special?.holiday ? (['holiday'] as const) : []),
    ...(knowsHolidays && special ? (['noHoliday'] as const) : []),
  ];
  const { revision } = calendar.setting;
  const sent = { name: name.trim(), hours: kind === 'closed' ? [] : hours };
  return (
    <div class="settings__form">
      <h3>{dayWords(day)}</h3>
      {special && <p class="settings__hint">{special.name}</p>}
      <fieldset class="settings__kinds">
        <legend class="field__label">{t('settings.day')}</legend>
        {kinds.map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => setKind(one)} />
            {t(`settings.day.${one}`)}
          </label>
        ))}
      </fieldset>
      {kind !== 'usual' && (
        <TextField label={t('settings.day.name')} value={name} onInput={setName} autofocus />
      )}
      {kind === 'hours' && <HoursRows of={dayWords(day)} hours={hours} onChange={setHours} />}
      <ChangeBar
        subject={`${kind} ${JSON.stringify(sent)}`}
        ready={
          kind === 'usual' ||
          (sent.name !== '' && (kind !== 'hours' || (hours.length > 0 && areTimes(hours))))
        }
        run={(preview) => {
          if (kind === 'usual') return api.usualDay(calendar.code, day, { revision, preview });
          if (kind === 'closed' || kind === 'hours')
            return api.setDay(calendar.code, day, sent, { revision, preview });
          return api.announceHoliday(day, { holiday: kind === 'holiday', name: sent.name }, preview);
        }}
        words={effectWords}
        onDone={onDone}
        onCancel={onCancel}
      />
    </div>
  );
}
