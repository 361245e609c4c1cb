import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisScope, GridCell } from '../../../core/analysis-types';
import { setLocale } from '../../../core/i18n';
import { addAnalysisMessages } from '../../../messages/analysis';
import { choiceFrom, hashOf, queryFor } from './choice';
import { comparisonPicture, framePicture, heatPicture, hotSpotPicture } from './grid-pictures';
import { scaleOf } from './scale';
import { promisePicture, silencePicture } from './sector-pictures';
import { stepName } from './step-name';

const SCOPE: AnalysisScope = {
  from: '2026-01-01',
  to: '2026-02-28',
  asOf: '2026-03-01T00:00:00Z',
  received: 12,
  outside: 1,
  unplaced: 2,
  epsgCode: 32631,
  cellMetres: 250,
};
const cell = (east: number): GridCell => ({
  eastingMetres: east * 250,
  northingMetres: 0,
  square: { type: 'Polygon', coordinates: [] },
});

beforeAll(() => {
  setLocale('en');
  addAnalysisMessages();
});

describe('A scale', () => {
  it('has equal steps up to the most, and nothing for nothing', () => {
    const { bounds, shadeOf } = scaleOf([0, 3, 10], true);
    expect(bounds).toEqual([2, 4, 6, 8, 10]);
    expect([0, 1, 2, 3, 10].map(shadeOf)).toEqual([null, 'h-1', 'h-1', 'h-2', 'h-5']);
  });
  it('has no empty steps where there are few', () => {
    expect(scaleOf([1, 2], true).bounds).toEqual([1, 2]);
    expect(scaleOf([], true).bounds).toEqual([1]);
  });
  it('reaches the most after its steps were rounded', () => {
    const { bounds, shadeOf } = scaleOf([123.4], false);
    expect(bounds).toEqual([25, 50, 75, 100, 125]);
    expect(shadeOf(123.4)).toBe('h-5');
  });
});

describe('The choice', () => {
  it('is what its address says', () => {
    const choice = choiceFrom(
      '#analysis?from=2026-01-01&to=2026-02-28&layer=frames&step=WEEK&category=lampadaire&cell=200',
      '2026-03-05',
    );
    expect(choiceFrom(hashOf(choice), '2026-03-05')).toEqual(choice);
    expect(queryFor(choice)).toMatchObject({
      step: 'WEEK',
      cellMetres: '200',
      category: 'lampadaire',
      radiusMetres: '',
    });
  });
  it('begins with the last twelve months and ignores what is not offered', () => {
    expect(choiceFrom('#analysis?layer=spells&cell=3&from=2026-99-01', '2026-03-05')).toMatchObject({
      layer: 'heat',
      cell: '',
      from: '2025-03-01',
      to: '2026-02-28',
    });
  });
});

describe('A picture', () => {
  it('of the density leaves empty squares out and tells the densest first', () => {
    const picture = heatPicture({
      scope: SCOPE,
      radiusMetres: 600,
      cells: [
        { cell: cell(1), requests: 1, perSquareKilometre: 2 },
        { cell: cell(2), requests: 4, perSquareKilometre: 10 },
        { cell: cell(3), requests: 0, perSquareKilometre: 0 },
      ],
    });
    expect(picture.cells.map(({ id, token }) => [id, token])).toEqual([
      ['250/0', 'h-1'],
      ['500/0', 'h-5'],
    ]);
    expect(picture.tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['500 / 0', '4', '10'],
      ['250 / 0', '1', '2'],
    ]);
    expect(picture.method).toContain('600 m');
  });
  it('of hot spots colours only what is more than chance', () => {
    const picture = hotSpotPicture({
      scope: SCOPE,
      threshold: 0.0004,
      cells: [
        { cell: cell(1), requests: 1, z: -0.2, p: 0.84, verdict: 'CHANCE' },
        { cell: cell(2), requests: 9, z: 4.1, p: 0.00004, verdict: 'HOT' },
      ],
    });
    expect(picture.cells.map(({ token }) => token)).toEqual([null, 'd-more-2']);
    expect(picture.tables[0]?.rows[0]?.cells.slice(1)).toEqual(['9', '4.1', '4E-5', 'hot']);
    expect(picture.legend.map(({ words }) => words)[0]).toBe('hot: 1 square');
  });
  it('of a step keeps the scale of the whole film', () => {
    const film = {
      scope: SCOPE,
      steps: ['2026-01-01', '2026-02-01'],
      cells: [{ cell: cell(1), counts: [1, 10] }],
    };
    const [first, last] = [0, 1].map((at) => framePicture(film, at, (step) => stepName(step, 'MONTH')));
    expect(first?.cells[0]?.token).toBe('h-1');
    expect(last?.cells[0]?.token).toBe('h-5');
    expect(first?.legend).toEqual(last?.legend);
    expect(last?.tables[0]?.name).toBe('February 2026');
  });
  it('of two periods sees more only where it is more than their lengths lead to expect', () => {
    const picture = comparisonPicture({
      before: SCOPE,
      after: SCOPE,
      shareAfter: 0.75,
      cells: [
        { cell: cell(1), before: 1, after: 2, p: 0.8, verdict: 'CHANCE' },
        { cell: cell(2), before: 0, after: 40, p: 1e-5, verdict: 'MORE' },
        { cell: cell(3), before: 0, after: 0, p: 1, verdict: 'CHANCE' },
      ],
      sectors: [{ code: '', name: '', before: 3, after: 1, p: 0.1, verdict: 'CHANCE' }],
    });
    expect(picture.cells.map(({ token }) => token)).toEqual(['d-less-1', 'd-more-2']);
    expect(picture.tables[0]?.rows[0]?.cells[0]).toBe('Outside of all sectors');
    expect(picture.tables[1]?.rows[0]?.cells[3]).toBe('+40');
  });
  it('of silence says what is unknown and begins with the most silent', () => {
    const picture = silencePicture({
      ...SCOPE,
      sectors: [
        {
          code: 'A',
          name: 'Alpha',
          requests: 9,
          streetKilometres: 3,
          perKilometre: 3,
          inhabitants: 900,
          perThousand: 10,
        },
        { code: 'B', name: 'Beta', requests: 0, streetKilometres: 2, perKilometre: 0 },
        { code: 'C', name: 'Gamma', requests: 0, streetKilometres: 0 },
      ],
    });
    expect(picture.tables[0]?.rows.map(({ id }) => id)).toEqual(['B', 'A', 'C']);
    expect(picture.tables[0]?.rows[0]?.cells.slice(3)).toEqual(['0', 'unknown', 'unknown']);
    expect(picture.sectors.get('B')?.token).toBe('h-1');
    expect(picture.sectors.get('C')?.token).toBeUndefined();
  });
  it('of promises colours no sector with few', () => {
    const picture = promisePicture({
      ...SCOPE,
      sectors: [
        { code: 'A', name: 'Alpha', received: 9, due: 20, kept: 19 },
        { code: 'B', name: 'Beta', received: 1, due: 1, kept: 0 },
      ],
    });
    expect([...picture.sectors]).toEqual([['A', { token: 't-ok', words: '95%' }]]);
    expect(picture.tables[0]?.rows.map(({ id }) => id)).toEqual(['B', 'A']);
  });
});
