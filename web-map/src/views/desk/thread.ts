import { t } from '../../core/i18n';
import { nearDay } from '../../core/time';
import type { DeskDetail } from '../../core/staff-types';
import type { Message } from '../../core/types';
import { tied } from './words';

/** One line of the conversation with the requester: what was written, or what happened to a letter. */
export type ThreadItem =
  | { kind: 'message'; at: string; message: Message }
  | { kind: 'event'; at: string; words: string; failed: boolean };

/** Messages and the fate of notifications in the order of time. */
export function citizenThread({ messages, notifications }: DeskDetail): ThreadItem[] {
  const items: ThreadItem[] = [
    ...messages
      .filter(({ from }) => from !== 'INTERNAL')
      .map((message) => ({ kind: 'message', at: message.at, message }) as const),
    ...notifications.map(
      (sent) =>
        ({
          kind: 'event',
          at: sent.at,
          words: tied(sentWords(sent)),
          failed: sent.failure !== undefined,
        }) as const,
    ),
  ];
  return items.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

export function internalThread({ messages }: DeskDetail): Message[] {
  return messages.filter(({ from }) => from === 'INTERNAL');
}

function sentWords({ subject, recipient, at, sentAt, failure }: DeskDetail['notifications'][number]): string {
  if (failure !== undefined) return t('thread.failed', { subject, recipient, failure });
  if (sentAt === undefined) return t('thread.pending', { subject, recipient, time: nearDay(at) });
  return t('thread.sent', { subject, recipient, time: nearDay(sentAt) });
}
