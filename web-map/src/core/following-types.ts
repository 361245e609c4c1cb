import type { Role } from './types';

/** Somebody who may follow requests. */
export interface Agent {
  id: string;
  name: string;
  role: Role;
  onDuty: boolean;
  nextOnDuty?: string;
  /** How much they follow; an urgent request counts three. */
  load: number;
  /** Who stands in for them today. */
  deputy?: string;
}
/** A part of a service's work: no category, or sector, stands for all. */
export interface InboxScope {
  service: string;
  category?: string;
  sector?: string;
}
export interface FrontDeskState {
  agents: Agent[];
  /** Whose requests are the reader's: their own, and those of absent people whose deputy they are. */
  actsFor: string[];
  answersForAll: boolean;
  inbox: InboxScope[];
}
export interface Service {
  id: string;
  code: string;
  name: string;
  organisation: string;
}
export type AcknowledgementWay = 'CALL' | 'LETTER' | 'COUNTER';
