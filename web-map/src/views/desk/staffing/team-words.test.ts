import { beforeAll, describe, expect, it } from 'vitest';
import { setLocale } from '../../../core/i18n';
import { addStaffingMessages } from '../../../messages/staffing';
import { blankTeam, isCode, stopWords, teamNote } from './team-words';

beforeAll(() => {
  setLocale('fr');
  addStaffingMessages();
});

describe('A team', () => {
  it('is told with its role, what it has to do and what it can', () => {
    const team = { ...blankTeam('1'), code: 'E1', name: 'Voirie', load: 12, capacity: 10 };
    expect(teamNote(team)).toBe('Équipe · 12 demandes ouvertes, 10 par jour');
    expect(teamNote({ ...team, active: false })).toBe('Désactivée');
  });
  it('has a short code in capitals', () => {
    expect(['E3', 'ACCUEIL', 'É2', 'NORD-1'].every(isCode)).toBe(true);
    expect(['', 'e3', '-E', 'E 3', 'ABCDEFGHIJKLM'].some(isCode)).toBe(false);
  });
  it('that stops says where its requests go, and what ends', () => {
    const share = { teamId: '2', code: 'E2', name: 'Voirie Est', requests: 2 };
    expect(stopWords({ requests: 2, goingTo: [share], ground: 3, duties: 1, rules: ['NUIT'] }, null)).toEqual(
      [
        '2 demandes ouvertes changent d’équipe\u202f: 2 à E2, Voirie Est.',
        '3 couvertures prennent fin.',
        '1 période d’astreinte prend fin\u202f: prévoyez qui la tient.',
        '1 règle la nomme et ne la choisira plus\u202f: NUIT. Écrivez-en une nouvelle version.',
        'Les demandes terminées restent à son nom.',
      ],
    );
    expect(
      stopWords({ requests: 0, goingTo: [], ground: 1, duties: 0, rules: [] }, 'E2, Voirie Est'),
    ).toEqual([
      'Elle n’a aucune demande ouverte.',
      '1 couverture ou secteur passe à E2, Voirie Est.',
      'Les demandes terminées restent à son nom.',
    ]);
  });
});
