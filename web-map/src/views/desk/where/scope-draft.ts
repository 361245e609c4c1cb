import { isoDay } from '../../../core/time';
import type { Offer } from '../../../core/where-types';
import type { About } from './AboutField';
import { choiceOf, type GroundChoice } from './ground-choice';
import { minutes } from './stop-draft';

/** What an offer or a competence is told for, as it is being written. */
export interface ScopeDraft {
  about: About;
  ground: GroundChoice;
  from: string;
  /** Empty: for ever. */
  until: string;
  reason: string;
}

/** One that is changed, or a new one that holds from today. */
export function scopeDraft(now: number, about: About, known?: Offer): ScopeDraft {
  return {
    about: known ? { domain: known.domain, category: known.category } : about,
    ground: choiceOf(known?.groundId),
    from: minutes(known?.from) ?? `${isoDay(now)}T00:00`,
    until: minutes(known?.until) ?? '',
    reason: '',
  };
}
