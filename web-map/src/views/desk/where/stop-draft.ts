import { isoDay } from '../../../core/time';
import type { StopNotice } from '../../../core/where-types';
import type { About } from './AboutField';
import { choiceOf, isComplete, type GroundChoice } from './ground-choice';
import { isPeriod } from './PeriodFields';

/** Those of the pages; the town's first language is the one that a message must have. */
export const LANGUAGES = ['fr', 'en'] as const;

export interface StopDraft {
  texts: Record<string, string>;
  refuses: boolean;
  about: About;
  ground: GroundChoice;
  from: string;
  until: string;
  reason: string;
}
const WEEK_MS = 7 * 24 * 3_600_000;

/** A message that is changed, or a new one for the week that begins today. */
export function stopDraft(now: number, stop?: StopNotice): StopDraft {
  return {
    texts: { ...stop?.texts },
    refuses: stop?.refuses ?? false,
    about: { domain: stop?.domain, category: stop?.category },
    ground: choiceOf(stop?.groundId),
    from: minutes(stop?.from) ?? `${isoDay(now)}T00:00`,
    until: minutes(stop?.until) ?? `${isoDay(now + WEEK_MS)}T00:00`,
    reason: '',
  };
}

/** As a field of the browser writes it: without seconds. */
export const minutes = (wall: string | undefined): string | undefined => wall?.slice(0, 16);

export function isReady({ texts, ground, from, until }: StopDraft, first: string): boolean {
  return (texts[first] ?? '').trim() !== '' && isComplete(ground) && isPeriod({ from, until });
}

export const textsOf = ({ texts }: StopDraft): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
