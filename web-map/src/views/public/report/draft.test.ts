import { describe, expect, it } from 'vitest';
import type { Point } from '../../../core/types';
import { bodyOf, newDraft, worthKeeping, type Draft } from './draft';
import { draftStore } from './draft-store';

const position: Point = { type: 'Point', coordinates: [2.9, 47.35] };
const photo = (id: string, uploaded: boolean) => ({ id, uploaded, blob: new Blob(['x']) });
const draft = (change: Partial<Draft> = {}): Draft => ({ ...newDraft({ position, address: '' }), ...change });

/** The least of the browser's database that a draft needs. */
function database(): IDBFactory {
  const kept = new Map<string, unknown>();
  const answer = <T>(result: T) => {
    const request = { result, onsuccess: null as (() => void) | null };
    queueMicrotask(() => request.onsuccess?.());
    return request;
  };
  const store = {
    get: (key: string) => answer(kept.get(key)),
    put: (value: unknown, key: string) => answer(kept.set(key, structuredClone(value)) && key),
    delete: (key: string) => answer(kept.delete(key) ? undefined : undefined),
  };
  const opened = { transaction: () => ({ objectStore: () => store }), close: () => undefined };
  return { open: () => answer(opened) } as unknown as IDBFactory;
}

describe('a draft', () => {
  it('is worth keeping as soon as something was written, taken or chosen', () => {
    expect(worthKeeping(draft())).toBe(false);
    expect(worthKeeping(draft({ text: 'Trou' }))).toBe(true);
    expect(worthKeeping(draft({ photos: [photo('p', false)] }))).toBe(true);
    expect(worthKeeping(draft({ addressTyped: true }))).toBe(true);
  });

  it('names the thing that was picked, and is kept for it', () => {
    const asset = { id: 'a', kind: 'lamp', code: '4711', name: '', position, retired: false };
    expect(worthKeeping(draft({ asset }))).toBe(true);
    expect(bodyOf(draft({ asset }), 'fr')).toMatchObject({ asset: 'a', position });
    expect(bodyOf(draft(), 'fr')).not.toHaveProperty('asset');
  });

  it('keeps its ids, so that sending it again is the same request', () => {
    const one = draft({ category: 'pothole', text: ' Trou ' });
    expect(bodyOf(one, 'fr')).toEqual(bodyOf({ ...one }, 'fr'));
    expect(bodyOf(one, 'fr').id).toBe(one.id);
  });

  it('sends what was filled in and nothing else', () => {
    const body = bodyOf(draft({ category: 'pothole', text: ' Trou ', address: ' ' }), 'fr');
    expect(body).toMatchObject({ category: 'pothole', description: 'Trou', position, locationSource: 'PIN' });
    expect(Object.keys(body)).not.toContain('contact');
    expect(Object.keys(body)).not.toContain('address');
    expect(Object.keys(body)).not.toContain('photos');
  });

  it('names only the photos that have arrived, with the choice to publish them', () => {
    const photos = [photo('a', true), photo('b', false)];
    expect(bodyOf(draft({ photos, publishPhotos: false }), 'fr')).toMatchObject({
      photos: ['a'],
      publishPhotos: false,
    });
  });

  it('tells how to reach the reporter in their language', () => {
    expect(bodyOf(draft({ contact: 'marie@example.org' }), 'en').contact).toEqual({
      email: 'marie@example.org',
      locale: 'en',
    });
  });

  it('tells for whom the reporter writes, and nothing of whoever writes for themselves', () => {
    expect(bodyOf(draft({ requesterType: 'CLUB', organisation: ' Étoile sportive ' }), 'fr').contact).toEqual(
      { type: 'CLUB', organisation: 'Étoile sportive', locale: 'fr' },
    );
    expect(bodyOf(draft({ requesterType: 'ASSOCIATION' }), 'fr').contact).toEqual({
      type: 'ASSOCIATION',
      locale: 'fr',
    });
    expect(bodyOf(draft({ organisation: 'Étoile sportive' }), 'fr').contact).toBeUndefined();
  });
});

describe('the draft kept on the device', () => {
  it('is found again after a reload, photos included', async () => {
    const factory = database();
    const one = draft({ text: 'Trou', step: 'what', photos: [photo('a', false)] });
    await draftStore('/aubrelle', factory).write(one);
    const found = await draftStore('/aubrelle', factory).read();
    expect(found).toMatchObject({ id: one.id, key: one.key, text: 'Trou', step: 'what' });
    expect(found?.photos).toHaveLength(1);
  });

  it('belongs to one jurisdiction and is gone once sent', async () => {
    const factory = database();
    const store = draftStore('/aubrelle', factory);
    await store.write(draft({ text: 'Trou' }));
    expect(await draftStore('/autreville', factory).read()).toBeNull();
    await store.clear();
    expect(await store.read()).toBeNull();
  });

  it('is simply not kept by a browser that keeps nothing', async () => {
    const refusing = {
      open: () => {
        throw new Error('no');
      },
    } as unknown as IDBFactory;
    const store = draftStore('/aubrelle', refusing);
    await store.write(draft({ text: 'Trou' }));
    expect(await store.read()).toBeNull();
  });
});
