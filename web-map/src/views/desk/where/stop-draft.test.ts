import { describe, expect, it } from 'vitest';
import type { StopNotice } from '../../../core/where-types';
import { newGround } from './ground-choice';
import { isReady, stopDraft, textsOf } from './stop-draft';

const NOW = Date.parse('2026-11-24T10:00:00Z');
const STOP: StopNotice = {
  id: 'a',
  state: 'CURRENT',
  texts: { fr: 'Travaux', en: 'Works' },
  refuses: true,
  category: 'nid-de-poule',
  groundId: 'g',
  from: '2026-11-20T08:30:00',
  until: '2026-12-01T18:00',
  startsAt: '2026-11-20T07:30:00Z',
  endsAt: '2026-12-01T17:00:00Z',
  setting: { revision: 2 },
};

describe('A stop message that is written', () => {
  it('begins today and ends in a week, everywhere and for all', () => {
    const draft = stopDraft(NOW);
    expect([draft.from, draft.until]).toEqual(['2026-11-24T00:00', '2026-12-01T00:00']);
    expect(draft.ground).toEqual({ kind: 'everywhere' });
  });
  it('that is changed has what it had, as the fields write it', () => {
    const draft = stopDraft(NOW, STOP);
    expect([draft.from, draft.until]).toEqual(['2026-11-20T08:30', '2026-12-01T18:00']);
    expect(draft.ground).toEqual({ kind: 'ground', id: 'g' });
    expect(draft.about.category).toBe('nid-de-poule');
  });
  it('is ready with a text in the first language, a period and a ground that is drawn', () => {
    const draft = { ...stopDraft(NOW), texts: { fr: 'Travaux', en: ' ' } };
    expect(isReady(draft, 'fr')).toBe(true);
    expect(textsOf(draft)).toEqual({ fr: 'Travaux' });
    expect(isReady({ ...draft, texts: { en: 'Works' } }, 'fr')).toBe(false);
    expect(isReady({ ...draft, until: draft.from }, 'fr')).toBe(false);
    expect(isReady({ ...draft, ground: newGround('AREA') }, 'fr')).toBe(false);
  });
});
