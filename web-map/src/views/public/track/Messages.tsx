import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import { dayAndClock } from '../../../core/time';
import type { Message, TrackedRequest } from '../../../core/types';
import { now } from '../../../ui/clock';
import { Icon } from '../../../ui/Icon';
import { showToast } from '../../../ui/Toast';
import { useApp } from '../app';

interface MessagesProps {
  request: TrackedRequest;
  token: string;
  onChanged: () => void;
}

/** What was written between the reporter and the service, and the next word. */
export function Messages({ request, token, onChanged }: MessagesProps) {
  const letters = (request.letters ?? []).map(({ at, text, pdf }) => ({
    at,
    from: 'SERVICE' as const,
    author: t('track.letter', { service: request.service ?? '' }),
    text,
    pdf,
  }));
  const shown: (Message & { pdf?: string })[] = [
    ...request.messages.filter(({ from }) => from !== 'INTERNAL'),
    ...letters,
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <section class="messages" aria-label={t('track.messages')}>
      <h2>{t('track.messages')}</h2>
      {shown.length === 0 && <p class="muted">{t('track.noMessages')}</p>}
      <ul>
        {shown.map(({ at, from, author, text, pdf }) => (
          <li key={`${at} ${text}`} class={`bubble${from === 'REQUESTER' ? ' bubble--mine' : ''}`}>
            <b>
              <bdi>{from === 'REQUESTER' ? t('track.you') : author}</bdi>
            </b>{' '}
            <time dateTime={at}>{dayAndClock(at, now.value)}</time>
            <p>
              <bdi>{text}</bdi>
            </p>
            {pdf && (
              <a class="bubble__file" href={pdf} target="_blank" rel="noreferrer">
                <Icon name="download" size={16} />
                {t('track.letterPdf')}
              </a>
            )}
          </li>
        ))}
      </ul>
      <Reply token={token} onChanged={onChanged} />
    </section>
  );
}

function Reply({ token, onChanged }: Omit<MessagesProps, 'request'>) {
  const { api } = useApp();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (text.trim() === '') {
      setError(t('track.empty'));
      return;
    }
    setBusy(true);
    try {
      await api.writeMessage(token, text.trim());
      setText('');
      showToast(t('track.sent'));
      onChanged();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      setError(problem.about('text') ?? (problem.detail || t('ui.offline')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="reply" noValidate onSubmit={(event) => void send(event)}>
      <textarea
        class="field__input"
        rows={1}
        aria-label={t('track.your')}
        aria-invalid={error !== undefined}
        {...(error ? { 'aria-describedby': 'reply-error' } : {})}
        placeholder={t('track.write')}
        value={text}
        onInput={({ currentTarget }) => (setText(currentTarget.value), setError(undefined))}
      />
      <button type="submit" class="btn btn--primary" aria-label={t('track.send')} disabled={busy}>
        <Icon name="arrow" />
      </button>
      {error && (
        <p id="reply-error" class="field__error" role="alert">
          {error}
        </p>
      )}
    </form>
  );
}
