import { metresBetween } from './distance';
import { t } from './i18n';
import type { Point } from './types';

/** Something that the town keeps up: a lamp, a bin, a sports ground. */
export interface Asset {
  id: string;
  kind: string;
  code: string;
  name: string;
  position: Point;
  /** Of a line or of ground; absent for what is a point. */
  shape?: unknown;
  /** The town has it no more. */
  retired: boolean;
  distanceMetres?: number;
}
export type AssetRef = Pick<Asset, 'id' | 'kind' | 'code' | 'name'>;

/** Kinds that have a word; a town may have others, which are shown as they are. */
const NAMED: Readonly<Record<string, string>> = {
  lamp: 'lamp',
  lamp_post: 'lamp',
  tree: 'tree',
  bin: 'bin',
  bench: 'bench',
  glass_container: 'glass',
  hydrant: 'hydrant',
  school: 'school',
  ground: 'ground',
  sports_facility: 'ground',
  playground: 'playground',
};

/** A pin farther away is about something else; ground and lines reach farther than a point. */
const AWAY_METRES = 60;
const AWAY_FROM_GROUND_METRES = 400;

export function isAway({ position, shape }: Asset, pin: Point): boolean {
  return metresBetween(position, pin) > (shape ? AWAY_FROM_GROUND_METRES : AWAY_METRES);
}

/** "Lampadaire 4711". */
export function assetLabel({ kind, code }: Pick<Asset, 'kind' | 'code'>): string {
  const word = NAMED[kind.toLowerCase()];
  return `${word ? t(`asset.kind.${word}`) : kind} ${code}`;
}
