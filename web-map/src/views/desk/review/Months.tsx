import { locale, number, t } from '../../../core/i18n';
import type { MonthFigure } from '../../../core/review-types';
import { DataTable } from './DataTable';
import { NOTHING } from './figures';

const WIDTH = 760;
const HEIGHT = 150;
const FOOT = 20;
const TOP = 16;
/** More would run into each other. */
const MOST_NAMES = 14;

/** What came in, as bars, and what was expected, as a line across each; the table says the same. */
export function Months({ months, csv }: { months: readonly MonthFigure[]; csv: string }) {
  if (months.length === 0) return null;
  return (
    <section class="review__part">
      <h2>{t('review.months')}</h2>
      <Chart months={months} />
      <p class="review__note">{t('review.months.note')}</p>
      <details>
        <summary>{t('review.table')}</summary>
        <DataTable
          name={t('review.months')}
          head={[t('review.month'), t('review.received'), t('review.expected'), t('review.years')]}
          csv={csv}
          rows={months.map(({ month, received, expected, years, isOver }) => ({
            key: month,
            cells: [
              isOver ? monthName(month, true) : t('review.months.running', { month: monthName(month, true) }),
              number(received),
              expected === undefined ? NOTHING : number(expected, { maximumFractionDigits: 1 }),
              number(years),
            ],
          }))}
        />
      </details>
    </section>
  );
}

function Chart({ months }: { months: readonly MonthFigure[] }) {
  const most = Math.max(1, ...months.map(({ received, expected }) => Math.max(received, expected ?? 0)));
  const step = WIDTH / months.length;
  const sparse = Math.ceil(months.length / MOST_NAMES);
  return (
    <svg class="months" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('review.months.label')}>
      {months.map((month, at) => (
        <g key={month.month}>
          <Bar figure={month} middle={step * (at + 0.5)} width={Math.min(48, step * 0.62)} most={most} />
          {months.length <= MOST_NAMES && (
            <text class="months__value" x={step * (at + 0.5)} y={heightOf(month.received, most) - 4}>
              {number(month.received)}
            </text>
          )}
          {at % sparse === 0 && (
            <text class="months__name" x={step * (at + 0.5)} y={HEIGHT - 5}>
              {monthName(month.month, months.length <= 6)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

interface BarProps {
  figure: MonthFigure;
  middle: number;
  width: number;
  most: number;
}

function Bar({ figure: { received, expected, isOver }, middle, width, most }: BarProps) {
  const top = heightOf(received, most);
  return (
    <>
      <rect
        class={`months__bar${isOver ? '' : ' months__bar--runs'}`}
        x={middle - width / 2}
        y={top}
        width={width}
        height={HEIGHT - FOOT - top}
      />
      {expected !== undefined && (
        <line
          class="months__expected"
          x1={middle - width / 2 - 4}
          x2={middle + width / 2 + 4}
          y1={heightOf(expected, most)}
          y2={heightOf(expected, most)}
        />
      )}
    </>
  );
}

/** From the top of the drawing. */
const heightOf = (value: number, most: number): number =>
  HEIGHT - FOOT - (value / most) * (HEIGHT - FOOT - TOP);

function monthName(month: string, long: boolean): string {
  return new Intl.DateTimeFormat(locale() === 'en' ? 'en-GB' : 'fr', {
    timeZone: 'UTC',
    month: long ? 'long' : 'short',
    ...(long ? { year: 'numeric' } : {}),
  }).format(new Date(`${month}-01T00:00:00Z`));
}
