import { useEffect, useRef } from 'preact/hooks';
import { useSignalEffect } from '@preact/signals';
import { t } from '../../../core/i18n';
import { newsOf } from '../../../core/news';
import type { Bounds, Point, RequestCard } from '../../../core/types';
import {
  AssetLayer,
  basemapFor,
  createMap,
  HereLayer,
  RequestLayer,
  SectorLayer,
  shownWhile,
  type MapPort,
} from '../../../map';
import { useApp } from '../app';
import { assetsShown } from './AssetSwitch';
import type { Browse } from './browse';
import type { MapView } from './page-address';
import { toQuery } from './page-address';

/** The map with its layers, once it stands. */
export interface Stage {
  map: MapPort;
  requests: RequestLayer;
  here: HereLayer;
  showSectors: (shown: boolean) => void;
}
interface StageProps {
  browse: Browse;
  start: MapView | null;
  onReady: (stage: Stage | null) => void;
  onView: (view: MapView) => void;
  /** Requests that no zoom can separate. */
  onSpot: (bounds: Bounds, ids: string[]) => void;
  /** Whether only the newest of the settled requests in view are drawn. */
  onMore: (more: boolean) => void;
}
const FIRST_ZOOM = 16;
const REFRESH_MS = 250;

/** Draws the map and keeps it in step with what is browsed. */
export function StageView({ browse, start, onReady, onView, onSpot, onMore }: StageProps) {
  const { base, jurisdiction } = useApp();
  const element = useRef<HTMLDivElement>(null);
  const layer = useRef<RequestLayer | null>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    const map = createMap(element.current, {
      center: start?.center ?? jurisdiction.center,
      zoom: start?.zoom ?? FIRST_ZOOM,
      label: t('map.label'),
    });
    const requests = new RequestLayer({
      base,
      onSelect: (id) => void browse.select(id),
      onHover: (id) => (browse.hovered.value = id),
      onList: onSpot,
      onMore,
    });
    const here = new HereLayer();
    const sectors = new SectorLayer(base);
    let removeSectors: (() => void) | null = null;
    const showSectors = (shown: boolean): void => {
      if (shown) removeSectors ??= map.addLayer(sectors);
      else {
        removeSectors?.();
        removeSectors = null;
      }
    };
    requests.setFilter(toQuery(browse.filters.value));
    map.addLayer(basemapFor(base, jurisdiction));
    showSectors(true);
    const unassets = shownWhile(map, new AssetLayer(base), () => assetsShown.value);
    map.addLayer(requests);
    map.addLayer(here);
    layer.current = requests;
    const unlisten = map.on('move', ({ center, zoom }) => onView({ center, zoom }));
    const unrefresh = refreshOnChange(browse, requests);
    onReady({ map, requests, here, showSectors });
    return () => {
      unlisten();
      unrefresh();
      unassets();
      onReady(null);
      map.destroy();
    };
  }, []);
  useSignalEffect(() => layer.current?.setFilter(toQuery(browse.filters.value)));
  useSignalEffect(() => layer.current?.hover(browse.hovered.value));
  useSignalEffect(() => layer.current?.select(browse.selection.value?.card ?? null));
  return <div class="stage" ref={element} />;
}

/** Live changes reach the map together, a few times a second at most. */
function refreshOnChange(browse: Browse, requests: RequestLayer): () => void {
  let places: (Point | undefined)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const known = new Map<string, Point>();
  const placeOf = (id: string, card: RequestCard | null): (Point | undefined)[] => {
    const before = known.get(id);
    if (card?.position) known.set(id, card.position);
    return [card?.position ?? before, before];
  };
  const unlisten = browse.listen((change) => {
    const { id, card } = change;
    const news = newsOf(change);
    if (card && news) requests.tell(card, news);
    places.push(...placeOf(id, card));
    timer ??= setTimeout(() => {
      timer = undefined;
      const changed = places.filter((place) => place !== undefined);
      for (const place of changed) requests.refresh(place);
      if (changed.length === 0) requests.refresh();
      places = [];
    }, REFRESH_MS);
  });
  return () => {
    clearTimeout(timer);
    unlisten();
  };
}
