import { beforeAll, describe, expect, it } from 'vitest';
import { addCommonMessages } from '../messages/common';
import { readWords, unreadBy } from './readings';

const reading = (accountId: string, name = accountId, at = '2020-01-02T10:42:00Z') => ({
  accountId,
  name,
  at,
});

describe('what is unread', () => {
  it('is every message that one is no reader of', () => {
    const messages = [
      { id: 'a', readBy: [reading('me')] },
      { id: 'b', readBy: [reading('lea')] },
      { id: 'c', readBy: [] },
      { at: 'without an id' },
    ];
    expect(unreadBy('me', messages)).toEqual(['b', 'c']);
  });
});

describe('the words under a message', () => {
  beforeAll(() => addCommonMessages());

  it('are none while nobody else has read it', () => {
    expect(readWords([], 'me')).toBe('');
    expect(readWords([reading('me')], 'me')).toBe('');
  });
  it('name three readers, each with when, and count the rest', () => {
    const words = readWords(
      ['me', 'Léa', 'Marc', 'Zoé', 'Ana', 'Paul'].map((id) => reading(id)),
      'me',
    );
    expect(words).toMatch(/^lu par Léa \(.*\), Marc \(.*\), Zoé \(.*\), 2 autres$/);
  });
});
