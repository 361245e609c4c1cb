import { describe, expect, it } from 'vitest';
import { inkOf, type Palette } from './palette';

describe('Ink', () => {
  it('is opaque or not, also where the build has shortened a colour', () => {
    const palette = { halo: '#fff', 'halo-dark': '#0c1218' } as unknown as Palette;
    expect(inkOf(palette, { colour: 'halo', opacity: 0.72 })).toBe('#ffffffb8');
    expect(inkOf(palette, { colour: 'halo-dark', opacity: 0.02 })).toBe('#0c121805');
    expect(inkOf(palette, { colour: 'halo', opacity: 1 })).toBe('#fff');
    expect(inkOf(palette, { colour: 'unheard-of', opacity: 1 })).toBe('#888888');
  });
});
