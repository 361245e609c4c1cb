import { describe, expect, it } from 'vitest';
import { askedOf, blockedBy, givenOf, type Question } from './questions';

const question = (code: string, more: Partial<Question> = {}): Question => ({
  code,
  text: `${code} ?`,
  hint: '',
  type: 'TEXT',
  required: false,
  choices: [],
  stops: [],
  ...more,
});
const danger = question('danger', {
  type: 'YES_NO',
  stops: [{ answer: 'true', text: 'Appelez le 112.', refuses: true }],
});
const wires = question('wires', { required: true, onlyIf: { question: 'danger', is: ['false'] } });
const colour = question('colour', { onlyIf: { question: 'wires', is: ['bare'] } });

describe('The questions of a category', () => {
  it('are asked when the answer before shows them, and not after a question that is not asked itself', () => {
    const codes = (answers: Record<string, string>): string[] =>
      askedOf([danger, wires, colour], answers).map(({ code }) => code);
    expect(codes({})).toEqual(['danger']);
    expect(codes({ danger: 'false', wires: 'bare' })).toEqual(['danger', 'wires', 'colour']);
    expect(codes({ danger: 'true', wires: 'bare' })).toEqual(['danger']);
  });

  it('send only answers that count', () => {
    expect(givenOf([danger, wires], { danger: 'true', wires: 'bare', other: 'x' })).toEqual({
      danger: 'true',
    });
    expect(givenOf([danger, wires], { danger: 'false', wires: '  ' })).toEqual({ danger: 'false' });
  });

  it('stand in the way while a required one is open, and when an answer refuses', () => {
    expect(blockedBy([danger, wires], {})).toBeNull();
    expect(blockedBy([danger, wires], { danger: 'false' })).toEqual({ question: wires, missing: true });
    expect(blockedBy([danger, wires], { danger: 'true' })).toEqual({ question: danger, missing: false });
  });
});
