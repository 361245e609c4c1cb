import { beforeAll, describe, expect, it } from 'vitest';
import { addDeskMessages } from '../../messages/desk';
import { missingIn } from './call';
import { DraftStore, isEmpty, newDraft } from './draft';
import { parsePosition } from './parse-position';

function shelf(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}
const place = { type: 'Point', coordinates: [2.9, 47.35] } as const;
beforeAll(() => addDeskMessages());

describe('The draft of a call', () => {
  it('comes back as it was left, with the same key so that a repeated save is one request', () => {
    const storage = shelf();
    const draft = { ...newDraft(), words: 'plaque soulevée', phone: '06 12' };
    new DraftStore('aubrelle', storage).write(draft);
    expect(new DraftStore('aubrelle', storage).read()).toEqual(draft);
    expect(new DraftStore('ailleurs', storage).read()).toBeNull();
  });
  it('is not kept when nothing was typed', () => {
    const storage = shelf();
    const store = new DraftStore('aubrelle', storage);
    store.write({ ...newDraft(), words: 'x' });
    store.write(newDraft());
    expect(store.read()).toBeNull();
    expect(isEmpty(newDraft())).toBe(true);
  });
  it('survives a store that is full or broken', () => {
    const broken = {
      getItem: () => '{half',
      setItem: () => {
        throw new Error('full');
      },
      removeItem: () => undefined,
    };
    const store = new DraftStore('aubrelle', broken);
    expect(() => store.write({ ...newDraft(), words: 'x' })).not.toThrow();
    expect(store.read()).toBeNull();
  });
  it('says what is missing in the order of the form', () => {
    const draft = newDraft();
    expect(missingIn(draft, null)).toContain('lieu');
    expect(missingIn({ ...draft, position: { ...place, coordinates: [2.9, 47.35] } }, null)).toContain(
      'quelques mots',
    );
  });
  it('takes a pasted latitude and longitude as a place', () => {
    expect(parsePosition('47.3512, 2.9008')?.coordinates).toEqual([2.9008, 47.3512]);
    expect(parsePosition('12 rue du Change')).toBeNull();
    expect(parsePosition('97.3512, 2.9008')).toBeNull();
  });
});
