import { describe, expect, it } from 'vitest';
import { asNumber, asTracking } from './place-search';

describe('what is typed into the search box', () => {
  it('is a request number when it is only a number', () => {
    expect(asNumber('2026-004198')).toBe('2026-004198');
    expect(asNumber('n° 4198', 2026)).toBe('2026-004198');
    expect(asNumber(' 4198 ', 2026)).toBe('2026-004198');
  });
  it('is an address as soon as there is a word', () => {
    expect(asNumber('12 rue Gambetta')).toBeNull();
    expect(asNumber('')).toBeNull();
  });
});

describe('what is pasted to follow a request', () => {
  it('may be the link of its tracking page', () => {
    expect(asTracking('https://vigie.example/aubrelle/track/AbC-12?x=1')).toEqual({ token: 'AbC-12' });
  });
  it('may be a shared link or a number', () => {
    expect(asTracking('https://vigie.example/aubrelle/?map=1/2/3&request=2026-004198')).toEqual({
      number: '2026-004198',
    });
    expect(asTracking('n° 2026-004198')).toEqual({ number: '2026-004198' });
  });
  it('is refused when it is neither', () => {
    expect(asTracking('bonjour')).toBeNull();
  });
});
