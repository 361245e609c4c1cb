import { ANALYSES, type AnalysisName, type AnalysisQuery } from '../../../core/analysis-types';
import { comparedWith, daysOf, isDay, type Comparison, type Days } from '../review/periods';

export const STEPS = ['DAY', 'WEEK', 'MONTH'] as const;
export type Step = (typeof STEPS)[number];
/** Sides of squares that are offered, in metres; none is left to the server. */
export const SIDES = ['', '100', '200', '250', '500', '1000', '2000'] as const;
/** Radii of the density that are offered, in metres; none: three sides. */
export const RADII = ['', '200', '300', '500', '750', '1000', '2000'] as const;

/** What is chosen on the page. */
export interface Choice extends Days {
  layer: AnalysisName;
  comparison: Comparison;
  domain: string;
  category: string;
  cell: string;
  radius: string;
  step: Step;
}

export function queryFor(choice: Choice): AnalysisQuery {
  const compared = comparedWith(choice, choice.comparison);
  return {
    from: choice.from,
    to: choice.to,
    compareFrom: compared.from,
    compareTo: compared.to,
    domain: choice.domain,
    category: choice.category,
    cellMetres: choice.cell,
    radiusMetres: choice.layer === 'heat' ? choice.radius : '',
    step: choice.layer === 'frames' ? choice.step : '',
  };
}

/** Written behind the hash, so that it can be passed on. */
export function choiceFrom(hash: string, today: string): Choice {
  const query = new URLSearchParams(hash.split('?')[1] ?? '');
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
  const days = isDay(from) && isDay(to) && from <= to ? { from, to } : daysOf('twelveMonths', today);
  return {
    ...days,
    layer: oneOf(ANALYSES, query.get('layer'), 'heat'),
    comparison: oneOf(['yearBefore', 'periodBefore'] as const, query.get('with'), 'yearBefore'),
    domain: query.get('domain') ?? '',
    category: query.get('category') ?? '',
    cell: oneOf(SIDES, query.get('cell'), ''),
    radius: oneOf(RADII, query.get('radius'), ''),
    step: oneOf(STEPS, query.get('step'), 'MONTH'),
  };
}

export function hashOf({ comparison, ...rest }: Choice): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value !== '') query.set(name, String(value));
  query.set('with', comparison);
  return `#analysis?${query.toString()}`;
}

function oneOf<T extends string>(offered: readonly T[], given: string | null, usual: T): T {
  return offered.find((each) => each === given) ?? usual;
}
