import { style as basemap } from 'virtual:map-style/basemap';
import { style as request } from 'virtual:map-style/request';
import { style as sector } from 'virtual:map-style/sector';
import { describe, expect, it } from 'vitest';
import { legendOf } from './legend';
import { matches, pixelsOf, rulesAt } from './rules';
import type { Filter } from './style';

const is = (value: string): Filter => ({ op: 'is', property: 'class', value });
const named = (zoom: number): string[] =>
  rulesAt(basemap, zoom)
    .flat()
    .map(({ name }) => name);

describe('A rule', () => {
  it('holds for features that pass its filter', () => {
    const small: Filter = { op: 'not', of: { op: 'or', of: [is('main'), is('trunk')] } };
    expect(matches(small, { class: 'old' })).toBe(true);
    expect(matches(small, { class: 'main' })).toBe(false);
    expect(matches({ op: 'and', of: [small, is('old')] }, { class: 'path' })).toBe(false);
    expect(matches({ op: 'isNot', property: 'kind', value: 'TREE' }, {})).toBe(true);
    expect(matches(undefined, {})).toBe(true);
  });
  it('holds between its scales', () => {
    expect(named(14)).not.toContain('building');
    expect(named(15)).toContain('building');
    expect(named(16)).toEqual(expect.arrayContaining(['residential', 'street-name']));
    expect(named(17)).not.toContain('residential');
  });
  it('draws every street at every zoom that has it once, and over its edge', () => {
    for (let zoom = 13; zoom <= 19; zoom++)
      for (const street of ['residential', 'old', 'secondary', 'main', 'trunk', 'unheard-of']) {
        const drawn = rulesAt(basemap, zoom)
          .flat()
          .filter(({ filter }) => matches(filter, { kind: 'STREET', class: street }))
          .flatMap(({ symbolizers }) => symbolizers.filter(({ kind }) => kind === 'stroke'));
        const colours = drawn.map((one) => (one.kind === 'stroke' ? one.paint.colour : ''));
        const plain = zoom < 15 && !['secondary', 'main', 'trunk'].includes(street);
        expect(colours, `${street} at ${zoom}`).toEqual(plain ? ['b-street'] : ['b-case', 'b-street']);
      }
  });
  it('is as wide in metres as the scale of the map says', () => {
    expect(pixelsOf({ value: 2, unit: 'px' }, 12)).toBe(2);
    expect(pixelsOf({ value: 10, unit: 'metre' }, 17)).toBeCloseTo(8.37, 2);
  });
});

describe('The legend', () => {
  const keys = (zoom: number): string[] => legendOf(basemap, zoom).map(({ key }) => key);

  it('shows what is drawn at the zoom in view', () => {
    expect(keys(10)).not.toContain('legend.basemap.house');
    expect(keys(16)).toEqual(expect.arrayContaining(['legend.basemap.house', 'legend.basemap.path']));
  });
  it('has one line for what has one title, with everything it is drawn with', () => {
    expect(new Set(keys(15)).size).toBe(keys(15).length);
    const street = legendOf(basemap, 15).find(({ key }) => key === 'legend.basemap.street');
    expect(street?.symbolizers.map((one) => one.kind === 'stroke' && one.paint.colour)).toEqual([
      'b-case',
      'b-street',
    ]);
    expect(legendOf(sector, 13)).toHaveLength(1);
  });
  it('shows the symbol of every state', () => {
    expect(legendOf(request, 16).map(({ symbolizers }) => symbolizers.map(({ kind }) => kind))).toEqual(
      Array.from({ length: 5 }, () => ['mark', 'graphic']),
    );
  });
});
