import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Condition } from '../../../core/rule-types';
import { BLANK, closed, empty, opened, replaced, SUBJECTS, subjectOf, turn, turned, wordsIn } from './tree';

const leaf = fc.constantFrom<Condition>(
  { category: ['hole'] },
  { words: ['seringue*'] },
  { calendar: 'office', open: false },
  { not: { danger: ['NONE'] } },
);
const tree: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  ),
})).node;

describe('The form of a rule', () => {
  it('opens every condition as a group and closes it as one that means the same', () => {
    fc.assert(
      fc.property(tree, (condition) => {
        const group = opened({ ...BLANK, if: condition });
        const again = opened({ ...BLANK, if: closed(group) });
        expect(again.of).toEqual(group.of);
      }),
    );
  });
  it('stores a single condition without a group around it', () => {
    expect(closed({ kind: 'any', of: [{ category: ['hole'] }] })).toEqual({ category: ['hole'] });
  });
  it('turns a condition round and back', () => {
    const condition: Condition = { sector: ['S01'] };
    expect(turned(turn(condition, true))).toEqual({ not: true, inner: condition });
    expect(turned(turn(condition, false))).toEqual({ not: false, inner: condition });
  });
  it('knows what every condition is about', () => {
    for (const subject of SUBJECTS) expect(subjectOf(empty(subject))).toBe(subject);
  });
  it('changes one condition of a list and takes one out', () => {
    const list: Condition[] = [{ category: ['a'] }, { category: ['b'] }];
    expect(replaced(list, 1, { category: ['c'] })).toEqual([{ category: ['a'] }, { category: ['c'] }]);
    expect(replaced(list, 0, null)).toEqual([{ category: ['b'] }]);
  });
  it('reads words as people separate them', () => {
    expect(wordsIn(' seringue*, verre cassé;\n , tesson')).toEqual(['seringue*', 'verre cassé', 'tesson']);
  });
});
