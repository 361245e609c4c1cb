import type { AssetRef } from './assets';
import type { DeskCard } from './staff-types';

export interface NearAsset extends AssetRef {
  distanceMetres: number;
}

/** Works that are announced for a ground; `endsAt` is not included. */
export interface Works {
  id: string;
  text: string;
  ground: string;
  startsAt: string;
  endsAt: string;
  /** They have begun. */
  current: boolean;
}

/** Everything about a place. */
export interface PlaceSheet {
  inside: boolean;
  sector?: { code: string; name: string; version: number };
  /** Why it falls there, in the reader's language. */
  why: string;
  defaultTeam?: { code: string; name: string };
  grounds: string[];
  /** Those that begin first come first. */
  works: Works[];
  assets: NearAsset[];
  /** All around, open and settled; more: at least as many. */
  count: { open: number; settled: number; more: boolean };
  /** The newest first; `next` continues them in the search. */
  items: DeskCard[];
  next?: string;
}
