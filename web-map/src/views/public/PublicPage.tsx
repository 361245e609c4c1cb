import { useEffect, useRef, useState } from 'preact/hooks';
import { signal } from '@preact/signals';
import { assetLabel } from '../../core/assets';
import { t } from '../../core/i18n';
import { OverlayApi } from '../../core/overlay-api';
import { Problem } from '../../core/problem';
import type { Bounds, Point, RequestCard } from '../../core/types';
import { useOverlays, type ShownOverlays } from '../../map';
import { onDemand } from '../../ui/on-demand';
import { showToast, Toasts } from '../../ui/Toast';
import { useApp, type App } from './app';
import { Browse } from './browse/browse';
import { BrowsePanel } from './browse/BrowsePanel';
import { MapNotes, MapTools, ReportBar } from './browse/MapTools';
import { NewElsewhere } from './browse/NewElsewhere';
import { readAddress, type MapView } from './browse/page-address';
import { StageView, type Stage } from './browse/Stage';
import { useAddress } from './browse/use-address';
import { insetsOf, useInsets } from './browse/use-insets';
import { RequestCardView } from './card/RequestCardView';
import { ReportHost, type ReportStart } from './ReportHost';
import { narrow } from './layout';
import { online } from './online';

const failed = (): void => showToast(t('public.failed'));
const FollowDialog = onDemand(
  () => import('./browse/FollowDialog').then((code) => code.FollowDialog),
  failed,
);
const ShareDialog = onDemand(() => import('./browse/ShareDialog').then((code) => code.ShareDialog), failed);

const SPOT_PAD = 0.00004;
const CLOSE_ZOOM = 17;
/** Pixels kept free around an opened request. */
const MARGIN = 44;

/** What the page keeps in hand beside what is browsed. */
function pageState({ api, base }: App) {
  const start = readAddress(location.search);
  return {
    start,
    browse: new Browse(api, base, start),
    view: signal<MapView | null>(start.view),
    spot: signal<readonly RequestCard[] | null>(null),
    stage: signal<Stage | null>(null),
    tall: signal(false),
    sectors: signal(true),
    layers: signal<readonly string[]>(start.layers ?? []),
    /** More is settled in view than is drawn. */
    more: signal(false),
    following: signal(false),
    sharing: signal(false),
    /** Set while a problem is being reported. */
    report: signal<ReportStart | null>(start.report ? { position: null, address: '' } : null),
    /** A report that was begun and not sent. */
    draft: signal(false),
    followFirst: signal(false),
  };
}
export type PageState = ReturnType<typeof pageState>;

/** Layers of other services; while somebody reports, a click on the map is a place and asks them nothing. */
function usePublicOverlays(app: App, { stage, report, start, layers }: PageState) {
  return useOverlays(
    stage.value?.map ?? null,
    () => new OverlayApi(app.api.http).shown(),
    {
      linked: start.layers,
      key: `vigie.overlays${app.base}`,
      onChange: (shown) => (layers.value = shown),
    },
    () => report.value === null,
  );
}

/** The public page: map, list, one request, report. */
export function PublicPage() {
  const app = useApp();
  const [state] = useState(() => pageState(app));
  const { browse, stage, report } = state;
  useEffect(() => () => browse.close(), [browse]);
  useAddress(state);
  useInsets(state);
  useShowSelected(state);
  useEscape(state);
  useEffect(() => void reportAsset(app, state), [state]);
  useReloadOnline(browse);
  const overlays = usePublicOverlays(app, state);
  const reporting = report.value !== null;
  const open = browse.selection.value !== null;
  const names = [
    'public',
    reporting && 'public--reporting',
    open && 'public--card',
    state.tall.value && 'public--tall',
  ];
  const begin = (from?: Partial<ReportStart>): void => {
    void browse.select(null);
    report.value = { position: null, address: '', ...from };
  };
  return (
    <main class={names.filter(Boolean).join(' ')}>
      {reporting ? null : <Browsing state={state} overlays={overlays} onReport={() => begin()} />}
      {open && !reporting && (
        <RequestCardView
          browse={browse}
          followFirst={state.followFirst.value}
          onClose={() => close(state)}
          onCenter={(position) => stage.value?.map.flyTo(position, CLOSE_ZOOM)}
          onReportHere={(position, address) => begin({ position, address })}
        />
      )}
      <ReportHost state={state} />
      {/* after the panels: the list says the same as the markers, and is reached first */}
      <StageView
        browse={browse}
        start={state.start.view}
        onReady={(ready) => (stage.value = ready)}
        onView={(view) => (state.view.value = view)}
        onSpot={(bounds) => void listSpot(app, state, bounds)}
        onMore={(more) => (state.more.value = more)}
      />
      {overlays && !reporting && <overlays.Answers book={overlays.book} />}
      <Dialogs state={state} />
      <Toasts />
    </main>
  );
}

function Dialogs({ state: { browse, stage, following, sharing, view, layers } }: { state: PageState }) {
  return (
    <>
      {following.value && (
        <FollowDialog
          center={stage.value?.map.center()}
          onClose={() => (following.value = false)}
          onNumber={(number) => {
            following.value = false;
            void browse.select(number);
          }}
        />
      )}
      {sharing.value && (
        <ShareDialog
          filters={browse.filters.value}
          view={view.value}
          layers={layers.value}
          onClose={() => (sharing.value = false)}
        />
      )}
    </>
  );
}

/** What failed without a network is asked again once there is one. */
function useReloadOnline(browse: Browse): void {
  useEffect(() => {
    if (online.value && browse.loading.value === 'failed') browse.reload();
  }, [online.value]);
}

/** The code on a lamp leads here: the report opens with the lamp in it and the pin on it. */
async function reportAsset({ api }: App, { start, report }: PageState): Promise<void> {
  if (!start.asset) return;
  try {
    const { asset } = await api.asset(start.asset);
    if (asset.retired) showToast(t('public.assetRetired', { asset: assetLabel(asset) }));
    else report.value = { position: asset.position, address: '', asset };
  } catch (problem) {
    const unknown = problem instanceof Problem && problem.status === 404;
    showToast(t(unknown ? 'public.assetUnknown' : 'public.failed'));
  }
}

interface BrowsingProps {
  state: PageState;
  overlays: ShownOverlays | null;
  onReport: () => void;
}

function Browsing({ state, overlays, onReport }: BrowsingProps) {
  const { browse, spot, stage, tall, sectors } = state;
  const follow = (): void => {
    state.following.value = true;
  };
  const share = (): void => {
    state.sharing.value = true;
  };
  const showSectors = (shown: boolean): void => {
    sectors.value = shown;
    stage.value?.showSectors(shown);
  };
  return (
    <>
      <BrowsePanel
        browse={browse}
        map={stage.value?.map}
        near={() => stage.value?.map.center()}
        spot={spot.value}
        onLeaveSpot={() => (spot.value = null)}
        tall={tall.value}
        onTall={(value) => (tall.value = value)}
        sectors={sectors.value}
        onSectors={showSectors}
        overlays={overlays}
        onPlace={({ position }) => {
          stage.value?.map.flyTo(position, CLOSE_ZOOM);
          stage.value?.here.set(position);
        }}
        onLocate={() => locate(stage.value)}
        onFollow={follow}
        onShare={share}
        onReport={onReport}
      />
      {stage.value && (
        <MapTools
          stage={stage.value}
          sectors={sectors.value}
          onSectors={showSectors}
          overlays={overlays}
          onShare={share}
        />
      )}
      {stage.value && <NewElsewhere browse={browse} map={stage.value.map} />}
      <MapNotes more={state.more.value} lost={browse.live.value === 'waiting'} overlays={overlays} />
      <ReportBar resume={state.draft.value} onReport={onReport} onFollow={follow} />
    </>
  );
}

function locate(stage: Stage | null): void {
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      const position: Point = { type: 'Point', coordinates: [coords.longitude, coords.latitude] };
      stage?.map.flyTo(position, Math.max(stage.map.zoom(), CLOSE_ZOOM));
      stage?.here.set(position, coords.accuracy);
    },
    () => showToast(t('map.locateFailed')),
    { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
  );
}

/** Lists what no zoom can separate. */
async function listSpot({ api }: App, { browse, spot, tall }: PageState, bounds: Bounds): Promise<void> {
  const [west, south, east, north] = bounds;
  const bbox: Bounds = [west - SPOT_PAD, south - SPOT_PAD, east + SPOT_PAD, north + SPOT_PAD];
  const page = await api.requests({ bbox, limit: 50, domain: browse.filters.value.domain });
  spot.value = page.items;
  tall.value = narrow.value;
}

function close({ browse, followFirst }: PageState): void {
  const id = browse.selectedId.value;
  followFirst.value = false;
  void browse.select(null);
  // the focus goes back to where the request was opened from
  if (id) requestAnimationFrame(() => document.getElementById(`row-${id}`)?.focus({ preventScroll: true }));
}

function useEscape(state: PageState): void {
  useEffect(() => {
    const onKeyDown = ({ key, defaultPrevented }: KeyboardEvent): void => {
      if (key === 'Escape' && !defaultPrevented && state.browse.selection.value && !state.report.value)
        close(state);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [state]);
}

/** Brings the opened request into the part of the map that panels leave free. */
function useShowSelected({ browse, stage, start }: PageState): void {
  const selection = browse.selection.value;
  const position = (selection?.card ?? selection?.detail)?.position;
  const shown = useRef<string | null>(null);
  const key = selection?.key ?? null;
  useEffect(() => {
    const ready = stage.value;
    if (!ready || !position || key === null || shown.current === key) return;
    shown.current = key;
    const fromLink = key === start.request && start.view === null;
    if (fromLink) ready.map.flyTo(position, CLOSE_ZOOM);
    else uncover(ready, position);
  }, [stage.value, key, position]);
  if (key === null) shown.current = null;
}

/** The shortest way to bring a place out from under the panels; none when it lies free. */
function uncover({ map }: Stage, position: Point): void {
  const { x, y } = map.pixelOf(position);
  const { clientWidth, clientHeight } = map.element;
  const { left, top, right, bottom } = insetsOf(true);
  const shift = (at: number, low: number, high: number): number =>
    at < low ? at - low : at > high ? at - high : 0;
  const [east, south] = [
    shift(x, left + MARGIN, clientWidth - right - MARGIN),
    shift(y, top + MARGIN, clientHeight - bottom - MARGIN),
  ];
  const far = Math.abs(east) > clientWidth || Math.abs(south) > clientHeight;
  if (far) map.flyTo(position);
  else if (east !== 0 || south !== 0) map.panBy(east, south);
}
