import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Bounds, RequestCard } from '../../../core/types';
import { OverlayApi } from '../../../core/overlay-api';
import { useOverlays, ZoomControl, type MapPort, type ShownOverlays } from '../../../map';
import { Icon } from '../../../ui/Icon';
import { onDemand } from '../../../ui/on-demand';
import { Brand } from '../../../ui/Parts';
import { useApp, type App } from '../app';
import { writeAddress, type MapView } from '../browse/page-address';
import type { Shown } from './EmbedCard';
import type { EmbedAddress } from './embed-address';
import { EmbedStage } from './EmbedStage';
import { NewTab } from './NewTab';

const EmbedCard = onDemand(() => import('./EmbedCard').then((code) => code.EmbedCard));
const EmbedList = onDemand(() => import('./EmbedList').then((code) => code.EmbedList));

const SPOT_ZOOM = 19;

/** The map inside a page of others: one looks here; whoever wants to act goes to the whole page. */
export function EmbedPage({ wanted }: { wanted: EmbedAddress }) {
  const app = useApp();
  const [map, setMap] = useState<MapPort | null>(null);
  const [view, setView] = useState<MapView | null>(wanted.view);
  const { shown, select, stack, closeCard } = useShown();
  const [listed, setListed] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const whole = wholePage(app, wanted, view);
  const overlays = useFrameOverlays(app, map, wanted);
  const closeList = (): void => {
    setListed(false);
    opener.current?.focus();
  };
  useEscape(() => (shown === null ? listed && closeList() : closeCard()));
  const spot = ([west, south, east, north]: Bounds): void => {
    setView({
      zoom: SPOT_ZOOM,
      center: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] },
    });
    stack();
  };
  return (
    <main class="embed">
      <Head whole={whole}>
        <button
          type="button"
          ref={opener}
          class="btn btn--small"
          aria-expanded={listed}
          onClick={() => (listed ? closeList() : setListed(true))}
        >
          {t('embed.list')}
        </button>
      </Head>
      <div class="embed__map">
        {shown !== null && <EmbedCard shown={shown} whole={whole} onClose={closeCard} />}
        {listed && map && (
          <EmbedList
            map={map}
            filters={wanted.filters}
            selected={cardOf(shown)?.id ?? null}
            onSelect={select}
            onClose={closeList}
          />
        )}
        <EmbedStage
          wanted={wanted}
          selected={cardOf(shown)}
          onReady={setMap}
          onSelect={select}
          onView={setView}
          onSpot={spot}
        />
        <div class="map-controls embed__zoom">{map && <ZoomControl map={map} />}</div>
        <Source overlays={overlays} />
        {overlays && <overlays.Answers book={overlays.book} />}
      </div>
    </main>
  );
}

const cardOf = (shown: Shown | null): RequestCard | null => (typeof shown === 'object' ? shown : null);

/** Those that the address names, and nothing of them is loaded where it names none. */
function useFrameOverlays({ api }: App, map: MapPort | null, { layers }: EmbedAddress): ShownOverlays | null {
  return useOverlays(
    map,
    () => (layers.length === 0 ? Promise.resolve([]) : new OverlayApi(api.http).shown()),
    { linked: layers, key: null },
    () => true,
  );
}

/** What was pressed on the map or in the list. */
function useShown() {
  const { api } = useApp();
  const [shown, setShown] = useState<Shown | null>(null);
  return {
    shown,
    select: (id: string): void => void api.request(id).then(setShown, () => setShown('failed')),
    stack: (): void => setShown('spot'),
    closeCard: (): void => {
      setShown(null);
      // back to the row that it was opened from
      document.getElementById(`row-${cardOf(shown)?.id ?? ''}`)?.focus();
    },
  };
}

function Head({ whole, children }: { whole: string; children: ComponentChildren }) {
  const { jurisdiction } = useApp();
  return (
    <header class="embed__head">
      <h1>
        <NewTab class="embed__brand" href={whole}>
          <Brand place={jurisdiction.name} />
        </NewTab>
      </h1>
      {children}
      <NewTab class="btn btn--primary btn--small" href={`${whole}${whole.includes('?') ? '&' : '?'}report`}>
        {t('public.report')}
        <Icon name="external" size={14} />
      </NewTab>
    </header>
  );
}

function Source({ overlays }: { overlays: ShownOverlays | null }) {
  const { jurisdiction } = useApp();
  const raster = jurisdiction.basemap.kind === 'raster' ? jurisdiction.basemap.attribution : '';
  const parts = [
    jurisdiction.fictional && t('public.fictional'),
    jurisdiction.attribution,
    raster,
    ...(overlays?.book.attributions.value ?? []),
  ];
  return <p class="embed__source">{parts.filter(Boolean).join(' · ')}</p>;
}

/** The public page with what the frame shows now. */
function wholePage({ base }: App, { filters, layers }: EmbedAddress, view: MapView | null): string {
  return `${base}/${writeAddress({ filters, sort: 'received', view, layers, request: null })}`;
}

function useEscape(close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
