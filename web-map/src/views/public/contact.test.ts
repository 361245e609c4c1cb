import { describe, expect, it } from 'vitest';
import { contactOf } from './contact';

describe('how to reach the reporter, in one field', () => {
  it('is an e-mail address or a telephone number', () => {
    expect(contactOf(' marie@example.org ')).toEqual({ email: 'marie@example.org' });
    expect(contactOf('06 12 00 00 40')).toEqual({ phone: '06 12 00 00 40' });
    expect(contactOf('+33 (0)6 12.00.00.40')).toEqual({ phone: '+33 (0)6 12.00.00.40' });
  });
  it('may be left empty', () => {
    expect(contactOf('  ')).toEqual({});
  });
  it('is refused when it is neither', () => {
    expect(contactOf('marie@')).toBeNull();
    expect(contactOf('12 34')).toBeNull();
  });
});
