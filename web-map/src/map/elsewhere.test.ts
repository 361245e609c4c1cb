import { describe, expect, it } from 'vitest';
import type { Point } from '../core/types';
import { Elsewhere } from './elsewhere';

const at = (lon: number, lat = 47.35): Point => ({ type: 'Point', coordinates: [lon, lat] });

/** A map that shows what lies west of a longitude. */
function mapTo(east: number) {
  const view = { east };
  const elsewhere = new Elsewhere(({ coordinates: [lon] }) => lon < view.east);
  return { view, elsewhere };
}

describe('New requests elsewhere', () => {
  it('are those outside the view, each counted once', () => {
    const { elsewhere } = mapTo(3);
    elsewhere.add('here', at(2.9));
    elsewhere.add('there', at(3.1));
    elsewhere.add('there', at(3.2));
    expect([...elsewhere.unseen.value.keys()]).toEqual(['there']);
  });
  it('are seen as soon as the view shows them', () => {
    const { view, elsewhere } = mapTo(3);
    elsewhere.add('near', at(3.1));
    elsewhere.add('far', at(3.9));
    view.east = 3.5;
    elsewhere.look();
    expect([...elsewhere.unseen.value.keys()]).toEqual(['far']);
  });
  it('lie in one box, and are forgotten when they are gone', () => {
    const { elsewhere } = mapTo(3);
    elsewhere.add('a', at(3.1, 47.3));
    elsewhere.add('b', at(3.4, 47.2));
    expect(elsewhere.bounds()).toEqual([3.1, 47.2, 3.4, 47.3]);
    elsewhere.drop('b');
    expect(elsewhere.bounds()).toEqual([3.1, 47.3, 3.1, 47.3]);
    elsewhere.clear();
    expect(elsewhere.unseen.value.size).toBe(0);
  });
});
