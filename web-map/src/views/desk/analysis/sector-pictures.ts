import type { SectorPromises, Silence } from '../../../core/analysis-types';
import { number, t } from '../../../core/i18n';
import type { Shade, Token } from '../../../map';
import { FEWEST, percent } from '../review/figures';
import { decimal, EMPTY, type Picture } from './picture';
import { scaleOf, shadeAt } from './scale';

/** Few of what there is to report: the palest are the silent ones. */
export function silencePicture(silence: Silence): Picture {
  const { sectors } = silence;
  const scale = scaleOf(
    sectors.map(({ perKilometre }) => perKilometre ?? 0),
    false,
  );
  const unknown = t('analysis.unknown');
  const shadeOf = (perKilometre: number | undefined): Shade =>
    perKilometre === undefined
      ? { words: '' }
      : { token: scale.shadeOf(perKilometre) ?? 'h-1', strength: 0.72, words: decimal(perKilometre, 1) };
  return {
    ...EMPTY,
    sectors: new Map(sectors.map(({ code, perKilometre }) => [code, shadeOf(perKilometre)] as const)),
    legend: scale.bounds.map((bound, at) => ({
      token: shadeAt(at),
      words: `${decimal(scale.bounds[at - 1] ?? 0, 1)}–${decimal(bound, 1)}${at === 0 ? ` ${t('analysis.unit.perKilometre')}` : ''}`,
    })),
    tables: [
      {
        file: 'silence',
        name: t('analysis.silence'),
        head: ['sector', 'requests', 'streets', 'perKilometre', 'inhabitants', 'perThousand'].map((column) =>
          t(`analysis.${column}`),
        ),
        rows: [...sectors]
          .sort((a, b) => (a.perKilometre ?? Infinity) - (b.perKilometre ?? Infinity))
          .map((each) => ({
            id: each.code,
            cells: [
              each.name,
              number(each.requests),
              decimal(each.streetKilometres, 1),
              each.perKilometre === undefined ? unknown : decimal(each.perKilometre),
              each.inhabitants === undefined ? unknown : number(each.inhabitants),
              each.perThousand === undefined ? unknown : decimal(each.perThousand),
            ],
          })),
      },
    ],
    method: t('analysis.silence.method'),
    apart: t('analysis.apart.sectors', {
      received: silence.received,
      outside: silence.outside,
      unplaced: silence.unplaced,
    }),
  };
}

const LEVELS: readonly { token: Token; from: number; words: string }[] = [
  { token: 't-ok', from: 0.9, words: 'ok' },
  { token: 't-warn', from: 0.75, words: 'warn' },
  { token: 't-late', from: 0, words: 'late' },
];

export function promisePicture({ sectors }: SectorPromises): Picture {
  const shareOf = ({ due, kept }: { due: number; kept: number }): number => (due === 0 ? 1 : kept / due);
  return {
    ...EMPTY,
    sectors: new Map(
      sectors
        .filter(({ due }) => due >= FEWEST)
        .map((each) => {
          const token = LEVELS.find(({ from }) => shareOf(each) >= from)?.token ?? 't-late';
          return [each.code, { token, words: percent(shareOf(each)) }] as const;
        }),
    ),
    legend: LEVELS.map(({ token, words }) => ({ token, words: t(`analysis.kept.${words}`) })),
    tables: [
      {
        file: 'promises',
        name: t('analysis.promises'),
        head: ['sector', 'received', 'due', 'kept', 'keptShare'].map((column) => t(`analysis.${column}`)),
        rows: [...sectors]
          .sort((a, b) => shareOf(a) - shareOf(b))
          .map((each) => ({
            id: each.code,
            cells: [
              each.code === '' ? t('analysis.nowhere') : each.name,
              number(each.received),
              number(each.due),
              number(each.kept),
              each.due === 0 ? '–' : percent(shareOf(each)),
            ],
          })),
      },
    ],
    method: t('analysis.promises.method', { n: FEWEST }),
    apart: '',
  };
}
