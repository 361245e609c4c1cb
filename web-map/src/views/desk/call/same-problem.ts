import { t } from '../../../core/i18n';
import type { NearbyRequest } from '../../../core/types';
import { showToast } from '../../../ui/Toast';
import type { Desk } from '../desk';
import type { Draft } from '../draft';
import { problemWords } from '../words';

/** The caller speaks of a known request: what they said is noted there, and they follow it if they left an address. */
export async function sameProblem(desk: Desk, request: NearbyRequest): Promise<void> {
  const { call, needs } = desk;
  const draft = call.draft.value;
  try {
    const known = await needs.deskApi.request(request.id);
    await needs.deskApi.addNote(known, noteOf(draft));
    if (draft.email.trim() !== '') await needs.api.follow(request.id, draft.email.trim());
    call.clear();
    call.close();
    showToast(t('call.sameDone', { number: request.number }));
    desk.open(request.id);
  } catch (cause) {
    call.problem.value = problemWords(cause);
  }
}

export function noteOf({ channel, words, name, phone, email }: Draft): string {
  const who = [name, phone, email].map((text) => text.trim()).filter(Boolean);
  return t('call.sameNote', {
    channel: t(`channel.${channel}`),
    words: words.trim() === '' ? '' : t('request.words', { words: words.trim() }),
    who: who.join(', '),
  }).trim();
}
