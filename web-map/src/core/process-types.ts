import type { Question } from './questions';
import type { ReportItem } from './staff-types';
import type { CommitmentKind, Glyph, Kind, LengthUnit, Priority, Role } from './types';

/** The processes of the catalogue, as the desk has them. */
export type ProcessState = 'DRAFT' | 'REVIEWED' | 'PUBLISHED';
export interface ProcessItem {
  code: string;
  name: string;
  glyph: Glyph;
  domain: string;
  service: string;
  /** Words that find it: names it had before, and what people call it. */
  finds: string[];
  /** In force; absent while the category stands without one. */
  version?: number;
  underWay?: { version: number; state: ProcessState; from?: string };
  offered: boolean;
}
export interface Term {
  commitment: CommitmentKind;
  amount: number;
  unit: LengthUnit;
  /** Code of the one that working units are counted on; empty for the others. */
  calendar: string;
  warning?: { kind: 'SHARE' | 'MINUTES_BEFORE' | 'MINUTES_AFTER'; value: number } | null;
}
export interface ProcessContent {
  code: string;
  domain: string;
  service: string;
  name: string;
  synonyms: string[];
  glyph: Glyph;
  kind: Kind;
  priority: Priority;
  confidential: boolean;
  duplicateRadiusMetres: number;
  askers: ('PERSON' | 'ASSOCIATION' | 'COMPANY' | 'COUNCIL' | 'STAFF')[];
  questions: Question[];
  documents: string[];
  skills: string[];
  steps: { actor: Role; text: string }[];
  report: ReportItem[];
  commitments: Term[];
  formalReply: boolean;
  replyTemplate: string;
  approvalChain: string;
  retentionMonths: number;
}
/** Who did it, and when; without a name it was an import. */
export interface Hand {
  name?: string;
  at: string;
}
export interface ProcessVersion {
  id: string;
  number: number;
  state: ProcessState;
  inForce: boolean;
  /** From when on new requests take it. */
  from?: string;
  drafted: Hand;
  reviewed?: Hand;
  published?: Hand;
  /** Whether whoever reads it is a referent of its service. */
  mayReview: boolean;
  revision: number;
  content: ProcessContent;
}
export interface Process {
  code: string;
  name: string;
  version?: number;
  /** What holds now, also where there is no version yet. */
  current: ProcessContent;
  /** The newest first. */
  versions: ProcessVersion[];
  /** Codes that a version may name. */
  known: { domains: string[]; services: string[]; calendars: string[]; skills: string[] };
}
