import { describe, expect, it } from 'vitest';
import type { PriorityRow } from '../../../core/where-types';
import { cellKey, changed, writtenOf } from './priority-draft';

const ROW: PriorityRow = {
  category: 'nid-de-poule',
  placeClasses: [{ id: 'e', code: 'ECOLE', name: 'école', withinMetres: 100 }],
  cells: [
    { sentence: 'Comme d’habitude.' },
    { danger: 'IMMEDIATE', decided: 'URGENT', sentence: 'Pour toutes.' },
    { placeClassId: 'e', written: 'HIGH', decided: 'HIGH', sentence: 'Près d’une école.' },
  ],
  written: [{ category: 'nid-de-poule', cells: 1 }],
  setting: { revision: 3 },
};

describe('A row of the table of priorities', () => {
  it('begins with what is written in its own cells, not with what is decided further out', () => {
    expect([...writtenOf(ROW).values()]).toEqual([
      { danger: undefined, placeClassId: 'e', priority: 'HIGH' },
    ]);
    expect(changed(ROW, writtenOf(ROW))).toBe(false);
  });
  it('is changed by a cell that is written and by one that is emptied', () => {
    expect(changed(ROW, new Map())).toBe(true);
    const more = new Map(writtenOf(ROW)).set(cellKey({ danger: 'IMMEDIATE' }), {
      danger: 'IMMEDIATE',
      priority: 'LOW',
    });
    expect(changed(ROW, more)).toBe(true);
  });
});
