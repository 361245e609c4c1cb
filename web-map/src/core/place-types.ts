/** The shapes of the HTTP contract that speak of places; see types.ts. */
import type { Channel, Danger, Placement, Point, Priority, Promised, SectorRef, TeamRef } from './types';

export interface MultiPolygon {
  type: 'MultiPolygon';
  coordinates: [number, number][][][];
}

/** An area that somebody wants to hear of. */
export interface WatchedArea {
  name: string;
  ground: MultiPolygon;
  confirmed: boolean;
}

export interface NewWatch {
  email: string;
  name: string;
  centre: Point;
  radiusMetres: number;
}

export interface Address {
  label: string;
  houseNumber?: string;
  street?: string;
  postcode?: string;
  locality?: string;
  position: Point;
  distanceMetres?: number;
}

/** What is asked about a place before anything is sent. */
export interface PlaceQuestion {
  position: Point;
  category?: string | undefined;
  /** The neighbouring sector that the person chose. */
  sector?: string | undefined;
  danger?: Danger | undefined;
  /** What is written already: rules may ask for its words. */
  description?: string | undefined;
  /** What was answered to the category's questions already. */
  answers?: Record<string, string> | undefined;
  /** On which it would come in; read from staff only. */
  channel?: Channel | undefined;
}

export interface Located {
  inside: boolean;
  sector?: SectorRef & { version: number };
  placement: Placement;
  /** The one that the lookup gives, when another was chosen. */
  usualSector?: SectorRef;
  /** So near that a person may choose one of them instead. */
  neighbours?: (SectorRef & { metres: number })[];
  service?: string;
  /** `sentence` is the reason and what follows from it. */
  organisation?: { name: string; forwarded: boolean; reason: string; sentence: string };
  /** Known to staff. */
  team?: TeamRef & { rule: string; sentence: string };
  promises?: Promised[];
  urgent?: boolean;
  /** Known to staff. */
  priority?: { priority: Priority; sentence: string };
}
