import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { newId } from '../../../core/ids';
import { Problem } from '../../../core/problem';
import { unreadBy } from '../../../core/readings';
import type { InternalMessage, Job } from '../../../core/staff-types';
import { nearDay } from '../../../core/time';
import { Button } from '../../../ui/Buttons';
import { Icon } from '../../../ui/Icon';
import { ReadBy } from '../../../ui/ReadBy';
import { showToast } from '../../../ui/Toast';
import { useField } from '../field';
import { online, watched } from '../network';
import { mayWork } from './JobActions';

/** What desk, service and team write to each other about the request. Opened, it has been read. */
export function Thread({ job }: { job: Job }) {
  const { shift } = useField();
  const { messages, unread, open, setOpen, tell } = useThread(job);
  if (!messages) return null;
  const reader = shift.account.value?.id ?? '';
  return (
    <details class="job-thread" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Icon name="lock" size={18} />
        <b>{t('field.thread', { n: messages.length })}</b>
        {unread > 0 && <span class="job-thread__unread">{t('field.thread.unread', { n: unread })}</span>}
      </summary>
      {messages.map((message) => (
        <article key={message.id}>
          <small>
            <bdi>{message.author}</bdi>, {nearDay(message.at)}
          </small>
          <p>
            <bdi>{message.text}</bdi>
          </p>
          <ReadBy readBy={message.readBy} reader={reader} />
        </article>
      ))}
      {mayWork(shift.account.value?.role) && <Answer send={tell} />}
    </details>
  );
}

/** Read when the job is opened and whenever its request changes; without network it is what was read last, or nothing. */
function useThread({ id, request }: Job) {
  const { fieldApi, shift } = useField();
  const [messages, setMessages] = useState<InternalMessage[] | null>(null);
  const [open, setOpen] = useState(false);
  const reader = shift.account.value?.id ?? '';
  const own = messages?.filter(({ author }) => author !== shift.account.value?.name) ?? [];
  const unread = unreadBy(reader, own);
  const take = (call: Promise<{ items: InternalMessage[] }>): Promise<void> =>
    watched(call).then(({ items }) => setMessages(items));
  // what cannot be read or told now is tried again with the next change, or when the network is back
  const quietly = (call: Promise<{ items: InternalMessage[] }>): void =>
    void take(call).catch((cause: unknown) => {
      if (!(cause instanceof Problem)) throw cause;
    });
  useEffect(() => {
    if (online.value) quietly(fieldApi.thread(id));
  }, [id, request.revision, online.value]);
  useEffect(() => {
    if (open && online.value && unread.length > 0) quietly(fieldApi.markRead(id, unread));
  }, [open, online.value, unread.join()]);
  const tell = (message: string, text: string): Promise<void> => take(fieldApi.write(id, message, text));
  return { messages, unread: unread.length, open, setOpen, tell };
}

/** The same id until it has arrived: sent twice, it is one message. */
function Answer({ send }: { send: (id: string, text: string) => Promise<void> }) {
  const [text, setText] = useState('');
  const [message, setMessage] = useState(newId);
  const [busy, setBusy] = useState(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    setBusy(true);
    send(message, text.trim())
      .then(
        () => {
          setText('');
          setMessage(newId());
        },
        (cause: unknown) => showToast((cause instanceof Problem && cause.detail) || t('field.notWritten')),
      )
      .finally(() => setBusy(false));
  };
  return (
    <form onSubmit={submit}>
      <textarea
        class="field__input"
        rows={2}
        aria-label={t('field.thread.write')}
        placeholder={t('field.thread.write')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" disabled={busy || text.trim() === '' || !online.value}>
        {t(online.value ? 'field.thread.send' : 'field.thread.offline')}
      </Button>
    </form>
  );
}
