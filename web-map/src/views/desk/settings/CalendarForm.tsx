import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { SettingsApi } from '../../../core/settings-api';
import type { Calendar, CalendarChange, Weekday } from '../../../core/settings-types';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { ChangeBar, effectWords } from './ChangeBar';
import { HoursRows } from './HoursRows';
import { areTimes, hoursOf, hoursWords, weekWith, weekdayWords } from './month';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

interface CalendarFormProps {
  api: SettingsApi;
  calendar: Calendar;
  rules: readonly string[];
  editing: boolean;
  onEdit: (editing: boolean) => void;
  onDone: () => Promise<void>;
}

/** The usual week, its holidays, and whether the hotline is answered by it. */
export function CalendarForm({ api, calendar, rules, editing, onEdit, onDone }: CalendarFormProps) {
  const { name, holidays, hotline, week, setting } = calendar;
  const [change, setChange] = useState<CalendarChange>({ name, holidays, hotline, week, reason: '' });
  const set = (part: Partial<CalendarChange>): void => setChange({ ...change, ...part });
  if (!editing)
    return (
      <>
        <dl class="week">
          {WEEKDAYS.map((weekday) => (
            <div key={weekday}>
              <dt>{weekdayWords(weekday)}</dt>
              <dd>{hoursWords(hoursOf(week, weekday)) || t('settings.closed')}</dd>
            </div>
          ))}
        </dl>
        <p class="settings__hint">{t(`settings.rule.${holidays}`)}</p>
        <Button onClick={() => onEdit(true)}>{t('settings.calendar.edit')}</Button>
      </>
    );
  return (
    <div class="settings__form">
      <TextField
        label={t('settings.name')}
        value={change.name}
        onInput={(text) => set({ name: text })}
        autofocus
      />
      <WeekFields week={change.week} onChange={(hours) => set({ week: hours })} />
      <SelectField
        label={t('settings.holidays')}
        value={change.holidays}
        options={rules.map((rule) => [rule, t(`settings.rule.${rule}`)] as const)}
        onChange={(rule) => set({ holidays: rule })}
      />
      <HotlineField hotline={change.hotline} onChange={(answers) => set({ hotline: answers })} />
      <TextField
        label={t('settings.reason')}
        hint={t('settings.reason.hint')}
        value={change.reason}
        onInput={(reason) => set({ reason })}
      />
      <ChangeBar
        subject={JSON.stringify(change)}
        ready={
          change.name.trim() !== '' &&
          change.reason.trim() !== '' &&
          change.week.length > 0 &&
          change.week.every(({ hours }) => areTimes(hours))
        }
        run={(preview) => api.changeCalendar(calendar.code, change, { revision: setting.revision, preview })}
        words={effectWords}
        onDone={onDone}
        onCancel={() => onEdit(false)}
      />
    </div>
  );
}

export function WeekFields({
  week,
  none,
  onChange,
}: {
  week: readonly Weekday[];
  none?: string;
  onChange: (week: Weekday[]) => void;
}) {
  return (
    <fieldset class="weekfields">
      <legend class="field__label">{t('settings.week')}</legend>
      {WEEKDAYS.map((weekday) => (
        <div key={weekday}>
          <span>{weekdayWords(weekday)}</span>
          <HoursRows
            of={weekdayWords(weekday)}
            hours={hoursOf(week, weekday)}
            none={none}
            onChange={(hours) => onChange(weekWith(week, weekday, hours))}
          />
        </div>
      ))}
    </fieldset>
  );
}

export function HotlineField({
  hotline,
  onChange,
}: {
  hotline: boolean;
  onChange: (hotline: boolean) => void;
}) {
  return (
    <label class="settings__check">
      <input
        type="checkbox"
        checked={hotline}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {t('settings.hotline.by')}
    </label>
  );
}
