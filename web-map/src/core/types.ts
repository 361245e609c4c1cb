/** The shapes of the HTTP contract. Absent means absent: the server leaves null values out. */
import type { SimulatedTime } from './clock';

/** A GeoJSON point, longitude first. */
export interface Point {
  type: 'Point';
  coordinates: [number, number];
}
/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

export type Kind = 'INCIDENT' | 'COMPLAINT' | 'QUESTION' | 'REMARK' | 'PRAISE';
export type State =
  | 'RECEIVED'
  | 'ASSIGNED'
  | 'IN_PROGRESS'
  | 'RESOLVED'
  | 'CLOSED'
  | 'FORWARDED'
  | 'REJECTED'
  | 'DUPLICATE'
  | 'REOPENED';
export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
/** How dangerous it is, as whoever reports it says. */
export type Danger = 'NONE' | 'POSSIBLE' | 'IMMEDIATE';
export type Glyph =
  'street' | 'lighting' | 'waste' | 'green' | 'sign' | 'water' | 'tag' | 'animal' | 'question' | 'praise';
export type CommitmentKind = 'ACKNOWLEDGE' | 'ON_SITE' | 'RESOLVE' | 'REPLY';
export type Role =
  | 'CITIZEN'
  | 'FRONT_OFFICE'
  | 'DISPATCHER'
  | 'TEAM_MEMBER'
  | 'PATROLLER'
  | 'REFERENT'
  | 'HEAD'
  | 'SIGNATORY'
  | 'ELECTED_OFFICIAL'
  | 'ADMINISTRATOR';
export type Channel =
  | 'WEB'
  | 'APP'
  | 'PHONE'
  | 'COUNTER'
  | 'EMAIL'
  | 'LETTER'
  | 'CHAT'
  | 'SOCIAL'
  | 'COUNCIL'
  | 'PATROL'
  | 'OPEN311'
  | 'IMPORT';
export type LocationSource = 'PIN' | 'GPS' | 'PHOTO' | 'ADDRESS' | 'ASSET' | 'IMPORT' | 'NONE';
/** In whose name somebody asks. */
export const REQUESTER_TYPES = ['PERSON', 'ASSOCIATION', 'CLUB', 'BUSINESS'] as const;
export type RequesterType = (typeof REQUESTER_TYPES)[number];
/** What a town may do without. */
export type ModuleName =
  | 'SECTOR_DRAFTS'
  | 'RULES'
  | 'FIELD'
  | 'FORMAL_REPLIES'
  | 'REOPENING'
  | 'WATCHED_AREAS'
  | 'OPEN311'
  | 'REVIEW';
export type JobStep = 'OFFERED' | 'ACCEPTED' | 'EN_ROUTE' | 'ON_SITE' | 'DONE' | 'IMPOSSIBLE' | 'WITHDRAWN';

/** The next open commitment, computed by the server; `left` is absent when the work is done. */
export interface RingTime {
  commitment?: CommitmentKind;
  startsAt?: string;
  dueAt?: string;
  /** Since when it stands still: nothing is counted, and it does not become late. */
  pausedAt?: string;
  left?: number;
  late: boolean;
}
export type LengthUnit = 'MINUTES' | 'HOURS' | 'DAYS' | 'WORKING_MINUTES' | 'WORKING_HOURS' | 'WORKING_DAYS';
/** What is promised: 2 WORKING_DAYS. */
export interface PromisedLength {
  amount: number;
  unit: LengthUnit;
}
export interface Promised extends PromisedLength {
  commitment: CommitmentKind;
  /** On which it is counted, by its name; absent round the clock. */
  calendar?: string;
}
export interface PhotoRef {
  id: string;
  purpose: 'REPORT' | 'BEFORE' | 'AFTER';
  width: number;
  height: number;
  url: string;
  thumbnailUrl: string;
}
export interface SectorRef {
  code: string;
  name: string;
}
export interface TeamRef {
  id: string;
  code: string;
  name: string;
}
export interface RequestCard {
  id: string;
  number: string;
  kind: Kind;
  state: State;
  category: string;
  title: string;
  glyph: Glyph;
  domain: string;
  address: string;
  sector?: SectorRef;
  service?: string;
  position?: Point;
  receivedAt: string;
  changedAt: string;
  resolvedAt?: string;
  ring: RingTime;
  photo?: PhotoRef;
}
export interface Step {
  at: string;
  entry: string;
  state?: State;
  text: string;
}
export interface Commitment extends Partial<PromisedLength> {
  commitment: CommitmentKind;
  startsAt?: string;
  dueAt: string;
  metAt?: string;
  pausedAt?: string;
  /** Share of the time that is left; known to staff. */
  left?: number;
  /** On which it is counted; known to staff. */
  calendar?: string;
}
export interface RequestDetail extends RequestCard {
  description: string;
  steps: Step[];
  photos: PhotoRef[];
  promises: Commitment[];
  followers: number;
}
export interface Page<T> {
  items: T[];
  total: number;
  next?: string;
}
export interface OpeningHours {
  /** 1 is Monday. */
  weekday: number;
  opens: string;
  closes: string;
}
export interface Jurisdiction {
  code: string;
  name: string;
  locale: string;
  zone: string;
  fictional: boolean;
  bounds: Bounds;
  center: Point;
  /** As seen from afar; absent in what a phone has kept from earlier. */
  boundary?: { type: 'MultiPolygon'; coordinates: [number, number][][][] };
  hotline?: {
    number: string;
    costNote: string;
    open: boolean;
    opensAt?: string;
    closesAt?: string;
    hours: OpeningHours[];
  };
  basemap: { kind: 'vector' } | { kind: 'raster'; url: string; attribution: string };
  attribution: string;
  /** Only where time is simulated. */
  simulatedTime?: SimulatedTime;
  /** Those that are on; what belongs to the others is not offered. */
  modules: ModuleName[];
}
/** What is known already: works announced, a collection put off. */
export interface StopMessage {
  text: string;
  until: string;
  /** Nothing is taken in meanwhile, except at the desk. */
  refuses: boolean;
}
export interface Category {
  code: string;
  name: string;
  glyph: Glyph;
  kind: Kind;
  keywords: string[];
  urgent: boolean;
  private: boolean;
  service: string;
  duplicateRadiusMetres: number;
  promises: Promised[];
  /** Told before it is reported; absent when there is nothing to tell. */
  messages?: StopMessage[];
  /** Whether it asks anything: see `questions`. */
  asks?: boolean;
}
export interface Domain {
  code: string;
  name: string;
  glyph: Glyph;
  categories: Category[];
}
export interface Catalogue {
  domains: Domain[];
}
/** One promise of a category in the last twelve whole months; without numbers where so few may not be told. */
export interface AchievedPromise extends PromisedLength {
  commitment: CommitmentKind;
  due?: number;
  kept?: number;
  withheld: boolean;
}
export interface PromisesAchieved {
  from: string;
  to: string;
  total: { commitment: CommitmentKind; due: number; kept: number }[];
  items: { category: string; name: string; domain: string; promises: AchievedPromise[] }[];
}
export interface Counts {
  total: number;
  byDomain: Record<string, number>;
  byState: Partial<Record<State, number>>;
  late: number;
}
export interface Placement {
  rule: string;
  metresToEdge?: number;
  sentence: string;
}
export interface NearbyRequest extends RequestCard {
  distanceMetres: number;
  /** The very thing that is being reported, where it was named. */
  about?: string;
}
/** That somebody of the staff has read a message, and when for the first time. */
export interface Reading {
  accountId: string;
  name: string;
  at: string;
}
export interface Message {
  /** Known to staff. */
  id?: string;
  at: string;
  from: 'REQUESTER' | 'SERVICE' | 'INTERNAL';
  author: string;
  text: string;
  delivery?: string;
  /** Of messages among staff. */
  readBy?: Reading[];
}
export interface TrackedRequest extends RequestDetail {
  contact: { emailMasked?: string; phoneMasked?: string };
  messages: Message[];
  /** Formal replies that were sent. */
  letters?: { id: string; at: string; subject: string; text: string; pdf: string }[];
  /** Absent while it is open, and once that is over. */
  reopenableUntil?: string;
  /** It has ended, and whoever asked may say how it went. */
  asksSatisfaction?: boolean;
  satisfaction?: { score: number; text: string };
}
/** What a follower's link is about. */
export interface Reopenable {
  number: string;
  reopenableUntil?: string;
}
export interface NewRequest {
  id?: string;
  kind?: Kind;
  category: string;
  position?: Point;
  locationSource?: LocationSource;
  address?: string;
  description: string;
  contact?: {
    name?: string;
    email?: string;
    phone?: string;
    locale?: string;
    /** Absent: a person. */
    type?: RequesterType;
    organisation?: string;
  };
  photos?: string[];
  publishPhotos?: boolean;
  channel?: Channel;
  sectorChoice?: string;
  danger?: Danger;
  /** By the codes of the category's questions. */
  answers?: Record<string, string>;
  /** What it is about, by its id. */
  asset?: string;
}
export interface Registered {
  id: string;
  number: string;
  state: State;
  sector?: SectorRef;
  placement: Placement;
  service: string;
  team?: TeamRef;
  promises: { commitment: CommitmentKind; dueAt: string }[];
  trackingUrl: string;
}
export interface UploadedPhoto {
  id: string;
  width: number;
  height: number;
  thumbnailUrl: string;
  proposedPosition?: Point;
  takenAt?: string;
}
export interface Account {
  id: string;
  name: string;
  role: Role;
  teams: TeamRef[];
}
export interface Session {
  account?: Account;
  csrfToken: string;
}
export interface RequestFilter {
  bbox?: Bounds;
  domain?: string[];
  category?: string[];
  state?: State[];
  kind?: Kind[];
  from?: string;
  to?: string;
  late?: boolean;
  q?: string;
}
