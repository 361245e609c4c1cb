import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../core/staff-types';
import type { JobStep, Point } from '../../../core/types';
import { jobLane, type StepItem } from '../outbox/item';
import { inOrder } from './order';
import { nextStep, stepMarks, withUnsent } from './progress';

const at = (lon: number, lat: number): Point => ({ type: 'Point', coordinates: [lon, lat] });

function job(
  id: string,
  more: Partial<Job> = {},
  position: Point | null = at(2.9, 47.35),
  dueAt?: string,
): Job {
  const request = {
    id: `r${id}`,
    number: `2026-${id}`,
    kind: 'INCIDENT',
    state: 'ASSIGNED',
    category: 'leak',
    title: 'Fuite',
    glyph: 'water',
    domain: 'eau',
    address: '1 rue',
    receivedAt: '',
    changedAt: '',
    ring: { late: false, ...(dueAt ? { dueAt } : {}) },
    description: '',
    photos: [],
    revision: 1,
    ...(position ? { position } : {}),
  } satisfies Job['request'];
  return { id, step: 'OFFERED', team: { id: 't', code: 'E3', name: 'Réseaux' }, request, ...more };
}
const unsent = (step: StepItem['step'], more: Partial<StepItem> = {}): StepItem => ({
  id: step,
  order: 1,
  lane: jobLane('1'),
  owner: { id: 'me', name: '' },
  createdAt: '',
  state: 'waiting',
  attempts: 0,
  about: { title: '', place: '' },
  kind: 'step',
  jobId: '1',
  step,
  at: '2026-11-22T10:00:00Z',
  photos: [],
  ...more,
});
const ids = (jobs: readonly Job[], here: Point | null): string[] =>
  inOrder(jobs, here).map(({ job }) => job.id);

describe('The list of jobs', () => {
  const near = job('1', {}, at(2.901, 47.35), '2026-11-25');
  const far = job('2', {}, at(2.95, 47.35), '2026-11-23');
  const nowhere = job('3', {}, null, '2026-11-22');

  it('begins with the nearest when the position is known; jobs without a place come last', () => {
    expect(ids([nowhere, far, near], at(2.9, 47.35))).toEqual(['1', '2', '3']);
  });
  it('goes by due time when it is not', () => {
    expect(ids([near, far, nowhere], null)).toEqual(['3', '2', '1']);
  });
  it('puts what one is on before everything nearer', () => {
    expect(ids([near, { ...far, step: 'ON_SITE' }], at(2.9, 47.35))).toEqual(['2', '1']);
  });
  it('says the distance in metres as the crow flies', () => {
    expect(inOrder([near], at(2.9, 47.35))[0]?.metres).toBeCloseTo(75.3, 0);
    expect(inOrder([near], null)[0]).not.toHaveProperty('metres');
  });
  it('is the same whatever order the server sent', () => {
    const some = fc.array(fc.tuple(fc.nat(5), fc.boolean(), fc.nat(3)), { maxLength: 8 });
    fc.assert(
      fc.property(some, fc.boolean(), (rows, located) => {
        const jobs = rows.map(([east, placed, days], index) =>
          job(String(index), {}, placed ? at(2.9 + east / 100, 47.35) : null, `2026-11-2${days}`),
        );
        const here = located ? at(2.9, 47.35) : null;
        expect(ids([...jobs].reverse(), here)).toEqual(ids(jobs, here));
      }),
    );
  });
});

describe('The stepper', () => {
  it('names the next step and stops when the job is over', () => {
    const steps: JobStep[] = [
      'OFFERED',
      'ACCEPTED',
      'EN_ROUTE',
      'ON_SITE',
      'DONE',
      'IMPOSSIBLE',
      'WITHDRAWN',
    ];
    expect(steps.map(nextStep)).toEqual(['ACCEPTED', 'EN_ROUTE', 'ON_SITE', 'DONE', null, null, null]);
  });
  it('shows what is behind with its time, where it stands, and what is ahead', () => {
    const marks = stepMarks(
      job('1', { step: 'EN_ROUTE', acceptedAt: '2026-11-22T09:43:00Z', enRouteAt: '2026-11-22T09:45:00Z' }),
    );
    expect(marks.map(({ phase }) => phase)).toEqual(['past', 'now', 'next', 'next']);
    expect(marks[0]?.at).toBe('2026-11-22T09:43:00Z');
    expect(marks[2]).not.toHaveProperty('at');
  });
  it('has everything behind once done, and stops where it was when impossible', () => {
    expect(stepMarks(job('1', { step: 'DONE' })).map(({ phase }) => phase)).toEqual(Array(4).fill('past'));
    expect(stepMarks(job('1', { step: 'IMPOSSIBLE', acceptedAt: 'x' })).map(({ phase }) => phase)).toEqual([
      'past',
      'next',
      'next',
      'next',
    ]);
  });
});

describe('Steps the server does not know yet', () => {
  it('are shown as taken, with the state that follows', () => {
    const shown = withUnsent(job('1'), [unsent('ACCEPTED'), unsent('EN_ROUTE')]);
    expect(shown).toMatchObject({ step: 'EN_ROUTE', enRouteAt: '2026-11-22T10:00:00Z' });
    expect(shown.request.state).toBe('IN_PROGRESS');
  });
  it('end the clock when the work is done', () => {
    const shown = withUnsent(job('1', { step: 'ON_SITE' }), [unsent('DONE', { note: 'réparé' })]);
    expect(shown.request).toMatchObject({ state: 'RESOLVED', ring: { late: false } });
    expect(shown.note).toBe('réparé');
  });
  it('are not believed once refused, nor when the server is already further', () => {
    expect(withUnsent(job('1'), [unsent('ACCEPTED', { state: 'refused' })]).step).toBe('OFFERED');
    expect(withUnsent(job('1', { step: 'ON_SITE' }), [unsent('EN_ROUTE')]).step).toBe('ON_SITE');
    expect(withUnsent(job('2'), [unsent('ACCEPTED')]).step).toBe('OFFERED');
  });
});
