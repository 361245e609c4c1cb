import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../core/settings-types';
import { areTimes, dayOf, hoursWords, monthAfter, timeOf, weekWith, weekdayOf, weeksOf } from './month';

const office: Calendar = {
  code: 'accueil',
  name: 'Accueil',
  zone: 'Europe/Paris',
  holidays: 'FRANCE',
  hotline: true,
  open: false,
  week: [
    {
      weekday: 1,
      hours: [
        { opens: '09:00', closes: '12:00' },
        { opens: '13:30', closes: '17:00' },
      ],
    },
  ],
  days: [{ day: '2026-12-28', name: 'Inventaire', hours: [], holiday: false }],
  setting: { revision: 0 },
};

describe('A month', () => {
  it('begins its weeks on Monday and fills them', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks.flat().filter(Boolean)).toHaveLength(30);
  });
  it('has 29 days in February of a leap year', () => {
    expect(weeksOf('2028-02').flat().filter(Boolean)).toHaveLength(29);
  });
  it('is followed by January after December', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
  });
});

describe('A day of a calendar', () => {
  it('is like its weekday', () => {
    expect(weekdayOf('2026-11-30')).toBe(1);
    expect(hoursWords(dayOf(office, '2026-11-30').hours)).toBe('09:00–12:00, 13:30–17:00');
    expect(dayOf(office, '2026-12-01').hours).toEqual([]);
  });
  it('goes by what was entered for it before that', () => {
    expect(dayOf(office, '2026-12-28')).toEqual({ hours: [], special: office.days[0] });
  });
});

describe('A week', () => {
  it('loses a day that has no hours and keeps its order', () => {
    const more = weekWith(office.week, 3, [{ opens: '08:00', closes: '10:00' }]);
    expect(more.map(({ weekday }) => weekday)).toEqual([1, 3]);
    expect(weekWith(more, 1, []).map(({ weekday }) => weekday)).toEqual([3]);
  });
});

describe('A time', () => {
  it('is understood as people write it', () => {
    for (const text of ['9:30', '09:30', '9h30', '9 h 30', '0930']) expect(timeOf(text)).toBe('09:30');
    expect(timeOf('9')).toBe('09:00');
    expect(timeOf('24')).toBe('24:00');
  });
  it('is none when it is not', () => {
    for (const text of ['', 'neuf', '25:00', '9:75', '24:01']) expect(timeOf(text)).toBeNull();
  });
  it('must come before the one that it ends with', () => {
    expect(areTimes([{ opens: '09:00', closes: '12:00' }])).toBe(true);
    expect(areTimes([{ opens: '13:00', closes: '12:00' }])).toBe(false);
    expect(areTimes([{ opens: '9', closes: '12:00' }])).toBe(false);
  });
});
