import type { WorkReport } from '../../../core/staff-types';
import type { JobStep, NewRequest } from '../../../core/types';

/**
 * What the phone holds until the server has acknowledged it. `waiting` is also what a crash leaves behind:
 * that an item is just being sent is never written down, so it is simply sent again under the same id.
 */
export type ItemState = 'waiting' | 'refused' | 'received';

/** Why the server will not take an item as it is. */
export interface Refusal {
  status: number;
  slug: string;
  /** The server's sentence; empty when it gave none. */
  detail: string;
  at: string;
}
/** The server's word that it has an item. */
export interface Receipt {
  /** What the reader can quote: the request's number, or the short form of the item's id. */
  number: string;
  at: string;
}
interface Common {
  /** UUIDv7 made here: receipt id, photo id or idempotency key on the server. */
  id: string;
  /** Given by the store when the item is written down; never reused. */
  order: number;
  /** Items of one lane go strictly one after the other: a job's photos before the step that names them. */
  lane: string;
  /** Who recorded it: nothing is ever sent in another person's name. */
  owner: { id: string; name: string };
  createdAt: string;
  state: ItemState;
  attempts: number;
  refusal?: Refusal;
  receipt?: Receipt;
  /** What it is about, in the reader's words, for the list. */
  about: { title: string; place: string };
}
export interface PhotoItem extends Common {
  kind: 'photo';
  purpose: 'REPORT' | 'BEFORE' | 'AFTER';
  jobId?: string;
  bytes: number;
  /** Small picture that stays after the photo itself has left. */
  thumbnail?: Blob;
}
export interface StepItem extends Common, WorkReport {
  kind: 'step';
  jobId: string;
  step: Exclude<JobStep, 'OFFERED' | 'WITHDRAWN'>;
  at: string;
  note?: string;
  photos: string[];
}
export interface ReportItem extends Common {
  kind: 'report';
  body: NewRequest;
  photos: string[];
}
export type Item = PhotoItem | StepItem | ReportItem;

type Written = 'order' | 'state' | 'attempts' | 'refusal' | 'receipt' | 'createdAt' | 'owner';
type Unwritten<T> = T extends unknown ? Omit<T, Written> & { blob?: Blob } : never;
/** An item before it is written down; a photo carries its image. */
export type NewItem = Unwritten<Item>;

export const jobLane = (jobId: string): string => `job:${jobId}`;
export const reportLane = (id: string): string => `report:${id}`;

/** The end of an id, short enough to be read aloud. */
export function shortNumber(id: string): string {
  return id.replaceAll('-', '').slice(-6).toUpperCase();
}
