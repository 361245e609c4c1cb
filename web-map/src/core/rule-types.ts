import type { Channel, Danger, Point, Priority } from './types';

export type RequesterKind = 'ANONYMOUS' | 'KNOWN' | 'STAFF';

/** What must hold, as it is stored: an object whose key says what it is. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { calendar: string; open: boolean }
  | { answer: string; is?: string; contains?: string; greater?: string }
  | ListCondition;

/** One of several values. */
export type ListCondition = { [key in ListKey]?: string[] };
export type ListKey =
  | 'category'
  | 'domain'
  | 'near'
  | 'sector'
  | 'area'
  | 'shift'
  | 'danger'
  | 'channel'
  | 'priority'
  | 'requester'
  | 'words';

export interface Outcomes {
  team?: string;
  priority?: Priority;
  private?: boolean;
  forward?: string;
  note?: string;
  message?: string;
}
export interface RuleText {
  schema: 1;
  if: Condition;
  then: Outcomes;
}

export type RuleState = 'DRAFT' | 'ACTIVE' | 'RETIRED';
export interface Rule {
  id: string;
  code: string;
  version: number;
  name: string;
  state: RuleState;
  position: number;
  text: RuleText;
  /** The rule as people say it. */
  sentence: string;
  /** What it speaks of and is not there any more. */
  faults: string[];
  /** The last trial was of exactly this text. */
  tried: boolean;
  trial?: Trial;
  /** On how many requests it has decided something. */
  decided: number;
  changedAt: string;
  changedBy?: string;
  activatedAt?: string;
  activatedBy?: string;
  retiredAt?: string;
  revision: number;
}
/** What is being written. */
export interface RuleDraft {
  code: string;
  name: string;
  position?: number;
  text: RuleText;
}

export interface Entry {
  code: string;
  name: string;
  /** False: it has ended, and no rule may begin to speak of it. */
  open: boolean;
}
export type VocabularyKind =
  'CATEGORY' | 'DOMAIN' | 'PLACE_CLASS' | 'SECTOR' | 'AREA' | 'SHIFT' | 'CALENDAR' | 'TEAM' | 'ORGANISATION';
export type Vocabulary = Record<VocabularyKind, Entry[]>;

/** What a draft would have made of the requests of a period. */
export interface Trial {
  from: string;
  until: string;
  requests: number;
  truncated: boolean;
  matched: number;
  decided: number;
  otherTeam: number;
  otherPriority: number;
  becomePrivate: number;
  forwarded: number;
  teams: { code: string; name: string; before: number; after: number }[];
  examples: TrialExample[];
  tookMillis: number;
}
export interface TrialExample {
  id: string;
  number: string;
  category: string;
  receivedAt: string;
  position?: Point;
  teamBefore: string;
  teamAfter: string;
  priorityBefore: Priority;
  priorityAfter: Priority;
  changes: boolean;
  why: string;
}

/** A report that is only thought of. */
export interface Thought {
  category: string;
  position?: Point | undefined;
  danger?: Danger | undefined;
  channel?: Channel;
  requester?: RequesterKind;
  description?: string;
  /** The hour at which it would come in; absent: now. */
  at?: string | undefined;
}
export interface DryRun {
  holds?: boolean;
  why?: string;
  with: Told;
  without: Told;
}
export interface Told {
  team: string;
  teamName: string;
  teamWhy: string;
  priority: Priority;
  priorityWhy: string;
  isPrivate: boolean;
  forwardedTo?: string;
  note?: string;
  message?: string;
  rules: { outcome: string; code: string; name: string; why: string }[];
}
