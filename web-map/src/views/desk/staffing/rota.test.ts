import { beforeAll, describe, expect, it } from 'vitest';
import { setLocale } from '../../../core/i18n';
import type { Duty, Rota } from '../../../core/staffing-types';
import { addStaffingMessages } from '../../../messages/staffing';
import {
  areSpans,
  dayAfter,
  dutiesIn,
  dutyWords,
  isLongCode,
  mondaysFrom,
  periodWords,
  spansOf,
  weekOf,
} from './rota';

const setting = { revision: 0 };
const standing: Duty = { id: '1', teamId: 'u', shiftId: 'n', firstDay: '2026-01-01', setting };
const week: Duty = {
  ...{ id: '2', teamId: 'u', shiftId: 'n', accountId: 'm', setting },
  ...{ firstDay: '2026-11-30', lastDay: '2026-12-06' },
};

beforeAll(() => {
  setLocale('fr');
  addStaffingMessages();
});

describe('The rota', () => {
  it('begins with the Monday of this week', () => {
    expect(mondaysFrom('2026-11-28', 3)).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
    expect(mondaysFrom('2026-11-23', 1)).toEqual(['2026-11-23']);
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  });
  it('puts what begins later before what stands', () => {
    expect(dutiesIn('2026-11-23', [standing, week])).toEqual([standing]);
    expect(dutiesIn('2026-11-30', [standing, week])).toEqual([week, standing]);
    expect(dutiesIn('2026-12-07', [standing, week])).toEqual([standing]);
  });
  it('says who answers, when and for how long', () => {
    const rota: Rota = {
      today: '2026-11-28',
      shifts: [{ id: 'n', code: 'NUIT', name: 'nuits', spans: [], uses: 0, setting }],
      teams: [{ id: 'u', code: 'U1', name: 'Urgences', members: ['m'] }],
      people: [{ id: 'm', name: 'Marie Doré', role: 'TEAM_MEMBER', shiftIds: [], onDuty: true, setting }],
      duties: [],
      absences: [],
    };
    expect(dutyWords(week, rota)).toBe('U1, Urgences (Marie Doré), nuits');
    expect(dutyWords(standing, rota)).toBe('U1, Urgences, nuits');
    expect(periodWords('2026-11-30', '2026-12-06')).toBe('du 30 nov. au 6 déc.');
    expect(periodWords('2026-11-30', undefined)).toBe('depuis le 30 nov., jusqu’à nouvel ordre');
  });
});

describe('A shift', () => {
  const spans = [
    { weekday: 1, starts: '22:00', ends: '06:00' },
    { weekday: 6, starts: '00:00', ends: '24:00' },
  ];
  it('is shown as a week and sent as it was', () => {
    expect(spansOf(weekOf(spans))).toEqual(spans);
  });
  it('may end on the next day', () => {
    expect(areSpans(spans)).toBe(true);
    expect(areSpans([])).toBe(false);
    expect(areSpans([{ weekday: 1, starts: '22h', ends: '06:00' }])).toBe(false);
  });
  it('has a code in capitals', () => {
    expect(isLongCode('ASTREINTE-2')).toBe(true);
    expect(isLongCode('astreinte')).toBe(false);
  });
});
