import type { CommitmentKind, Glyph, LengthUnit, ModuleName, Role } from './types';

/** Who changed a setting last; the revision goes back with the next change. */
export interface Setting {
  revision: number;
  changedAt?: string;
  changedBy?: string;
  reason?: string;
}
export interface Hours {
  opens: string;
  closes: string;
}
export interface Weekday {
  /** 1 is Monday. */
  weekday: number;
  hours: Hours[];
}
export interface SpecialDay {
  /** As 2026-11-24. */
  day: string;
  name: string;
  hours: Hours[];
  /** Told by law or announced; else somebody has entered it. */
  holiday: boolean;
}
export interface Calendar {
  code: string;
  name: string;
  zone: string;
  holidays: string;
  hotline: boolean;
  open: boolean;
  opensAt?: string;
  closesAt?: string;
  week: Weekday[];
  days: SpecialDay[];
  setting: Setting;
}
export interface CalendarChange {
  name: string;
  holidays: string;
  hotline: boolean;
  week: Weekday[];
  reason: string;
}
export interface NewCalendar extends Omit<CalendarChange, 'reason'> {
  code: string;
}
/** What a change moves of the requests that run. */
export interface Effect {
  deadlines: number;
  requests: number;
  late: number;
  noLongerLate: number;
  farthest: { number: string; commitment: CommitmentKind; before: string; after: string }[];
}
export type WarningKind = 'SHARE' | 'MINUTES_BEFORE' | 'MINUTES_AFTER';
export interface PromiseRow {
  commitment: CommitmentKind;
  amount: number;
  unit: LengthUnit;
  /** Code of the one that working time is counted on. */
  calendar?: string | undefined;
  warning?: { kind: WarningKind; value: number } | undefined;
}
export interface CategoryPromises {
  id: string;
  code: string;
  name: string;
  domain: string;
  glyph: Glyph;
  promises: PromiseRow[];
  setting: Setting;
}
export type StopsOn = 'KEPT' | 'ACTION';
export interface LadderStep {
  /** Negative: before it is due. */
  minutesAfterDue: number;
  target: Role;
  message: string;
  repeatMinutes?: number | undefined;
  repeats: number;
  stopsOn: StopsOn;
}
export interface Ladder {
  /** Absent: for every category without its own. */
  category?: string;
  commitment: CommitmentKind;
  steps: LadderStep[];
  setting: Setting;
}
export interface Ladders {
  items: Ladder[];
  targets: Role[];
}
export interface Reminders {
  /** Absent: never. */
  days?: number | undefined;
  categories: { category: string; days?: number | undefined }[];
  setting: Setting;
}
export interface TemplateText {
  code: string;
  name: string;
  locale: 'fr' | 'en';
  categoryId?: string | undefined;
  subject: string;
  body: string;
  active: boolean;
}
export interface Template extends TemplateText {
  id: string;
  setting: Setting;
}
export interface ChainStep {
  act: 'APPROVE' | 'SIGN';
  title: string;
  role?: Role | undefined;
  accountId?: string | undefined;
}
export interface Chain {
  id: string;
  name: string;
  categoryId?: string | undefined;
  steps: ChainStep[];
  setting: Setting;
}
export interface Letterhead {
  address: string;
  contact: string;
  place: string;
  /** PNG or JPEG in Base64. */
  logo?: string | undefined;
}
/** Another system that reports through Open311. */
export interface OtherSystem {
  id: string;
  name: string;
  quotaPerHour: number;
  externalIdAttribute: string;
  issuedAt: string;
  revokedAt?: string;
  requests: number;
  /** In the answer to what made it, and never again. */
  key?: string;
  setting: Setting;
}
export type WebhookKind =
  'CREATED' | 'STATE_CHANGED' | 'MOVED' | 'RECLASSIFIED' | 'ANSWERED' | 'NOTED' | 'UPDATED' | 'WITHDRAWN';
export interface WebhookTerms {
  name: string;
  address: string;
  content: 'PUBLIC' | 'STAFF';
  /** Empty: all. */
  kinds: WebhookKind[];
  /** By code; empty: all. */
  categories: string[];
  /** Absent: anywhere. */
  groundId?: string;
}
export interface Webhook extends WebhookTerms {
  id: string;
  taken: number;
  waiting: number;
  givenUp: number;
  lastTakenAt?: string;
  failingSince?: string;
  pausedAt?: string;
  lastError?: string;
  /** In the answer to what made it, and never again. */
  secret?: string;
  setting: Setting;
}
export interface DeadLetter {
  id: string;
  requestId: string;
  sequence: number;
  kind: WebhookKind;
  happenedAt: string;
  givenUpAt: string;
  attempts: number;
  lastError?: string;
}
export interface Module {
  module: ModuleName;
  on: boolean;
  setting: Setting;
}
