import { describe, expect, it } from 'vitest';
import { lengthOf, minutesOf, places } from './ladder';

describe('The minutes of a step', () => {
  it('are told in the largest unit that fits them whole', () => {
    expect(lengthOf(1440)).toEqual({ amount: 1, unit: 'DAYS' });
    expect(lengthOf(90)).toEqual({ amount: 90, unit: 'MINUTES' });
    expect(lengthOf(-120)).toEqual({ amount: 2, unit: 'HOURS' });
    expect(lengthOf(0)).toEqual({ amount: 0, unit: 'MINUTES' });
  });
  it('come back from it', () => {
    for (const minutes of [30, 60, 1440, 14_400]) {
      const { amount, unit } = lengthOf(minutes);
      expect(minutesOf(amount, unit)).toBe(minutes);
    }
  });
});

describe('The line of a ladder', () => {
  it('has the due time at its start when no step comes before', () => {
    expect(places([{ minutesAfterDue: 30 }, { minutesAfterDue: 14_400 }])).toEqual({
      due: 0,
      steps: [4.6, 100],
    });
  });
  it('has the due time further on when a step warns before', () => {
    const { due, steps } = places([{ minutesAfterDue: -100 }, { minutesAfterDue: 100 }]);
    expect(due).toBe(50);
    expect(steps).toEqual([0, 100]);
  });
  it('stands on one point when the only step comes with the due time', () => {
    expect(places([{ minutesAfterDue: 0 }])).toEqual({ due: 0, steps: [0] });
  });
});
