import type { AssetRef } from './assets';
import type { Question } from './questions';
import type {
  Channel,
  JobStep,
  Message,
  NewRequest,
  Page,
  PhotoRef,
  Placement,
  Point,
  Priority,
  Reading,
  Commitment,
  RequestCard,
  RequesterType,
  Role,
  State,
  TeamRef,
} from './types';

/** Shapes that only signed-in staff receive: the desk and the field. */
export interface DeskCard extends RequestCard {
  team?: TeamRef;
  priority: Priority;
  private: boolean;
  channel: Channel;
  revision: number;
  description: string;
  /** The step of the ladder that an open promise stands on. */
  escalationStep?: number;
  /** Who of the front office follows it. */
  owner?: { id: string; name: string };
  /** How often it changed hands by a person's decision. */
  transfers?: number;
  /** Since when its service is to say yes or no. */
  transmittedAt?: string;
  /** Since when, and why, it is back with its owner. */
  returnedAt?: string;
  returnCause?: ReturnCause;
  /** Whoever asked has not been told yet that it was received. */
  toAcknowledge?: boolean;
}
export type ReturnCause = 'REFUSED' | 'IMPOSSIBLE' | 'REOPENED' | 'NOT_TAKEN';
export interface DeskPage extends Page<DeskCard> {
  counts: { open: number; late: number; dueToday: number; received: number };
}
export interface HistoryEntry {
  at: string;
  entry: string;
  fromState?: State;
  toState?: State;
  publicText?: string;
  staffText?: string;
  actor: string;
}
export interface TeamSuggestion {
  team: TeamRef & { kind: string };
  reason: string;
  distanceMetres?: number;
  load: number;
  capacity: number;
  seenAt?: string;
}
export type PauseReason = 'WAITING_FOR_REQUESTER' | 'WEATHER';
export interface DeskDetail extends DeskCard {
  history: HistoryEntry[];
  promises: Commitment[];
  /** Why the clocks stand still. */
  pause?: { reason: PauseReason; pausedAt: string };
  photos: PhotoRef[];
  contact?: {
    name?: string;
    email?: string;
    phone?: string;
    requestsThisYear?: number;
    locale?: string;
    type?: RequesterType;
    organisation?: string;
  };
  placement: Placement & { sectorVersion?: number };
  assignment?: { rule: string; reason: string };
  messages: Message[];
  notifications: { at: string; recipient: string; subject: string; sentAt?: string; failure?: string }[];
  job?: { id: string; step: JobStep; team: TeamRef } & JobTimes;
  /** The states that may follow this one. */
  nextStates?: State[];
  /** The service that has it. */
  serviceId?: string;
  /** Who speaks for that service, and what the reader may say for it. */
  answering?: { referent: string; mayAccept: boolean; mayRefuse: boolean };
  suggestions: TeamSuggestion[];
  process?: RequestProcess;
  /** What of the town it is about. */
  asset?: AssetRef & { retired: boolean };
}
/** What the version of the process says that the request began with. */
export interface RequestProcess {
  version: number;
  /** Of the category at that time. */
  name: string;
  answers: { question: string; type: Question['type']; answer: string }[];
  steps: { actor: Role; text: string }[];
  report: ReportItem[];
}
export type ReportItem = 'PHOTO_BEFORE' | 'PHOTO_AFTER' | 'CAUSE' | 'QUANTITY' | 'NOTE';
export interface NewDeskRequest extends NewRequest {
  priority?: Priority;
  team?: string;
}
export interface Team extends TeamRef {
  kind: string;
  service?: string;
  load: number;
  capacity: number;
  position?: Point;
  headingDegrees?: number;
  seenAt?: string;
}
export interface Caller {
  name?: string;
  email?: string;
  phone?: string;
  type?: RequesterType;
  organisation?: string;
  requests: DeskCard[];
}
export interface JobTimes {
  offeredAt?: string;
  acceptedAt?: string;
  enRouteAt?: string;
  onSiteAt?: string;
  endedAt?: string;
}
export interface Job extends JobTimes {
  id: string;
  step: JobStep;
  note?: string;
  team: TeamRef;
  /** What must be told before it is done. */
  required?: Requirement[];
  /** 1 the first time that somebody goes there. */
  visitNumber?: number;
  distanceMetres?: number;
  request: RequestCard & {
    description: string;
    photos: PhotoRef[];
    contactPhone?: string;
    process?: RequestProcess;
    revision: number;
  };
}
/** What desk, service and field write to each other, as the field reads it. */
export interface InternalMessage {
  id: string;
  at: string;
  author: string;
  text: string;
  readBy: Reading[];
}
export type Requirement = 'PHOTO_BEFORE' | 'PHOTO_AFTER' | 'NOTE' | 'CAUSE' | 'QUANTITY';
/** What a team found and used. */
export interface WorkReport {
  cause?: string;
  quantity?: number;
  quantityUnit?: string;
}
export interface Jobs {
  teams?: TeamRef[];
  items: Job[];
}
export interface StepReport extends WorkReport {
  receiptId: string;
  step: Exclude<JobStep, 'OFFERED' | 'WITHDRAWN'>;
  at: string;
  note?: string;
  photos?: string[];
}
export interface StepReceipt {
  receiptId: string;
  receivedAt: string;
  job: Job;
}

/** What a search looked at. */
export type SearchKey = 'NUMBER' | 'PHONE' | 'EMAIL' | 'NAME' | 'ASSET' | 'WORDS' | 'PLACE';
export type SearchBy = 'EVERYTHING' | 'WORDS' | 'PERSON' | 'NUMBER' | 'ASSET';
export interface HistoryQuery {
  /** Id of a thing of the town: what was reported of it, instead of a text. */
  asset?: string;
  q?: string;
  by?: SearchBy;
  lon?: number;
  lat?: number;
  metres?: number;
  limit?: number;
  after?: string;
}
export interface HistoryPage {
  items: DeskCard[];
  next?: string;
  searched: SearchKey[];
}
