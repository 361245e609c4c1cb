import { describe, expect, it } from 'vitest';
import { choiceFrom, comparedWith, daysOf, hashOf, presetOf } from './periods';

describe('A period', () => {
  it('is named by the calendar', () => {
    expect(daysOf('lastMonth', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(daysOf('lastMonth', '2026-01-05')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
    expect(daysOf('thisMonth', '2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOf('lastQuarter', '2026-02-10')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(daysOf('lastYear', '2026-11-28')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
    expect(daysOf('twelveMonths', '2026-11-28')).toEqual({ from: '2025-11-01', to: '2026-10-31' });
  });
  it('is compared with the same days of the year before', () => {
    expect(comparedWith({ from: '2024-02-01', to: '2024-02-29' }, 'yearBefore')).toEqual({
      from: '2023-02-01',
      to: '2023-02-28',
    });
    expect(comparedWith({ from: '2025-02-01', to: '2025-02-28' }, 'yearBefore').to).toBe('2024-02-29');
  });
  it('is compared with as many months, or days, just before', () => {
    expect(comparedWith({ from: '2026-03-01', to: '2026-03-31' }, 'periodBefore')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    });
    expect(comparedWith({ from: '2026-03-10', to: '2026-03-12' }, 'periodBefore')).toEqual({
      from: '2026-03-07',
      to: '2026-03-09',
    });
  });
  it('stands in the address and comes back from it', () => {
    const choice = choiceFrom(
      '#review?from=2026-01-01&to=2026-01-31&team=E3&with=periodBefore',
      '2026-11-28',
    );
    expect(choice).toEqual({
      from: '2026-01-01',
      to: '2026-01-31',
      comparison: 'periodBefore',
      domain: '',
      team: 'E3',
      channel: '',
    });
    expect(choiceFrom(hashOf(choice), '2026-11-28')).toEqual(choice);
    expect(choiceFrom('#review?from=2026-31-01&to=x', '2026-11-28').from).toBe('2026-10-01');
  });
  it('knows its name', () => {
    expect(presetOf({ from: '2026-10-01', to: '2026-10-31' }, '2026-11-28')).toBe('lastMonth');
    expect(presetOf({ from: '2026-10-02', to: '2026-10-31' }, '2026-11-28')).toBe('chosen');
  });
});
