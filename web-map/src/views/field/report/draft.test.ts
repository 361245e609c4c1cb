import { describe, expect, it } from 'vitest';
import { isComplete, itemsOf, type Draft } from './draft';

const told: Draft = {
  id: 'r',
  photos: [{ id: 'p', image: new Blob(['x']) }],
  category: 'leak',
  text: '',
  danger: null,
  sectorChoice: null,
  asset: null,
  position: { type: 'Point', coordinates: [2.9, 47.35] },
  source: 'GPS',
  address: '9 rue Diderot',
};

describe('A report from the field', () => {
  it('goes as its photos first, then the report that names them, in one lane', () => {
    const items = itemsOf(told, 'Fuite d’eau');
    expect(items.map(({ id }) => id)).toEqual(['p', 'r']);
    expect(new Set(items.map(({ lane }) => lane)).size).toBe(1);
    expect(items[1]).toMatchObject({
      photos: ['p'],
      body: { description: 'Fuite d’eau', locationSource: 'GPS' },
    });
  });
  it('says whether somebody is in danger and which sector was chosen, when that was told', () => {
    const body = (change: Partial<Draft>) => itemsOf({ ...told, ...change }, 'Fuite').at(-1);
    expect(body({ danger: 'POSSIBLE', sectorChoice: 'S02' })).toMatchObject({
      body: { danger: 'POSSIBLE', sectorChoice: 'S02' },
    });
    expect(body({})).not.toHaveProperty('body.danger');
    expect(body({})).not.toHaveProperty('body.sectorChoice');
  });
  it('names the lamp that was picked, and nothing when none was', () => {
    const position = { type: 'Point' as const, coordinates: [2.9, 47.35] as const };
    const asset = { id: 'a', kind: 'LAMP', code: '4711', name: '', position, retired: false };
    const body = (change: Partial<Draft>) => itemsOf({ ...told, ...change }, 'Fuite').at(-1);
    expect(body({ asset } as Partial<Draft>)).toMatchObject({ body: { asset: 'a' } });
    expect(body({})).not.toHaveProperty('body.asset');
  });
  it('needs a place, a category, and a picture or a word', () => {
    expect(isComplete(told)).toBe(true);
    expect(isComplete({ ...told, photos: [] })).toBe(false);
    expect(isComplete({ ...told, photos: [], text: 'Ça coule' })).toBe(true);
    expect(isComplete({ ...told, position: null })).toBe(false);
    expect(isComplete({ ...told, category: null })).toBe(false);
  });
});
