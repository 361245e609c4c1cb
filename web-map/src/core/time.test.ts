import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addCommonMessages } from '../messages/common';
import { distance, metresBetween, moved } from './distance';
import { setLocale } from './i18n';
import { ago, before, clock, dayAndClock, dueWord, nearDay, setZone, span, unitWord, urgency } from './time';

const now = Date.parse('2026-11-22T10:42:00Z');
const inMinutes = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();

beforeAll(() => {
  addCommonMessages();
  setZone('Europe/Paris');
});

describe('Times in French', () => {
  beforeEach(() => void setLocale('fr-FR'));
  it('says how long ago something was', () => {
    expect(ago(inMinutes(0), now)).toBe('à l’instant');
    expect(ago(inMinutes(-125), now)).toBe('il y a 2 h');
    expect(ago(inMinutes(-60 * 50), now)).toBe('il y a 2 j');
  });
  it('says what is left, or how late it is', () => {
    expect(dueWord({ dueAt: inMinutes(48), left: 0.2, late: false }, now)).toBe('48 min');
    expect(dueWord({ dueAt: inMinutes(60 * 24 * 4 + 5), left: 0.8, late: false }, now)).toBe('4 j');
    expect(dueWord({ dueAt: inMinutes(-490), left: 0, late: true }, now)).toBe('+ 8 h');
    expect(dueWord({ late: false }, now)).toBe('Réglé');
  });
  it('writes hours and days in the zone of the jurisdiction', () => {
    expect(clock('2026-11-20T07:12:00Z')).toBe('8 h 12');
    expect(clock('2026-11-20T11:00:00Z')).toBe('12 h');
    expect(dayAndClock('2026-11-20T07:12:00Z', now)).toBe('20 nov., 8 h 12');
    expect(nearDay('2026-11-23T09:30:00Z', now)).toBe('demain, 10 h 30');
  });
  it('promises before a time, tomorrow or a day', () => {
    expect(before('2026-11-22T15:30:00Z', now)).toBe('avant 16 h 30');
    expect(before('2026-11-23T11:00:00Z', now)).toBe('avant demain 12 h');
    expect(before('2026-11-30T11:00:00Z', now)).toBe('avant le 30 nov.');
  });
  it('counts units in words', () => {
    expect(unitWord(span(6 * 86_400_000))).toBe('jours');
    expect(unitWord(span(3_600_000))).toBe('heure');
  });
  it('writes distances with a comma', () => {
    expect(distance(84)).toBe('84 m');
    expect(distance(1480)).toBe('1,5 km');
  });
});

describe('Times in English', () => {
  beforeEach(() => void setLocale('en-GB'));
  it('says the same in its own way', () => {
    expect(ago(inMinutes(-125), now)).toBe('2 h ago');
    expect(dueWord({ dueAt: inMinutes(-490), late: true }, now)).toBe('+ 8 h');
    expect(clock('2026-11-20T07:12:00Z')).toBe('8:12');
    expect(before('2026-11-30T11:00:00Z', now)).toBe('before 30 Nov');
  });
});

describe('Urgency', () => {
  it('follows the server, not the clock of the reader', () => {
    expect(urgency({ left: 0.5, late: false })).toBe('ok');
    expect(urgency({ left: 0.1, late: false })).toBe('warn');
    expect(urgency({ left: 0, late: true })).toBe('late');
    expect(urgency({ late: false })).toBe('done');
  });
});

describe('A step of five metres', () => {
  it('is five metres long wherever it is made', () => {
    const start = { type: 'Point' as const, coordinates: [2.9, 47.35] as [number, number] };
    expect(metresBetween(start, moved(start, 5, 0))).toBeCloseTo(5, 3);
    expect(metresBetween(start, moved(start, 0, -5))).toBeCloseTo(5, 3);
  });
});
