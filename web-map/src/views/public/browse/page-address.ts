import { present } from '../../../core/clock';
import type { Point, RequestFilter, State } from '../../../core/types';

export type Sort = 'received' | 'due';
/** How many days back requests are shown. */
export type Period = 1 | 7 | 30 | 365;
export const PERIODS: readonly Period[] = [1, 7, 30, 365];

export interface Filters {
  domain: string[];
  category: string[];
  state: State[];
  late: boolean;
  period: Period | null;
}
export interface MapView {
  center: Point;
  zoom: number;
}
/** All that a link to the page carries. */
export interface PageAddress {
  filters: Filters;
  sort: Sort;
  view: MapView | null;
  /** Layers of other services that are shown, by the ends of their ids; absent: the reader's own choice. */
  layers?: readonly string[];
  /** Number of the open request. */
  request: string | null;
  /** What a code on a thing of the town says: `lamp:4711`; leads to the report and is not kept. */
  asset?: string;
  /** The report is opened at once; not kept. */
  report?: boolean;
}

const STATES: readonly State[] = [
  'RECEIVED',
  'ASSIGNED',
  'IN_PROGRESS',
  'REOPENED',
  'FORWARDED',
  'RESOLVED',
  'CLOSED',
  'REJECTED',
  'DUPLICATE',
];
const DAY_MS = 86_400_000;

export const noFilters = (): Filters => ({ domain: [], category: [], state: [], late: false, period: null });

export function countFilters({ category, state, late, period }: Filters): number {
  return [category.length > 0, state.length > 0, late, period !== null].filter(Boolean).length;
}

/** Reads the query of a link; what it does not understand is left out. */
export function readAddress(search: string): PageAddress {
  const query = new URLSearchParams(search);
  const list = (name: string): string[] => (query.get(name) ?? '').split(',').filter(Boolean);
  const period = Number(query.get('period'));
  const asset = query.get('asset');
  const layers = list('layers');
  return {
    filters: {
      domain: list('domain'),
      category: list('category'),
      state: list('state').filter((state): state is State => STATES.includes(state as State)),
      late: query.get('late') === 'true',
      period: PERIODS.find((days) => days === period) ?? null,
    },
    sort: query.get('sort') === 'due' ? 'due' : 'received',
    view: readView(query.get('map')),
    request: query.get('request'),
    ...(layers[0] ? { layers } : {}),
    ...(asset ? { asset } : {}),
    ...(query.has('report') ? { report: true } : {}),
  };
}

/** The query of a link to what is being looked at; commas and slashes stay readable. */
export function writeAddress({ filters, sort, view, layers = [], request }: PageAddress): string {
  const query = new URLSearchParams();
  const { domain, category, state, late, period } = filters;
  for (const [name, values] of Object.entries({ domain, category, state, layers }))
    if (values.length > 0) query.set(name, values.join(','));
  if (late) query.set('late', 'true');
  if (period !== null) query.set('period', String(period));
  if (sort === 'due') query.set('sort', 'due');
  if (view) query.set('map', viewText(view));
  if (request !== null) query.set('request', request);
  const text = query.toString().replace(/%2C/g, ',').replace(/%2F/g, '/');
  return text === '' ? '' : `?${text}`;
}

/** What the server is asked; the day begins at midnight UTC, so that answers can be kept. */
export function toQuery({ domain, category, state, late, period }: Filters, now = present()): RequestFilter {
  const from = period === null ? null : Math.floor((now - (period - 1) * DAY_MS) / DAY_MS) * DAY_MS;
  return {
    domain,
    category,
    state,
    ...(late ? { late } : {}),
    ...(from === null ? {} : { from: new Date(from).toISOString().replace('.000Z', 'Z') }),
  };
}

function viewText({ center, zoom }: MapView): string {
  const [lon, lat] = center.coordinates;
  return `${Number(zoom.toFixed(2))}/${lat.toFixed(5)}/${lon.toFixed(5)}`;
}

function readView(text: string | null): MapView | null {
  const [zoom, lat, lon] = (text ?? '').split('/').map(Number);
  if (zoom === undefined || lat === undefined || lon === undefined) return null;
  if (![zoom, lat, lon].every(Number.isFinite) || Math.abs(lat) > 85 || Math.abs(lon) > 180) return null;
  return { zoom: Math.min(19, Math.max(3, zoom)), center: { type: 'Point', coordinates: [lon, lat] } };
}
