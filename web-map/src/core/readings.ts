import { t } from './i18n';
import { clock, nearDay, sameDay } from './time';
import type { Reading } from './types';

const MOST_NAMED = 3;

/** The messages that somebody has not read yet, by their ids. */
export function unreadBy(
  accountId: string,
  messages: readonly { id?: string; readBy?: readonly Reading[] }[],
): string[] {
  return messages
    .filter(({ readBy = [] }) => !readBy.some((reading) => reading.accountId === accountId))
    .flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** "lu par Léa Martin à 10 h 42"; empty while nobody but the reader has read it. */
export function readWords(readBy: readonly Reading[], accountId: string): string {
  const others = readBy.filter((reading) => reading.accountId !== accountId);
  if (others.length === 0) return '';
  const named = others
    .slice(0, MOST_NAMED)
    .map(({ name, at }) =>
      sameDay(at)
        ? t('read.today', { name, clock: clock(at) })
        : t('read.before', { name, when: nearDay(at) }),
    );
  const more = others.length - named.length;
  return t('read.by', {
    readers: [...named, ...(more > 0 ? [t('read.more', { n: more })] : [])].join(', '),
  });
}
