import type { DeskCard, DeskDetail } from '../../core/staff-types';

let made = 0;

/** A request for tests: received, due in some minutes, unless told otherwise. */
export function cardOf(change: Partial<DeskCard> = {}, dueInMinutes = 60): DeskCard {
  const n = ++made;
  const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
  return {
    id: `card-${n}`,
    number: `2026-00${1000 + n}`,
    kind: 'INCIDENT',
    state: 'RECEIVED',
    category: 'pothole',
    title: 'Nid-de-poule',
    glyph: 'street',
    domain: 'voirie',
    address: '12 rue du Change',
    receivedAt: at(-30),
    changedAt: at(-30),
    ring: {
      commitment: 'ON_SITE',
      startsAt: at(-30),
      dueAt: at(dueInMinutes),
      left: 0.5,
      late: dueInMinutes < 0,
    },
    priority: 'NORMAL',
    private: false,
    channel: 'PHONE',
    revision: 1,
    description: '',
    team: { id: 'team-1', code: 'E1', name: 'Voirie' },
    ...change,
  };
}

export function detailOf(change: Partial<DeskDetail> = {}): DeskDetail {
  return {
    ...cardOf(change),
    history: [],
    promises: [],
    photos: [],
    placement: { rule: 'COVERS', sentence: 'Dans le secteur Halles.' },
    messages: [],
    notifications: [],
    suggestions: [],
    ...change,
  };
}
