import { describe, expect, it } from 'vitest';
import { assetLabel, isAway, type Asset } from './assets';
import { moved } from './distance';
import type { Point } from './types';

const position: Point = { type: 'Point', coordinates: [2.9, 47.35] };
const lamp: Asset = { id: 'a', kind: 'lamp', code: '4711', name: '', position, retired: false };

describe('A thing of the town', () => {
  it('is called by its kind and its code', () => {
    expect(assetLabel({ kind: 'bollard', code: '12' })).toBe('bollard 12');
  });
  it('is no longer meant when the pin has gone elsewhere; ground reaches farther', () => {
    expect(isAway(lamp, moved(position, 30, 0))).toBe(false);
    expect(isAway(lamp, moved(position, 100, 0))).toBe(true);
    expect(isAway({ ...lamp, shape: {} }, moved(position, 100, 0))).toBe(false);
  });
});
