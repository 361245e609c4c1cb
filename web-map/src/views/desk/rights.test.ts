import { describe, expect, it } from 'vitest';
import type { ModuleName } from '../../core/types';
import { mayOpen, rightsOf } from './rights';

const ALL: readonly ModuleName[] = [
  'SECTOR_DRAFTS',
  'RULES',
  'FIELD',
  'FORMAL_REPLIES',
  'REOPENING',
  'WATCHED_AREAS',
  'OPEN311',
  'REVIEW',
];
const without = (module: ModuleName): ModuleName[] => ALL.filter((each) => each !== module);

describe('what the desk offers', () => {
  it('is all that an administrator may do where every module is on', () => {
    const rights = rightsOf('ADMINISTRATOR', ALL);
    expect(Object.values(rights)).not.toContain(false);
  });

  it('leaves out the screens of modules that are off, for everybody', () => {
    expect(mayOpen('sectors', rightsOf('ADMINISTRATOR', without('SECTOR_DRAFTS')))).toBe(false);
    expect(mayOpen('rules', rightsOf('ADMINISTRATOR', without('RULES')))).toBe(false);
    expect(mayOpen('review', rightsOf('HEAD', without('REVIEW')))).toBe(false);
    expect(mayOpen('analysis', rightsOf('HEAD', without('REVIEW')))).toBe(false);
    expect(rightsOf('SIGNATORY', without('FORMAL_REPLIES')).letters).toBe(false);
    expect(rightsOf('ADMINISTRATOR', without('OPEN311')).admitSystems).toBe(false);
  });

  it('keeps the rest as it was', () => {
    expect({ ...rightsOf('HEAD', without('REVIEW')), seeReview: true }).toEqual(rightsOf('HEAD', ALL));
    expect(mayOpen('settings', rightsOf('ADMINISTRATOR', []))).toBe(true);
    expect(mayOpen('queue', rightsOf('DISPATCHER', []))).toBe(true);
  });
});
