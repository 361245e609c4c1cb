import type { Setting } from './settings-types';

/** Systems of other authorities that requests are sent on to, and how far requests have come there. */
export type ConnectionFormat = 'JSON' | 'XML';
export interface ConnectionTerms {
  address: string;
  format: ConnectionFormat;
  /** As the other side calls the town; may be empty. */
  jurisdictionId: string;
  /** By which the other side knows a report that comes again; empty: it knows none. */
  externalIdAttribute: string;
  /** Their service codes by our categories' codes. */
  services: Record<string, string>;
  /** For every other category; empty: those are not sent. */
  serviceOtherwise: string;
  /** Their attributes by our categories' codes and the codes of their questions; other answers never leave. */
  attributes: Record<string, Record<string, string>>;
  withRequester: boolean;
  takesPrivate: boolean;
  on: boolean;
}
export interface Connection extends ConnectionTerms {
  organisationId: string;
  name: string;
  key: 'NONE' | 'KEPT' | 'UNREADABLE';
  waiting: number;
  refused: number;
  there: number;
  lastAnswerAt?: string;
  failingSince?: string;
  lastError?: string;
  speaksUpdates?: boolean;
  setting: Setting;
}
export interface Connections {
  items: Connection[];
  /** Those that may have one. */
  organisations: { id: string; name: string }[];
}
export interface RemoteService {
  code: string;
  name: string;
  group: string;
  /** What is reported as that stands in their list at once. */
  published: boolean;
  /** Something is asked of whoever reports that. */
  asks: boolean;
}
export interface RemoteAttribute {
  code: string;
  description: string;
  datatype: string;
  required: boolean;
}
export interface RemoteDefinition {
  attributes: RemoteAttribute[];
  error?: string;
}
export interface ConnectionTrial {
  services: RemoteService[];
  error?: string;
  updates?: 'SPOKEN' | 'NOT_SPOKEN' | 'KEY_REFUSED';
}
export type ForwardingStage =
  'WAITING' | 'TOKEN' | 'FOLLOWED' | 'ENDED_THERE' | 'REFUSED' | 'WITHDRAWN' | 'DONE';
export type ForwardingProblem =
  | 'NO_SERVICE'
  | 'NO_PLACE'
  | 'PRIVATE'
  | 'CAME_FORWARDED'
  | 'REFUSED'
  | 'UNCERTAIN'
  | 'NOBODY_ANSWERED'
  | 'NO_NUMBER';
export interface Forwarding {
  id: string;
  requestId: string;
  number: string;
  organisationId: string;
  organisation: string;
  stage: ForwardingStage;
  queuedAt: string;
  attempts: number;
  nextAttemptAt: string;
  /** It was posted and nobody knows whether it was taken. */
  maybeThere: boolean;
  remoteId?: string;
  takenAt?: string;
  askedAt?: string;
  seenAt?: string;
  remoteStatus?: string;
  problem?: ForwardingProblem;
  lastError?: string;
  /** How far they are told that it is no longer for them. */
  ending?: 'WAITING' | 'TOLD' | 'NOT_TOLD';
}
export interface RequestForwarding {
  /** Newest first. */
  items: Forwarding[];
  /** To whom it may be handed on; to those that are connected it is sent by itself. */
  organisations: { id: string; name: string; connected: boolean }[];
}
