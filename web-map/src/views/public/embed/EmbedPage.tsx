import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Bounds } from '../../../core/types';
import { ZoomControl, type MapPort } from '../../../map';
import { Icon } from '../../../ui/Icon';
import { Brand } from '../../../ui/Parts';
import { useApp, type App } from '../app';
import { writeAddress, type MapView } from '../browse/page-address';
import { EmbedCard, type Shown } from './EmbedCard';
import type { EmbedAddress } from './embed-address';
import { EmbedStage } from './EmbedStage';
import { NewTab } from './NewTab';

const SPOT_ZOOM = 19;

/** The map inside a page of others: one looks here; whoever wants to act goes to the whole page. */
export function EmbedPage({ wanted }: { wanted: EmbedAddress }) {
  const app = useApp();
  const { jurisdiction } = app;
  const [map, setMap] = useState<MapPort | null>(null);
  const [view, setView] = useState<MapView | null>(wanted.view);
  const [shown, setShown] = useState<Shown | null>(null);
  const whole = wholePage(app, wanted, view);
  useEscape(() => setShown(null));
  const select = (id: string): void => void app.api.request(id).then(setShown, () => setShown('failed'));
  const spot = ([west, south, east, north]: Bounds): void => {
    setView({
      zoom: SPOT_ZOOM,
      center: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] },
    });
    setShown('spot');
  };
  return (
    <main class="embed">
      <header class="embed__head">
        <h1>
          <NewTab class="embed__brand" href={whole}>
            <Brand place={jurisdiction.name} />
          </NewTab>
        </h1>
        <NewTab class="btn btn--primary btn--small" href={`${whole}${whole.includes('?') ? '&' : '?'}report`}>
          {t('public.report')}
          <Icon name="external" size={14} />
        </NewTab>
      </header>
      <div class="embed__map">
        {shown !== null && <EmbedCard shown={shown} whole={whole} onClose={() => setShown(null)} />}
        <EmbedStage
          wanted={wanted}
          selected={shown === 'spot' || shown === 'failed' ? null : shown}
          onReady={setMap}
          onSelect={select}
          onView={setView}
          onSpot={spot}
        />
        {map && (
          <div class="map-controls embed__zoom">
            <ZoomControl map={map} />
          </div>
        )}
        <Source />
      </div>
    </main>
  );
}

function Source() {
  const { jurisdiction } = useApp();
  const raster = jurisdiction.basemap.kind === 'raster' ? jurisdiction.basemap.attribution : '';
  const parts = [jurisdiction.fictional && t('public.fictional'), jurisdiction.attribution, raster];
  return <p class="embed__source">{parts.filter(Boolean).join(' · ')}</p>;
}

/** The public page with what the frame shows now. */
function wholePage({ base }: App, { filters }: EmbedAddress, view: MapView | null): string {
  return `${base}/${writeAddress({ filters, sort: 'received', view, request: null })}`;
}

function useEscape(close: () => void): void {
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') close();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
