import { describe, expect, it } from 'vitest';
import type { Job } from '../../core/staff-types';
import { addressesFor } from './area-pack';

const job = (lon: number): Job =>
  ({
    request: {
      position: { type: 'Point', coordinates: [lon, 47.35] },
      photos: [{ thumbnailUrl: '/aubrelle/photos/p-thumbnail.jpg' }],
    },
  }) as unknown as Job;

describe('What a phone takes along', () => {
  it('is each job’s pictures and the ground around it, once', () => {
    const one = addressesFor('/aubrelle', [job(2.9)]);
    expect(one).toContain('/aubrelle/photos/p-thumbnail.jpg');
    expect(one.filter((address) => address.includes('/tiles/basemap/17/')).length).toBeGreaterThan(3);
    expect(addressesFor('/aubrelle', [job(2.9), job(2.9)])).toEqual(one);
  });
  it('is nothing for a job without a place or picture', () => {
    expect(addressesFor('/aubrelle', [{ request: { photos: [] } } as unknown as Job])).toEqual([]);
  });
});
