import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import { Live } from '../../../core/live';
import { Problem } from '../../../core/problem';
import type { RequestCard, TrackedRequest } from '../../../core/types';
import { basemapFor, createMap, RequestLayer, ZoomControl, type MapPort } from '../../../map';
import { Icon } from '../../../ui/Icon';
import { EmptyState, Skeleton } from '../../../ui/Parts';
import { Toasts } from '../../../ui/Toast';
import { useApp } from '../app';
import { narrow } from '../layout';
import { StartFailed } from '../StartFailed';
import { TrackBody } from './TrackBody';
import { TrackHead } from './TrackHead';
import './track.css';

/** One request for the person who reported it: promise, steps, photos, messages. */
export function TrackPage({ token }: { token: string }) {
  const { request, problem, reload } = useTracked(token);
  const { base } = useApp();
  useEffect(() => {
    if (request) document.title = t('track.title', { number: request.number });
  }, [request?.number]);
  if (problem && problem.status !== 404 && !request) return <StartFailed />;
  return (
    <main class="track">
      <section
        class="track__main"
        aria-label={request ? t('track.title', { number: request.number }) : t('follow.title')}
      >
        <TrackHead number={request?.number ?? null} />
        {request ? (
          <TrackBody request={request} token={token} onChanged={reload} />
        ) : problem ? (
          <EmptyState icon="info" title={t('track.missing')}>
            <p>{t('track.missingHint')}</p>
            <a class="btn" href={`${base}/`}>
              {t('track.all')}
            </a>
          </EmptyState>
        ) : (
          <div class="track__body" role="status" aria-label={t('ui.loading')}>
            <Skeleton height="132px" />
            <Skeleton height="220px" />
          </div>
        )}
      </section>
      {request && !narrow.value && <TrackMap request={request} />}
      <Toasts />
    </main>
  );
}

interface Tracked {
  request: TrackedRequest | null;
  problem: Problem | null;
  reload: () => void;
}

/** Reads the request, and again whenever the live stream tells of it. */
function useTracked(token: string): Tracked {
  const { api, base } = useApp();
  const [request, setRequest] = useState<TrackedRequest | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const id = useRef<string | null>(null);
  const reload = (): void => {
    api.track(token).then(
      (read) => {
        id.current = read.id;
        setRequest(read);
      },
      (failure: unknown) => failure instanceof Problem && setProblem(failure),
    );
  };
  useEffect(() => {
    reload();
    const live = new Live<RequestCard>({
      base,
      onChange: (change) => change.id === id.current && reload(),
      onReload: reload,
    });
    return () => live.close();
  }, [token]);
  return { request, problem, reload };
}

/** Where it is, and nothing else. */
function TrackMap({ request }: { request: TrackedRequest }) {
  const { base, jurisdiction } = useApp();
  const element = useRef<HTMLDivElement>(null);
  const layer = useRef<RequestLayer | null>(null);
  const [map, setMap] = useState<MapPort | null>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    const port = createMap(element.current, {
      center: request.position ?? jurisdiction.center,
      zoom: request.position ? 17 : 14,
      label: t('track.map'),
    });
    layer.current = new RequestLayer({ onSelect: () => undefined });
    port.addLayer(basemapFor(base, jurisdiction));
    port.addLayer(layer.current);
    setMap(port);
    return () => port.destroy();
  }, []);
  useEffect(() => {
    layer.current?.setItems([request]);
    layer.current?.select(request);
  }, [request, map]);
  return (
    <section class="track__map">
      <div class="track__canvas" ref={element} />
      <a class="btn track__all" href={`${base}/`}>
        <Icon name="map" />
        {t('track.all')}
      </a>
      {map && (
        <div class="map-controls tools">
          <ZoomControl map={map} />
        </div>
      )}
      {jurisdiction.fictional && <p class="track__fictional">{t('public.fictional')}</p>}
    </section>
  );
}
