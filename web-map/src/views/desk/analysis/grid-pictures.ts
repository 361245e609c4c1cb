import type {
  AnalysisScope,
  Change,
  Frames,
  Heat,
  HotSpots,
  PeriodComparison,
} from '../../../core/analysis-types';
import { number, t } from '../../../core/i18n';
import type { Shade, Token } from '../../../map';
import {
  cellId,
  cellName,
  decimal,
  EMPTY,
  probability,
  signed,
  type LegendItem,
  type Picture,
} from './picture';
import { scaleOf, shadeAt, type Scale } from './scale';

export function heatPicture({ scope, radiusMetres, cells }: Heat): Picture {
  const scale = scaleOf(
    cells.map((each) => each.perSquareKilometre),
    false,
  );
  return {
    ...EMPTY,
    cells: cells
      .filter((each) => each.perSquareKilometre > 0)
      .map(({ cell, perSquareKilometre }) => ({
        id: cellId(cell),
        square: cell.square,
        token: scale.shadeOf(perSquareKilometre),
      })),
    legend: legendOf(scale, t('analysis.unit.density')),
    tables: [
      {
        file: 'heat',
        name: t('analysis.heat'),
        head: [cornerHead(scope), t('analysis.requests'), t('analysis.density')],
        rows: [...cells]
          .filter((each) => each.perSquareKilometre > 0)
          .sort((a, b) => b.perSquareKilometre - a.perSquareKilometre)
          .map(({ cell, requests, perSquareKilometre }) => ({
            id: cellId(cell),
            cells: [cellName(cell), number(requests), decimal(perSquareKilometre, 1)],
          })),
      },
    ],
    method: t('analysis.heat.method', { radius: radiusMetres, side: scope.cellMetres }),
    apart: apartOf(scope),
  };
}

export function hotSpotPicture({ scope, threshold, cells }: HotSpots): Picture {
  const tokens: Record<HotSpots['cells'][number]['verdict'], Token | null> = {
    HOT: 'd-more-2',
    COLD: 'd-less-2',
    CHANCE: null,
  };
  return {
    ...EMPTY,
    cells: cells.map(({ cell, verdict }) => ({
      id: cellId(cell),
      square: cell.square,
      token: tokens[verdict],
    })),
    legend: (['HOT', 'COLD', 'CHANCE'] as const).map((verdict) => ({
      token: tokens[verdict],
      words: t(`analysis.spot.${verdict}`, { n: cells.filter((each) => each.verdict === verdict).length }),
    })),
    tables: [
      {
        file: 'hot-spots',
        name: t('analysis.hot-spots'),
        head: [cornerHead(scope), t('analysis.requests'), 'z', 'p', t('analysis.verdict')],
        rows: [...cells]
          .sort((a, b) => b.z - a.z)
          .map(({ cell, requests, z, p, verdict }) => ({
            id: cellId(cell),
            cells: [
              cellName(cell),
              number(requests),
              decimal(z),
              probability(p),
              t(`analysis.verdict.${verdict}`),
            ],
          })),
      },
    ],
    method: t('analysis.hot-spots.method', {
      side: scope.cellMetres,
      cells: cells.length,
      p: threshold < 0 ? '–' : probability(threshold),
    }),
    apart: apartOf(scope),
  };
}

/** One step of the film; the scale is that of all steps, so that they can be compared. */
export function framePicture(
  { scope, steps, cells }: Frames,
  at: number,
  nameOf: (step: string) => string,
): Picture {
  const scale = scaleOf(
    cells.flatMap(({ counts }) => counts),
    true,
  );
  const now = cells.map(({ cell, counts }) => ({ cell, count: counts[at] ?? 0 }));
  return {
    ...EMPTY,
    cells: now.map(({ cell, count }) => ({
      id: cellId(cell),
      square: cell.square,
      token: scale.shadeOf(count),
    })),
    legend: legendOf(scale, t('analysis.unit.requests')),
    tables: [
      {
        file: 'frames',
        name: nameOf(steps[at] ?? scope.from),
        head: [cornerHead(scope), t('analysis.requests')],
        rows: now
          .filter(({ count }) => count > 0)
          .sort((a, b) => b.count - a.count)
          .map(({ cell, count }) => ({ id: cellId(cell), cells: [cellName(cell), number(count)] })),
      },
    ],
    method: t('analysis.frames.method', { side: scope.cellMetres }),
    apart: apartOf(scope),
  };
}

export function comparisonPicture({ after, shareAfter, cells, sectors }: PeriodComparison): Picture {
  const changed = cells.filter((each) => each.before + each.after > 0);
  return {
    ...EMPTY,
    cells: changed.map((each) => ({
      id: cellId(each.cell),
      square: each.cell.square,
      token: tokenOf(each, shareAfter),
    })),
    sectors: new Map(
      sectors.map(
        (each) => [each.code, { words: signed(each.after - each.before) } satisfies Shade] as const,
      ),
    ),
    legend: changeLegend(),
    tables: [
      {
        file: 'comparison-sectors',
        name: t('analysis.comparison.sectors'),
        head: changeHead(t('analysis.sector')),
        rows: byWeight(sectors).map((each) => ({
          id: each.code,
          cells: [each.code === '' ? t('analysis.nowhere') : each.name, ...changeCells(each)],
        })),
      },
      {
        file: 'comparison',
        name: t('analysis.comparison.cells'),
        head: changeHead(cornerHead(after)),
        rows: byWeight(changed).map((each) => ({
          id: cellId(each.cell),
          cells: [cellName(each.cell), ...changeCells(each)],
        })),
      },
    ],
    method: t('analysis.comparison.method', { side: after.cellMetres, share: decimal(100 * shareAfter, 1) }),
    apart: apartOf(after),
  };
}

/** More or less than the length of the two periods leads to expect. */
function tokenOf({ before, after, verdict }: Change, shareAfter: number): Token | null {
  if (verdict !== 'CHANCE') return verdict === 'MORE' ? 'd-more-2' : 'd-less-2';
  const expected = (before + after) * shareAfter;
  return after === expected ? null : after > expected ? 'd-more-1' : 'd-less-1';
}

const changeLegend = (): LegendItem[] => [
  { token: 'd-more-2', words: t('analysis.change.more2') },
  { token: 'd-more-1', words: t('analysis.change.more1') },
  { token: 'd-less-1', words: t('analysis.change.less1') },
  { token: 'd-less-2', words: t('analysis.change.less2') },
];

const changeHead = (first: string): string[] => [
  first,
  t('analysis.before'),
  t('analysis.after'),
  t('analysis.difference'),
  'p',
  t('analysis.verdict'),
];

const changeCells = ({ before, after, p, verdict }: Change): string[] => [
  number(before),
  number(after),
  signed(after - before),
  probability(p),
  t(`analysis.verdict.${verdict}`),
];

const byWeight = <T extends Change>(changes: readonly T[]): T[] => [...changes].sort((a, b) => a.p - b.p);

const cornerHead = ({ epsgCode }: AnalysisScope): string => t('analysis.corner', { epsg: String(epsgCode) });

function apartOf({ received, outside, unplaced }: AnalysisScope): string {
  return t('analysis.apart', { received, outside, unplaced });
}

function legendOf(scale: Scale, unit: string): LegendItem[] {
  return scale.bounds.map((bound, at) => ({
    token: shadeAt(at),
    words: `${decimal(scale.bounds[at - 1] ?? 0, 1)}–${decimal(bound, 1)}${at === 0 ? ` ${unit}` : ''}`,
  }));
}
