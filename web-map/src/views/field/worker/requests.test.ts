import { describe, expect, it } from 'vitest';
import { isShell, kindOf } from './requests';

describe('What the phone may answer by itself', () => {
  it('is the page, its files, tiles of the ground and photos', () => {
    expect(isShell('navigate', '/aubrelle/field', '/aubrelle/field')).toBe(true);
    expect(kindOf('/assets/field-abc.js')).toBe('asset');
    expect(kindOf('/aubrelle/tiles/basemap/16/1/2.mvt')).toBe('tile');
    expect(kindOf('/aubrelle/photos/1-thumbnail.jpg')).toBe('photo');
  });
  it('is never a job, a request, the session or the live stream', () => {
    for (const path of ['/aubrelle/api/field/jobs', '/aubrelle/api/session', '/aubrelle/live'])
      expect(kindOf(path)).toBe('other');
    expect(kindOf('/aubrelle/tiles/requests/16/1/2.mvt')).toBe('other');
    expect(isShell('cors', '/aubrelle/field', '/aubrelle/field')).toBe(false);
    expect(isShell('navigate', '/aubrelle/fieldwork', '/aubrelle/field')).toBe(false);
  });
});
