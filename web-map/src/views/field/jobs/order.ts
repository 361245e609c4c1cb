import { metresBetween } from '../../../core/distance';
import type { Job } from '../../../core/staff-types';
import type { Point } from '../../../core/types';
import { isUnderWay } from './progress';

/** A job and how far it is, as the crow flies; unknown without a position. */
export interface PlacedJob {
  job: Job;
  metres?: number;
}

/** What one is on comes first; then the nearest, or the one due first when nobody knows where we are. */
export function inOrder(jobs: readonly Job[], here: Point | null): PlacedJob[] {
  return jobs
    .map((job) => placed(job, here))
    .sort((a, b) => busy(a) - busy(b) || far(a) - far(b) || byDue(a, b) || byNumber(a, b));
}

function placed(job: Job, here: Point | null): PlacedJob {
  const { position } = job.request;
  return here && position ? { job, metres: metresBetween(here, position) } : { job };
}

const busy = ({ job }: PlacedJob): number => (isUnderWay(job.step) ? 0 : 1);
// larger than any distance on Earth, and equal to itself when subtracted
const far = ({ metres }: PlacedJob): number => metres ?? 1e9;
const due = ({ job }: PlacedJob): string => job.request.ring.dueAt ?? '9999';
const byDue = (a: PlacedJob, b: PlacedJob): number => compare(due(a), due(b));
const byNumber = (a: PlacedJob, b: PlacedJob): number => compare(a.job.request.number, b.job.request.number);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
