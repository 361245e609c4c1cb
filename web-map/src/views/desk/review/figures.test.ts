import { beforeAll, describe, expect, it } from 'vitest';
import { setLocale } from '../../../core/i18n';
import type { Sums } from '../../../core/review-types';
import { addReviewMessages } from '../../../messages/review';
import { duration, dueOf, keptShare, levelOf, percent, pointWords, shareOf } from './figures';

const sums = (due: number, kept: number): Sums => ({
  received: 0,
  selfReports: 0,
  settled: 0,
  openAtEnd: 0,
  overdue: 0,
  firstAction: { n: 0 },
  settlement: { n: 0 },
  promises: [
    { commitment: 'ACKNOWLEDGE', due: 100, kept: 100, warned: 0 },
    { commitment: 'RESOLVE', due, kept, warned: 0 },
  ],
  handOvers: 0,
  handedOverAgain: 0,
  reopened: 0,
  visited: 0,
  secondVisits: 0,
  online: 0,
  phone: 0,
});

describe('The figures of a review', () => {
  beforeAll(() => {
    addReviewMessages();
    setLocale('fr');
  });
  it('are told in two units at most', () => {
    expect(duration(3 * 86_400 + 4 * 3600 + 59 * 60)).toBe('3\u00a0j\u00a04\u00a0h');
    expect(duration(2 * 3600 + 300)).toBe('2\u00a0h\u00a05\u00a0min');
    expect(duration(59)).toBe('0\u00a0min');
    expect(duration(undefined)).toBe('–');
  });
  it('leave the acknowledgement out of the share', () => {
    expect(dueOf(sums(10, 5))).toBe(10);
    expect(keptShare(sums(10, 5))).toBe(0.5);
    expect(keptShare(undefined)).toBeUndefined();
  });
  it('tell no share of nothing', () => {
    expect(shareOf(0, 0)).toBeUndefined();
    expect(percent(shareOf(0, 0))).toBe('–');
  });
  it('colour by time, and not where too few fell due', () => {
    expect(levelOf(sums(10, 9))).toBe('ok');
    expect(levelOf(sums(20, 15))).toBe('warn');
    expect(levelOf(sums(20, 14))).toBe('late');
    expect(levelOf(sums(9, 0))).toBe('none');
  });
  it('say what to look at', () => {
    expect(pointWords({ kind: 'WEAK', code: 'x', name: 'Nid-de-poule', value: 0.5, n: 20 })).toMatch(
      /^Nid-de-poule\s: 50\s%/,
    );
  });
});
