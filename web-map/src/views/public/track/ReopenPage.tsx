import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import type { Reopenable } from '../../../core/types';
import { EmptyState, Skeleton } from '../../../ui/Parts';
import { Toasts } from '../../../ui/Toast';
import { useApp } from '../app';
import { StartFailed } from '../StartFailed';
import { Reopening } from './Afterwards';
import { TrackHead } from './TrackHead';
import './track.css';
import '../watch/watch.css';

type Found = Reopenable | 'missing' | 'failed' | null;

/** Behind the link of a follower's message: saying that what was done is not right. */
export function ReopenPage({ token }: { token: string }) {
  const { api, base } = useApp();
  const [found, setFound] = useState<Found>(null);
  const load = (): void => {
    api
      .followed(token)
      .then(setFound, (failure: unknown) =>
        setFound(failure instanceof Problem && failure.status === 404 ? 'missing' : 'failed'),
      );
  };
  useEffect(load, [token]);
  if (found === 'failed') return <StartFailed />;
  const request = found !== null && typeof found === 'object' ? found : null;
  return (
    <main class="watch">
      <TrackHead number={request?.number ?? null} />
      <section class="watch__body" aria-live="polite">
        {found === null && <Skeleton height="120px" />}
        {found === 'missing' && <EmptyState icon="info" title={t('track.missing')} />}
        {request && <h1>{t('after.follower', { number: request.number })}</h1>}
        {request?.reopenableUntil && (
          <Reopening
            until={request.reopenableUntil}
            send={(reason) => api.reopenFollowed(token, reason)}
            onDone={load}
          />
        )}
        {request && !request.reopenableUntil && <p>{t('after.notNow')}</p>}
        {request && (
          <a class="btn" href={`${base}/?request=${encodeURIComponent(request.number)}`}>
            {t('public.place')}
          </a>
        )}
      </section>
      <Toasts />
    </main>
  );
}
