import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Problem } from '../../../core/problem';
import type { WatchedArea } from '../../../core/place-types';
import { AreaOutline } from '../../../map';
import { Button } from '../../../ui/Buttons';
import { EmptyState, Skeleton } from '../../../ui/Parts';
import { showToast, Toasts } from '../../../ui/Toast';
import { useApp } from '../app';
import { StartFailed } from '../StartFailed';
import { TrackHead } from '../track/TrackHead';
import { boundsOf, middleOfBounds } from './area';
import { WatchMap } from './WatchMap';
import '../track/track.css';
import './watch.css';

type Found = WatchedArea | 'missing' | 'failed' | 'ended' | null;

/** Behind the link of a message: saying yes to be told of an area, and ending it. */
export function WatchPage({ token }: { token: string }) {
  const { api } = useApp();
  const [area, setArea] = useState<Found>(null);
  useEffect(() => {
    api
      .watched(token)
      .then(setArea, (failure: unknown) =>
        setArea(failure instanceof Problem && failure.status === 404 ? 'missing' : 'failed'),
      );
  }, [token]);
  const act = (doing: Promise<void>, then: Found): void => {
    doing.then(
      () => setArea(then),
      (failure: unknown) => showToast((failure instanceof Problem && failure.detail) || t('public.failed')),
    );
  };
  if (area === 'failed') return <StartFailed />;
  const shown = area !== null && typeof area === 'object' ? area : null;
  return (
    <main class="watch">
      <TrackHead number={null} />
      {shown ? (
        <Asked
          area={shown}
          onYes={() => act(api.confirmWatch(token), { ...shown, confirmed: true })}
          onEnd={() => act(api.endWatch(token), 'ended')}
        />
      ) : area === null ? (
        <div class="watch__body" role="status" aria-label={t('ui.loading')}>
          <Skeleton height="220px" />
        </div>
      ) : (
        <Over ended={area === 'ended'} />
      )}
      <Toasts />
    </main>
  );
}

interface AskedProps {
  area: WatchedArea;
  onYes: () => void;
  onEnd: () => void;
}

function Asked({ area, onYes, onEnd }: AskedProps) {
  const { base } = useApp();
  const bounds = boundsOf(area.ground);
  return (
    <section class="watch__body" aria-live="polite">
      <h1>{t(area.confirmed ? 'watch.on' : 'watch.question', { name: area.name })}</h1>
      <WatchMap
        center={middleOfBounds(bounds)}
        zoom={14}
        onReady={(map) => {
          map.addLayer(new AreaOutline(area.ground));
          map.fitBounds(bounds);
        }}
      />
      <div class="watch__acts">
        {area.confirmed ? (
          <a class="btn btn--primary" href={`${base}/`}>
            {t('track.all')}
          </a>
        ) : (
          <Button look="primary" icon="bell" onClick={onYes}>
            {t('watch.yes')}
          </Button>
        )}
        <Button onClick={onEnd}>{t(area.confirmed ? 'watch.stop' : 'watch.no')}</Button>
      </div>
    </section>
  );
}

function Over({ ended }: { ended: boolean }) {
  const { base } = useApp();
  return (
    <EmptyState icon="info" title={t(ended ? 'watch.ended' : 'watch.missing')}>
      {!ended && <p>{t('watch.missingHint')}</p>}
      <a class="btn" href={`${base}/`}>
        {t('track.all')}
      </a>
    </EmptyState>
  );
}
