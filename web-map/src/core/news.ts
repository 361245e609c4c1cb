import type { LiveChange } from './live';

/** What a map says once of what has just happened to a request. */
export type News = 'new' | 'changed' | 'done';

/** Nothing is said of what this reader may no longer see. */
export function newsOf({ change, card }: LiveChange<unknown>): News | null {
  if (!card) return null;
  if (change === 'RECEIVED') return 'new';
  return change === 'RESOLVED' || change === 'CLOSED' ? 'done' : 'changed';
}
