import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Calendar } from '../../../core/settings-types';
import { isoDay } from '../../../core/time';
import { IconButton } from '../../../ui/Buttons';
import { now } from '../../../ui/clock';
import { dayOf, dayWords, hoursWords, monthAfter, monthOf, monthWords, weekdayWords, weeksOf } from './month';

const MONTHS_AHEAD = 11;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

interface MonthPictureProps {
  calendar: Calendar;
  chosen: string | null;
  onChoose: (day: string) => void;
}

/** A month at a glance: open, closed, holiday, otherwise than usual. A day is a button. */
export function MonthPicture({ calendar, chosen, onChoose }: MonthPictureProps) {
  const today = isoDay(now.value);
  const first = monthOf(today);
  const [month, setMonth] = useState(monthOf(chosen ?? today));
  return (
    <div class="month">
      <header>
        <IconButton
          icon="back"
          class="flip"
          label={t('settings.month.before')}
          disabled={month <= first}
          onClick={() => setMonth(monthAfter(month, -1))}
        />
        <h3 aria-live="polite">{monthWords(month)}</h3>
        <IconButton
          icon="next"
          class="flip"
          label={t('settings.month.after')}
          disabled={month >= monthAfter(first, MONTHS_AHEAD)}
          onClick={() => setMonth(monthAfter(month, 1))}
        />
      </header>
      <table>
        <thead>
          <tr>
            {WEEKDAYS.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekdayWords(weekday)}>
                {weekdayWords(weekday, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.find(Boolean) ?? ''}>
              {week.map((day, at) => (
                <td key={day ?? at}>
                  {day && (
                    <Day calendar={calendar} day={day} today={today} chosen={chosen} onChoose={onChoose} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul class="month__legend">
        {(['open', 'closed', 'holiday', 'special'] as const).map((kind) => (
          <li key={kind}>
            <i class={`month__key month__key--${kind}`} aria-hidden="true" />
            {t(`settings.month.${kind}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Day({ calendar, day, today, chosen, onChoose }: MonthPictureProps & { day: string; today: string }) {
  const { hours, special } = dayOf(calendar, day);
  const names = [
    'month__day',
    hours.length === 0 ? 'month__day--closed' : 'month__day--open',
    special && (special.holiday ? 'month__day--holiday' : 'month__day--special'),
  ];
  const open = hours.length === 0 ? t('settings.closed') : hoursWords(hours);
  return (
    <button
      type="button"
      class={names.filter(Boolean).join(' ')}
      data-day={day}
      aria-pressed={day === chosen}
      aria-label={[dayWords(day), open, special?.name].filter(Boolean).join(', ')}
      title={[open, special?.name].filter(Boolean).join(', ')}
      disabled={day < today}
      {...(day === today ? { 'aria-current': 'date' as const } : {})}
      onClick={() => onChoose(day)}
    >
      {Number(day.slice(8))}
    </button>
  );
}
