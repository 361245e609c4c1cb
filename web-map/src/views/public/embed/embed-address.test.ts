import { describe, expect, it } from 'vitest';
import { noFilters } from '../browse/page-address';
import { frameMarkup, readEmbed, writeEmbed, type EmbedAddress } from './embed-address';

const full: EmbedAddress = {
  filters: { ...noFilters(), domain: ['voirie'], category: ['pothole', 'kerb'], period: 30 },
  view: { zoom: 15, center: { type: 'Point', coordinates: [2.9, 47.35] } },
  layers: ['0a1b2c3d'],
  bounds: null,
  theme: 'dark',
  lang: 'en',
};

describe('the address of the map for other pages', () => {
  it('carries filters, view, theme and language, and reads them back', () => {
    expect(writeEmbed(full)).toBe(
      '?domain=voirie&category=pothole,kerb&layers=0a1b2c3d&period=30&map=15/47.35000/2.90000&theme=dark&lang=en',
    );
    expect(readEmbed(writeEmbed(full))).toEqual(full);
  });

  it('takes a box instead of a view', () => {
    expect(readEmbed('?bbox=2.8,47.3,2.95,47.4').bounds).toEqual([2.8, 47.3, 2.95, 47.4]);
  });

  it('leaves out what it does not understand', () => {
    for (const wrong of ['2.8,47.3,2.9', '2.9,47.3,2.8,47.4', 'a,b,c,d', '2,47,3,99', '2,47,3,48,5', ''])
      expect(readEmbed(`?bbox=${wrong}`).bounds, wrong).toBeNull();
    expect(readEmbed('?theme=sun&lang=xx')).toMatchObject({ theme: null, lang: null });
  });

  it('does not say what follows the reader anyway', () => {
    expect(writeEmbed({ filters: noFilters(), view: null, layers: [], theme: 'auto', lang: null })).toBe('');
  });
});

describe('what is pasted into another page', () => {
  it('cannot be broken out of by what is in it', () => {
    const frame = document.createElement('div');
    frame.innerHTML = frameMarkup('https://a.example/x/embed?a=1&lang="><b>', 'Vigie, "L’Île" <&>');
    const [found] = frame.children;
    expect(frame.children).toHaveLength(1);
    expect(found?.getAttribute('src')).toBe('https://a.example/x/embed?a=1&lang="><b>');
    expect(found?.getAttribute('title')).toBe('Vigie, "L’Île" <&>');
  });
});
