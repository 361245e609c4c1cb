import { describe, expect, it } from 'vitest';
import { missingOf } from './Completing';

const nothing = { before: false, after: false, note: '' };

describe('What a report lacks', () => {
  it('is nothing where nothing is asked for', () => {
    expect(missingOf({}, nothing)).toEqual([]);
  });
  it('is what the phone does not hold yet, in the order in which it is asked for', () => {
    const required = ['PHOTO_BEFORE', 'PHOTO_AFTER', 'NOTE', 'CAUSE'] as const;
    expect(missingOf({ required: [...required] }, { before: true, after: false, note: ' ' })).toEqual([
      'PHOTO_AFTER',
      'NOTE',
      'CAUSE',
    ]);
  });
  it('always asks for cause and quantity, which stand nowhere yet', () => {
    expect(missingOf({ required: ['QUANTITY'] }, { before: true, after: true, note: 'fait' })).toEqual([
      'QUANTITY',
    ]);
  });
});
