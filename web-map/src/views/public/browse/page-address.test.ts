import { describe, expect, it } from 'vitest';
import {
  countFilters,
  noFilters,
  readAddress,
  toQuery,
  writeAddress,
  type PageAddress,
} from './page-address';

const full: PageAddress = {
  filters: {
    domain: ['voirie', 'eau'],
    category: ['pothole'],
    state: ['RECEIVED', 'IN_PROGRESS'],
    late: true,
    period: 7,
  },
  sort: 'due',
  view: { zoom: 16, center: { type: 'Point', coordinates: [2.9, 47.35] } },
  layers: ['0a1b2c3d', '4e5f6071'],
  request: '2026-004198',
};

describe('the address of the page', () => {
  it('carries filters, order, map and open request, and reads them back', () => {
    expect(readAddress(writeAddress(full))).toEqual(full);
  });

  it('stays readable', () => {
    expect(writeAddress(full)).toBe(
      '?domain=voirie,eau&category=pothole&state=RECEIVED,IN_PROGRESS&layers=0a1b2c3d,4e5f6071&late=true&period=7&sort=due&map=16/47.35000/2.90000&request=2026-004198',
    );
  });

  it('is empty when nothing was chosen', () => {
    expect(writeAddress({ filters: noFilters(), sort: 'received', view: null, request: null })).toBe('');
    expect(readAddress('')).toEqual({ filters: noFilters(), sort: 'received', view: null, request: null });
  });

  it('leaves out what it does not understand', () => {
    const read = readAddress('?state=BROKEN,RESOLVED&period=12&map=here&sort=random');
    expect(read.filters.state).toEqual(['RESOLVED']);
    expect(read.filters.period).toBeNull();
    expect(read.view).toBeNull();
    expect(read.sort).toBe('received');
  });
});

describe('filters asked of the server', () => {
  it('begin a period at midnight, so that the same day gives the same answer', () => {
    const query = toQuery({ ...noFilters(), period: 7 }, Date.parse('2026-11-22T10:42:00Z'));
    expect(query.from).toBe('2026-11-16T00:00:00Z');
  });

  it('count what is set beside the domains, which have their own chips', () => {
    expect(countFilters(full.filters)).toBe(4);
    expect(countFilters({ ...noFilters(), domain: ['eau'] })).toBe(0);
  });
});
