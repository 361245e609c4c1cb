import { describe, expect, it } from 'vitest';
import { browseInsets, freeBox } from './layout';

describe('the part of the map that "here" means', () => {
  const bounds: [number, number, number, number] = [0, 0, 10, 10];
  const size = { width: 1000, height: 1000 };

  it('leaves out what the panel covers', () => {
    expect(freeBox(bounds, size, browseInsets(false, { card: false, sheet: 0 }))).toEqual([4, 0, 10, 10]);
  });
  it('leaves out the search and the sheet on a phone', () => {
    const [, south, , north] = freeBox(bounds, size, browseInsets(true, { card: false, sheet: 300 }));
    expect(south).toBeCloseTo(3);
    expect(north).toBeCloseTo(8.88);
  });
  it('is the whole map when panels cover everything', () => {
    expect(freeBox(bounds, size, { top: 600, bottom: 600, left: 0, right: 0 })).toEqual(bounds);
  });
});
