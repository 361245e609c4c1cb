import { beforeAll, describe, expect, it } from 'vitest';
import { setLocale } from '../../../core/i18n';
import { setZone } from '../../../core/time';
import { addPublicMessages } from '../../../messages/public';
import { hotlineHours, hotlineNow } from './hotline';

/** With the spaces that a reader sees. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

const zone = 'Europe/Paris';
const base = {
  number: '0 800 18 00 18',
  costNote: '',
  hours: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '08:30', closes: '12:00' },
    { weekday, opens: '13:30', closes: '17:00' },
  ]),
};
beforeAll(async () => {
  await addPublicMessages('fr');
  setLocale('fr');
  setZone(zone);
});

describe('the hotline', () => {
  it('says until when it is open, and when again the same day', () => {
    const open = { ...base, open: true, closesAt: '2026-11-20T11:00:00Z' };
    const now = Date.parse('2026-11-20T09:00:00Z');
    expect(plain(hotlineHours(open, zone, now))).toBe('jusqu’à 12 h, puis 13 h 30 à 17 h');
    const afternoon = { ...base, open: true, closesAt: '2026-11-20T16:00:00Z' };
    expect(plain(hotlineHours(afternoon, zone, now))).toBe('jusqu’à 17 h');
  });

  it('says when it opens again', () => {
    const now = Date.parse('2026-11-20T19:00:00Z');
    const closed = (opensAt: string) => hotlineHours({ ...base, open: false, opensAt }, zone, now);
    expect(plain(closed('2026-11-21T07:30:00Z'))).toBe('ouvre demain à 8 h 30');
    expect(plain(closed('2026-11-23T07:30:00Z'))).toBe('ouvre lundi à 8 h 30');
  });

  it('closes by itself on a page left open', () => {
    const open = { ...base, open: true, closesAt: '2026-11-20T11:00:00Z' };
    expect(hotlineNow(open, Date.parse('2026-11-20T10:00:00Z')).open).toBe(true);
    expect(hotlineNow(open, Date.parse('2026-11-20T14:00:00Z')).open).toBe(false);
  });
});
