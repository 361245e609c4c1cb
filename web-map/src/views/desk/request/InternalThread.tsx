import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { unreadBy } from '../../../core/readings';
import type { DeskDetail } from '../../../core/staff-types';
import { ReadBy } from '../../../ui/ReadBy';
import type { Desk } from '../desk';
import { internalThread } from '../thread';
import { Bubble } from './Bubble';

/** What staff write among themselves; whoever has it before them has read it. */
export function InternalThread({ desk, detail }: { desk: Desk; detail: DeskDetail }) {
  const notes = internalThread(detail);
  useReading(desk, detail);
  if (notes.length === 0) return <p class="thread__none">{t('thread.emptyInternal')}</p>;
  return (
    <>
      {notes.map((message, index) => (
        <Bubble key={message.id ?? index} message={message} look="in">
          <ReadBy readBy={message.readBy} reader={desk.needs.account.id} />
        </Bubble>
      ))}
    </>
  );
}

/** Tells once of each message that it was read; one's own are told too, and left alone by the server. */
function useReading(desk: Desk, detail: DeskDetail): void {
  const told = useRef(new Set<string>());
  useEffect(() => {
    const read = (): void => {
      if (document.hidden) return;
      const unread = unreadBy(desk.needs.account.id, internalThread(detail));
      const fresh = unread.filter((id) => !told.current.has(id));
      if (fresh.length === 0) return;
      for (const id of fresh) told.current.add(id);
      desk.needs.deskApi.markRead(detail.id, fresh).then(
        (answer) => desk.selection.learn(answer),
        // the next look tells it again
        () => fresh.forEach((id) => told.current.delete(id)),
      );
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [detail]);
}
