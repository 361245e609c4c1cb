import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCommonMessages } from '../messages/common';
import { distance, metresBetween, moved } from './distance';
import { setLocale } from './i18n';
import {
  ago,
  before,
  clock,
  dayAndClock,
  dueWord,
  nearDay,
  promiseLength,
  setZone,
  shortSpan,
  span,
  unitWord,
  urgency,
} from './time';

/** With the spaces that a reader sees. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const now = Date.parse('2026-11-22T10:42:00Z');
const inMinutes = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();

beforeAll(() => {
  addCommonMessages();
  setZone('Europe/Paris');
});

describe('Times in French', () => {
  beforeEach(() => void setLocale('fr-FR'));
  it('says how long ago something was', () => {
    expect(plain(ago(inMinutes(0), now))).toBe('à l’instant');
    expect(plain(ago(inMinutes(-125), now))).toBe('il y a 2 h');
    expect(plain(ago(inMinutes(-60 * 50), now))).toBe('il y a 2 j');
  });
  it('says what is left, or how late it is', () => {
    expect(plain(dueWord({ dueAt: inMinutes(48), left: 0.2, late: false }, now))).toBe('48 min');
    expect(plain(dueWord({ dueAt: inMinutes(60 * 24 * 4 + 5), left: 0.8, late: false }, now))).toBe('4 j');
    expect(plain(dueWord({ dueAt: inMinutes(-490), left: 0, late: true }, now))).toBe('+ 8 h');
    expect(plain(dueWord({ dueAt: inMinutes(-490), pausedAt: inMinutes(-500), late: false }, now))).toBe(
      'en pause',
    );
    expect(plain(dueWord({ late: false }, now))).toBe('Réglé');
  });
  it('writes hours and days in the zone of the jurisdiction', () => {
    expect(plain(clock('2026-11-20T07:12:00Z'))).toBe('8 h 12');
    expect(plain(clock('2026-11-20T11:00:00Z'))).toBe('12 h');
    expect(plain(dayAndClock('2026-11-20T07:12:00Z', now))).toBe('20 nov., 8 h 12');
    expect(plain(nearDay('2026-11-23T09:30:00Z', now))).toBe('demain, 10 h 30');
  });
  it('promises before a time, tomorrow or a day', () => {
    expect(plain(before('2026-11-22T15:30:00Z', now))).toBe('avant 16 h 30');
    expect(plain(before('2026-11-23T11:00:00Z', now))).toBe('avant demain 12 h');
    expect(plain(before('2026-11-30T11:00:00Z', now))).toBe('avant le 30 nov.');
  });
  it('counts units in words', () => {
    expect(plain(unitWord(span(6 * 86_400_000)))).toBe('jours');
    expect(plain(unitWord(span(3_600_000)))).toBe('heure');
  });
  it('writes distances with a comma', () => {
    expect(plain(distance(84))).toBe('84 m');
    expect(plain(distance(1480))).toBe('1,5 km');
  });
});

describe('A number and its unit', () => {
  it('are never torn apart at the end of a line', () => {
    setLocale('fr');
    expect(shortSpan(48 * 60_000)).toBe('48\u00a0min');
    expect(promiseLength({ amount: 14_400, unit: 'MINUTES' })).toBe('10\u00a0jours');
    expect(promiseLength({ amount: 2, unit: 'WORKING_DAYS' })).toBe('2\u00a0jours\u00a0ouvrés');
    expect(promiseLength({ amount: 1, unit: 'WORKING_HOURS' })).toBe('1\u00a0heure\u00a0ouvrée');
  });
});

describe('Times in English', () => {
  beforeEach(() => void setLocale('en-GB'));
  it('says the same in its own way', () => {
    expect(plain(ago(inMinutes(-125), now))).toBe('2 h ago');
    expect(plain(dueWord({ dueAt: inMinutes(-490), late: true }, now))).toBe('+ 8 h');
    expect(plain(clock('2026-11-20T07:12:00Z'))).toBe('8:12');
    expect(plain(before('2026-11-30T11:00:00Z', now))).toBe('before 30 Nov');
  });
});

describe('Urgency', () => {
  it('follows the server, not the clock of the reader', () => {
    expect(plain(urgency({ left: 0.5, late: false }))).toBe('ok');
    expect(plain(urgency({ left: 0.1, late: false }))).toBe('warn');
    expect(plain(urgency({ left: 0, late: true }))).toBe('late');
    expect(plain(urgency({ late: false }))).toBe('done');
  });
});

describe('A step of five metres', () => {
  it('is five metres long wherever it is made', () => {
    const start = { type: 'Point' as const, coordinates: [2.9, 47.35] as [number, number] };
    expect(metresBetween(start, moved(start, 5, 0))).toBeCloseTo(5, 3);
    expect(metresBetween(start, moved(start, 0, -5))).toBeCloseTo(5, 3);
  });
});
