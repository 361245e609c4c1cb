import { useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import { day } from '../../../core/time';
import type { TrackedRequest } from '../../../core/types';
import { now } from '../../../ui/clock';
import { Button } from '../../../ui/Buttons';
import { showToast } from '../../../ui/Toast';
import { useApp } from '../app';
import './afterwards.css';

interface AfterwardsProps {
  request: TrackedRequest;
  token: string;
  onChanged: () => void;
}

/** Once it has ended: how it went, and the way back when it is not right. */
export function Afterwards({ request, token, onChanged }: AfterwardsProps) {
  const { api } = useApp();
  if (!request.asksSatisfaction) return null;
  return (
    <section class="afterwards" aria-label={t('after.title')}>
      <Satisfaction key={request.satisfaction?.score} request={request} token={token} onChanged={onChanged} />
      {request.reopenableUntil && (
        <Reopening
          until={request.reopenableUntil}
          send={(reason) => api.reopen(token, reason)}
          onDone={onChanged}
        />
      )}
    </section>
  );
}

const SCORES = [1, 2, 3, 4, 5] as const;

function Satisfaction({ request, token, onChanged }: AfterwardsProps) {
  const { api } = useApp();
  const [score, setScore] = useState(request.satisfaction?.score ?? 0);
  const [text, setText] = useState(request.satisfaction?.text ?? '');
  const [busy, setBusy] = useState(false);
  const send = (event: Event): void => {
    event.preventDefault();
    setBusy(true);
    api
      .rate(token, score, text.trim())
      .then(() => {
        showToast(t('after.thanks'));
        onChanged();
      }, told)
      .finally(() => setBusy(false));
  };
  return (
    <form class="afterwards__form" onSubmit={send}>
      <fieldset class="scores">
        <legend>{t('after.question')}</legend>
        {SCORES.map((each) => (
          <label key={each} title={t(`after.score.${each}`)}>
            <input
              type="radio"
              name="score"
              value={each}
              aria-label={t(`after.score.${each}`)}
              checked={score === each}
              onChange={() => setScore(each)}
            />
            <span aria-hidden="true">{each}</span>
          </label>
        ))}
      </fieldset>
      {score > 0 && (
        <>
          <textarea
            class="field__input"
            rows={2}
            maxLength={1000}
            aria-label={t('after.words')}
            placeholder={t('after.words')}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
          <Button type="submit" look="primary" disabled={busy}>
            {t(request.satisfaction ? 'after.change' : 'after.send')}
          </Button>
        </>
      )}
    </form>
  );
}

interface ReopeningProps {
  until: string;
  send: (reason: string) => Promise<void>;
  onDone: () => void;
}

/** It is not right: a reason, and the request is open again. */
export function Reopening({ until, send, onDone }: ReopeningProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  if (!open)
    return (
      <p class="afterwards__back">
        <span>{t('after.until', { day: day(until, now.value) })}</span>
        <Button onClick={() => setOpen(true)}>{t('after.reopen')}</Button>
      </p>
    );
  const submit = (event: Event): void => {
    event.preventDefault();
    if (reason.trim() === '') {
      setError(t('after.reasonMissing'));
      return;
    }
    setBusy(true);
    send(reason.trim())
      .then(
        () => {
          showToast(t('after.reopened'));
          onDone();
        },
        (failure: unknown) => setError((failure instanceof Problem && failure.detail) || t('public.failed')),
      )
      .finally(() => setBusy(false));
  };
  return (
    <form class="afterwards__form" noValidate onSubmit={submit}>
      <label class="field">
        <span class="field__label">{t('after.reason')}</span>
        <textarea
          class="field__input"
          rows={2}
          maxLength={1000}
          aria-invalid={error !== undefined}
          {...(error ? { 'aria-describedby': 'reopen-error' } : {})}
          value={reason}
          onInput={({ currentTarget }) => (setReason(currentTarget.value), setError(undefined))}
        />
      </label>
      {error && (
        <p id="reopen-error" class="field__error" role="alert">
          {error}
        </p>
      )}
      <Button type="submit" look="primary" disabled={busy}>
        {t('after.reopen')}
      </Button>
    </form>
  );
}

function told(failure: unknown): void {
  showToast((failure instanceof Problem && failure.detail) || t('public.failed'));
}
