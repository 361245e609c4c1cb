import type { DeskApi } from '../../core/staff-api';
import type { DeskCard, DeskDetail } from '../../core/staff-types';

/** Assigns one after the other; the ids of those that were refused are handed back. */
export async function assignAll(
  api: Pick<DeskApi, 'assign'>,
  cards: readonly DeskCard[],
  teamId: string,
  reason: string,
): Promise<{ done: DeskDetail[]; left: string[] }> {
  const done: DeskDetail[] = [];
  const left: string[] = [];
  for (const card of cards) {
    try {
      done.push(await api.assign(card, teamId, reason));
    } catch {
      // most likely changed by someone else: the reader decides again on the fresh row
      left.push(card.id);
    }
  }
  return { done, left };
}
