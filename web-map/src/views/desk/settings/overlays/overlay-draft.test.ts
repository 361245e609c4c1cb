import { describe, expect, it } from 'vitest';
import type { OfferedLayer } from '../../../../core/overlay-types';
import { chosenFrom, isReady, newOverlay, wholeHost } from './overlay-draft';

const LAYER: OfferedLayer = {
  name: 'town:trees',
  title: 'Arbres',
  attribution: 'Ville',
  address: 'https://geo.example.org/wms',
  style: '',
  format: 'image/png',
  version: '1.3.0',
  infoFormat: 'text/plain',
  styles: [],
};

describe('The draft of an overlay', () => {
  it('takes from a layer of the service all that it is asked by', () => {
    const chosen = chosenFrom(newOverlay(3), LAYER);
    expect(chosen).toMatchObject({
      titleFr: 'Arbres',
      titleEn: 'Arbres',
      layers: 'town:trees',
      attribution: 'Ville',
      position: 3,
    });
    expect(isReady(chosen)).toBe(true);
  });
  it('keeps the titles that somebody has written, and no legend of another layer', () => {
    const before = {
      ...newOverlay(0),
      titleFr: 'Nos arbres',
      legendAddress: 'https://geo.example.org/old.png',
    };
    const chosen = chosenFrom(before, LAYER);
    expect(chosen.titleFr).toBe('Nos arbres');
    expect(chosen).not.toHaveProperty('legendAddress');
  });
  it('goes no farther than the tiles of the layer', () => {
    expect(chosenFrom(newOverlay(0), { ...LAYER, minZoom: 13, maxZoom: 16 })).toMatchObject({
      minZoom: 13,
      maxZoom: 16,
    });
  });
  it('names the host that pages may load everything from, where its path is none', () => {
    const hostOf = (address: string): string | null => wholeHost({ ...newOverlay(0), address });
    for (const open of ['https://a.example', 'https://a.example/?map=x', 'https://a.example/{z}/{x}/{y}.png'])
      expect(hostOf(open), open).toBe('a.example');
    for (const narrow of ['https://a.example/wms?x=1', 'https://a.example/ortho/{z}/{x}/{y}.png', 'https://'])
      expect(hostOf(narrow), narrow).toBeNull();
  });
  it('is not ready without titles, address or layer', () => {
    expect(isReady(newOverlay(0))).toBe(false);
    expect(isReady({ ...chosenFrom(newOverlay(0), LAYER), layers: '' })).toBe(false);
  });
});
