import { afterEach, describe, expect, it } from 'vitest';
import { present, tellTime } from './clock';

describe('the time of the city', () => {
  afterEach(() => tellTime(undefined));

  it('is the wall’s when nothing else was told', () => {
    expect(Math.abs(present() - Date.now())).toBeLessThan(1000);
  });

  it('goes on from what was told, at its own speed', () => {
    tellTime({ now: '2027-01-01T00:00:00Z', speed: 144 }, Date.now() - 10_000);
    const passed = present() - Date.parse('2027-01-01T00:00:00Z');
    expect(passed).toBeGreaterThanOrEqual(1_440_000);
    expect(passed).toBeLessThan(1_740_000);
  });

  it('stands still at speed 0', () => {
    tellTime({ now: '2027-01-01T00:00:00Z', speed: 0 }, Date.now() - 10_000);
    expect(present()).toBe(Date.parse('2027-01-01T00:00:00Z'));
  });
});
