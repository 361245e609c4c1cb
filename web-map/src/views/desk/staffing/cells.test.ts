import { beforeAll, describe, expect, it } from 'vitest';
import { setLocale } from '../../../core/i18n';
import type { CoverageTable } from '../../../core/staffing-types';
import { addStaffingMessages } from '../../../messages/staffing';
import { cellLine, cellTrouble, cellWords } from './cells';

const setting = { revision: 0 };
const table: CoverageTable = {
  items: [],
  sectors: [{ id: 's', code: 'W', name: 'Ouest', teamId: 't', setting }],
  categories: [{ id: 'c', code: 'nid', name: 'Nid-de-poule', domain: 'voirie', offered: true }],
  shifts: [{ id: 'h', code: 'NUIT', name: 'nuits' }],
};
const others = [{ teamId: '2', code: 'E2', name: 'Est', cells: [{ sectorId: 's', shiftId: 'h' }], setting }];

beforeAll(() => {
  setLocale('fr');
  addStaffingMessages();
});

describe('A cell of the coverage', () => {
  it('is told as where, what and when', () => {
    expect(cellLine(cellWords({ sectorId: 's', categoryId: 'c' }, table))).toBe(
      'Ouest, Nid-de-poule, Toujours',
    );
    expect(cellLine(cellWords({ categoryId: 'x', shiftId: 'h' }, table))).toBe(
      'Partout, n’existe plus, nuits',
    );
  });
  it('names a sector or a category, once, and is one team’s', () => {
    expect(cellTrouble({ shiftId: 'h' }, [], others)).toBe(
      'Choisissez un secteur, une catégorie ou les deux.',
    );
    expect(cellTrouble({ categoryId: 'c' }, [{ categoryId: 'c' }], others)).toBe('Déjà dans la liste.');
    expect(cellTrouble({ sectorId: 's', shiftId: 'h' }, [], others)).toBe(
      'E2, Est couvre déjà cela, aux mêmes heures.',
    );
    expect(cellTrouble({ sectorId: 's' }, [], others)).toBeNull();
  });
});
