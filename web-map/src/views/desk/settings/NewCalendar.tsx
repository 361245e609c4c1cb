import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { SettingsApi } from '../../../core/settings-api';
import type { NewCalendar as Added } from '../../../core/settings-types';
import { TextField } from '../../../ui/TextField';
import { SelectField } from '../SelectField';
import { HotlineField, WeekFields } from './CalendarForm';
import { areTimes, weekWith } from './month';
import { SaveBar } from './SaveBar';

const OFFICE = { opens: '09:00', closes: '17:00' };

interface NewCalendarProps {
  api: SettingsApi;
  rules: readonly string[];
  onCancel: () => void;
  onAdded: (code: string) => Promise<void>;
}

/** Begins with an office's week. */
export function NewCalendar({ api, rules, onCancel, onAdded }: NewCalendarProps) {
  const [added, setAdded] = useState<Added>({
    code: '',
    name: '',
    holidays: rules.includes('FRANCE') ? 'FRANCE' : (rules[0] ?? 'NONE'),
    hotline: false,
    week: [1, 2, 3, 4, 5].reduce((week, day) => weekWith(week, day, [OFFICE]), [] as Added['week']),
  });
  const set = (part: Partial<Added>): void => setAdded({ ...added, ...part });
  return (
    <div class="settings__card settings__form">
      <h2>{t('settings.calendar.new')}</h2>
      <TextField
        label={t('settings.name')}
        value={added.name}
        onInput={(name) => set({ name, code: codeOf(name) })}
        autofocus
      />
      <WeekFields week={added.week} onChange={(week) => set({ week })} />
      <SelectField
        label={t('settings.holidays')}
        value={added.holidays}
        options={rules.map((rule) => [rule, t(`settings.rule.${rule}`)] as const)}
        onChange={(holidays) => set({ holidays })}
      />
      <HotlineField hotline={added.hotline} onChange={(hotline) => set({ hotline })} />
      <SaveBar
        ready={added.code !== '' && added.week.length > 0 && added.week.every(({ hours }) => areTimes(hours))}
        save={() => api.addCalendar(added)}
        onDone={() => onAdded(added.code)}
        onCancel={onCancel}
      />
    </div>
  );
}

/** "Été, piscine" becomes "ete-piscine". */
export function codeOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}
