import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Calendar } from '../../../core/settings-types';
import { nearDay } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { now } from '../../../ui/clock';
import { Icon } from '../../../ui/Icon';
import { CalendarForm } from './CalendarForm';
import { DayForm } from './DayForm';
import { dayWords, hoursWords } from './month';
import { MonthPicture } from './MonthPicture';
import { NewCalendar } from './NewCalendar';
import { Chooser, LastChange, Section } from './Parts';
import type { SectionProps } from './SettingsScreen';
import { useSetting } from './use-setting';

/** When somebody works and answers: hours, holidays, days that the town closes by hand. */
export function Calendars({ desk, api }: SectionProps) {
  const loaded = useSetting(() => api.calendars());
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t('settings.calendars')} hint={t('settings.calendars.hint')} loaded={loaded}>
      {({ items, rules }) => {
        const calendar = items.find(({ code }) => code === chosen) ?? items[0];
        return (
          <>
            <Chooser
              label={t('settings.calendars')}
              chosen={adding ? null : (calendar?.code ?? null)}
              items={items.map((one) => ({ key: one.code, title: one.name, note: stateWords(one) }))}
              onChoose={(code) => {
                setChosen(code);
                setAdding(false);
              }}
            />
            {desk.rights.setUp && !adding && (
              <Button icon="plus" onClick={() => setAdding(true)}>
                {t('settings.calendar.new')}
              </Button>
            )}
            {adding ? (
              <NewCalendar
                api={api}
                rules={rules}
                onCancel={() => setAdding(false)}
                onAdded={async (code) => {
                  await loaded.reload();
                  setChosen(code);
                  setAdding(false);
                }}
              />
            ) : (
              calendar && (
                <One
                  key={`${calendar.code} ${calendar.setting.revision}`}
                  api={api}
                  calendar={calendar}
                  rules={rules}
                  onDone={loaded.reload}
                />
              )
            )}
          </>
        );
      }}
    </Section>
  );
}

interface OneProps {
  api: SectionProps['api'];
  calendar: Calendar;
  rules: readonly string[];
  onDone: () => Promise<void>;
}

function One({ api, calendar, rules, onDone }: OneProps) {
  const [day, setDay] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  return (
    <div class="settings__two">
      <div class="settings__card">
        <h2>
          <bdi>{calendar.name}</bdi>
          {calendar.hotline && (
            <span class="tag">
              <Icon name="phone" size={14} /> {t('settings.hotline')}
            </span>
          )}
        </h2>
        <p class="settings__state">{stateWords(calendar)}</p>
        <LastChange setting={calendar.setting} />
        <CalendarForm
          key={String(editing)}
          api={api}
          calendar={calendar}
          rules={rules}
          editing={editing}
          onEdit={setEditing}
          onDone={onDone}
        />
      </div>
      <div class="settings__card">
        <h2>{t('settings.month')}</h2>
        <MonthPicture key={day?.slice(0, 7)} calendar={calendar} chosen={day} onChoose={setDay} />
        {day === null ? (
          <p class="settings__hint">{t('settings.month.hint')}</p>
        ) : (
          <DayForm
            key={day}
            api={api}
            calendar={calendar}
            day={day}
            onDone={onDone}
            onCancel={() => setDay(null)}
          />
        )}
        <DaysAhead calendar={calendar} onChoose={setDay} />
      </div>
    </div>
  );
}

/** What is not like its weekday: holidays and what was decided here. */
function DaysAhead({ calendar, onChoose }: { calendar: Calendar; onChoose: (day: string) => void }) {
  return (
    <details class="settings__days">
      <summary>{t('settings.days', { n: calendar.days.length })}</summary>
      <ul>
        {calendar.days.map(({ day, name, hours, holiday }) => (
          <li key={day}>
            <button type="button" onClick={() => onChoose(day)}>
              <b>{dayWords(day)}</b>
              <span>
                <bdi>{name}</bdi>, {hours.length === 0 ? t('settings.closed') : hoursWords(hours)}
              </span>
              {!holiday && <small>{t('settings.month.special')}</small>}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** "Ouvert, ferme aujourd’hui, 17 h" or "Fermé, ouvre demain, 9 h". */
function stateWords({ open, opensAt, closesAt }: Calendar): string {
  if (open)
    return closesAt === undefined
      ? t('settings.open')
      : t('settings.openUntil', { when: nearDay(closesAt, now.value) });
  return opensAt === undefined
    ? t('settings.closed')
    : t('settings.opens', { when: nearDay(opensAt, now.value) });
}
