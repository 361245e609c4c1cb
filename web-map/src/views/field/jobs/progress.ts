import type { Job } from '../../../core/staff-types';
import type { JobStep, State } from '../../../core/types';
import type { Item, StepItem } from '../outbox/item';

/** The four steps of a job, in their order. */
export const STEPS = ['ACCEPTED', 'EN_ROUTE', 'ON_SITE', 'DONE'] as const;
export type Step = (typeof STEPS)[number];

export const isOver = (step: JobStep): boolean => ['DONE', 'IMPOSSIBLE', 'WITHDRAWN'].includes(step);

/** Someone of the team is on it. */
export const isUnderWay = (step: JobStep): boolean => step === 'EN_ROUTE' || step === 'ON_SITE';

/** What the big button does next; null when nothing is left to do. */
export function nextStep(step: JobStep): Step | null {
  if (isOver(step)) return null;
  return STEPS[rank(step) + 1] ?? null;
}

export interface StepMark {
  step: Step;
  phase: 'past' | 'now' | 'next';
  at?: string;
}

/** The stepper: what is behind, where the job stands, what is ahead. A finished job has it all behind. */
export function stepMarks(job: Job): StepMark[] {
  const reached = job.step === 'IMPOSSIBLE' ? lastKnown(job) : rank(job.step);
  return STEPS.map((step, index) => {
    const at = timeOf(job, step);
    const now = index === reached && !isOver(job.step);
    const phase = now ? 'now' : index <= reached ? 'past' : 'next';
    return { step, phase, ...(at && index <= reached ? { at } : {}) };
  });
}

/** The job as it is once the phone's unsent steps have arrived. Refused steps do not count. */
export function withUnsent(job: Job, items: readonly Item[]): Job {
  return items
    .filter((item): item is StepItem => item.kind === 'step' && item.jobId === job.id)
    .filter(({ state }) => state === 'waiting')
    .reduce(applied, job);
}

function applied(job: Job, { step, at, note }: StepItem): Job {
  if (isOver(job.step) || (step !== 'IMPOSSIBLE' && rank(step) <= rank(job.step))) return job;
  const request = { ...job.request, state: stateAfter(step, job.request.state) };
  if (step === 'DONE') request.ring = { late: false };
  return { ...job, step, request, [TIME[step]]: at, ...(note ? { note } : {}) };
}

const TIME = {
  ACCEPTED: 'acceptedAt',
  EN_ROUTE: 'enRouteAt',
  ON_SITE: 'onSiteAt',
  DONE: 'endedAt',
  IMPOSSIBLE: 'endedAt',
} as const;

function stateAfter(step: StepItem['step'], state: State): State {
  if (step === 'DONE') return 'RESOLVED';
  if (step === 'EN_ROUTE' || step === 'ON_SITE') return 'IN_PROGRESS';
  return step === 'ACCEPTED' ? 'ASSIGNED' : state;
}

function timeOf(job: Job, step: Step): string | undefined {
  return job[TIME[step]];
}

function lastKnown(job: Job): number {
  return STEPS.slice(0, 3).reduce((last, step, index) => (timeOf(job, step) ? index : last), -1);
}

function rank(step: JobStep): number {
  return STEPS.indexOf(step as Step);
}
