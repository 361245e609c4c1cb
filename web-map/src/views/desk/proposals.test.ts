import { describe, expect, it } from 'vitest';
import type { Asset } from '../../core/assets';
import type { Point } from '../../core/types';
import { propose } from './proposals';

const position: Point = { type: 'Point', coordinates: [2.9, 47.35] };
const lamp: Asset = { id: 'a', kind: 'lamp', code: '4711', name: 'Rue Haute', position, retired: false };
const stop = new AbortController().signal;
const addresses = () => Promise.resolve({ items: [{ label: '4711 rue Haute', position }], tookMs: 3 });

describe('What the address box proposes', () => {
  it('has things of the town by their code before the addresses', async () => {
    const { items } = await propose(
      { addresses, assets: () => Promise.resolve({ items: [lamp] }) },
      '4711',
      stop,
    );
    expect(items.map(({ asset }) => asset?.id)).toEqual(['a', undefined]);
    expect(items[0]?.locality).toBe('Rue Haute');
  });
  it('has the addresses when things cannot be asked for', async () => {
    const { items } = await propose({ addresses, assets: () => Promise.reject(new Error()) }, '4711', stop);
    expect(items).toHaveLength(1);
  });
});
