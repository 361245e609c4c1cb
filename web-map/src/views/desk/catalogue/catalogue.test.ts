import { describe, expect, it } from 'vitest';
import type { ProcessContent, ProcessItem } from '../../../core/process-types';
import type { Question } from '../../../core/questions';
import { addCatalogueMessages } from '../../../messages/catalogue';
import { addCommonMessages } from '../../../messages/common';
import { addDeskMessages } from '../../../messages/desk';
import { compare } from './compare';
import { findProcesses } from './process-book';
import { withChoices } from './question-edit';

addCommonMessages();
addDeskMessages();
addCatalogueMessages();

const colour: Question = {
  code: 'colour',
  text: 'Quelle couleur ?',
  hint: '',
  type: 'CHOICE',
  required: false,
  onlyIf: null,
  choices: [
    { code: 'r', label: 'Rouge' },
    { code: 'b', label: 'Bleu' },
  ],
  stops: [{ answer: 'b', text: 'Appelez.', refuses: false }],
};
const content: ProcessContent = {
  code: 'lampe',
  domain: 'eclairage',
  service: 'voirie',
  name: 'Lampadaire éteint',
  synonyms: ['réverbère'],
  glyph: 'lighting',
  kind: 'INCIDENT',
  priority: 'NORMAL',
  confidential: false,
  duplicateRadiusMetres: 50,
  askers: [],
  questions: [colour],
  documents: [],
  skills: [],
  steps: [],
  report: [],
  commitments: [{ commitment: 'RESOLVE', amount: 3, unit: 'DAYS', calendar: '' }],
  formalReply: false,
  replyTemplate: '',
  approvalChain: '',
  retentionMonths: 24,
};

describe('Two versions of a process', () => {
  it('differ where they say something else, and nowhere else', () => {
    const next = {
      ...content,
      name: 'Éclairage en panne',
      questions: [],
      commitments: [{ commitment: 'RESOLVE' as const, amount: 2, unit: 'DAYS' as const, calendar: '' }],
      steps: [{ actor: 'TEAM_MEMBER' as const, text: 'Remplacer.' }],
    };
    const changed = compare(content, next).filter((row) => row.changed);
    expect(changed.map(({ key }) => key)).toEqual([
      'name',
      'commitment RESOLVE',
      'step 0',
      'question colour',
    ]);
    expect(changed[0]).toMatchObject({ before: 'Lampadaire éteint', after: 'Éclairage en panne' });
    expect(changed[3]?.after).toBe('');
    expect(compare(content, content).some((row) => row.changed)).toBe(false);
    expect(compare(null, content).some((row) => row.changed)).toBe(false);
  });
});

describe('The list of processes', () => {
  const item = (code: string, name: string, finds: string[]): ProcessItem => ({
    code,
    name,
    finds,
    glyph: 'lighting',
    domain: 'eclairage',
    service: 'Éclairage public',
    offered: true,
  });
  it('is searched by older names, whatever the accents and hyphens', () => {
    const items = [item('lampe', 'Éclairage en panne', ['Lampadaire éteint']), item('tag', 'Tag', [])];
    expect(findProcesses(items, 'lampadaire-ETEINT').map(({ code }) => code)).toEqual(['lampe']);
    expect(findProcesses(items, '  ')).toHaveLength(2);
  });
});

describe('The choices of a question', () => {
  it('keep their codes when they are only worded otherwise', () => {
    expect(withChoices(colour, ['Rouge vif', 'Bleu']).choices?.map(({ code }) => code)).toEqual(['r', 'b']);
  });
  it('keep their codes when another one comes between, and their stop goes with them', () => {
    const more = withChoices(colour, ['Rouge', 'Vert', 'Bleu']);
    expect(more.choices?.map(({ code }) => code)).toEqual(['r', 'choix', 'b']);
    expect(withChoices(colour, ['Rouge']).stops).toEqual([]);
  });
});
