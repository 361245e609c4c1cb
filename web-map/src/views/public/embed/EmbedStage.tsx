import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Bounds, RequestCard } from '../../../core/types';
import { basemapFor, createMap, RequestLayer, SectorLayer, type MapPort } from '../../../map';
import { useApp } from '../app';
import { toQuery, type MapView } from '../browse/page-address';
import type { EmbedAddress } from './embed-address';

interface StageProps {
  wanted: EmbedAddress;
  selected: RequestCard | null;
  onReady: (map: MapPort | null) => void;
  onSelect: (id: string) => void;
  onView: (view: MapView) => void;
  /** Requests that no zoom can separate. */
  onSpot: (bounds: Bounds) => void;
}
const FIRST_ZOOM = 15;
const REFRESH_MS = 120_000;

/** The map in a frame. It asks again now and then: a stream for every reader of every page would be too much. */
export function EmbedStage({ wanted, selected, onReady, onSelect, onView, onSpot }: StageProps) {
  const { base, jurisdiction } = useApp();
  const element = useRef<HTMLDivElement>(null);
  const layer = useRef<RequestLayer | null>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    const { view, bounds, filters } = wanted;
    const map = createMap(element.current, {
      center: view?.center ?? jurisdiction.center,
      zoom: view?.zoom ?? FIRST_ZOOM,
      ...(bounds ? { bounds } : {}),
      label: t('map.label'),
      wheel: 'once-pressed',
    });
    const requests = new RequestLayer({ base, onSelect, onList: onSpot });
    requests.setFilter(toQuery(filters));
    map.addLayer(basemapFor(base, jurisdiction));
    map.addLayer(new SectorLayer(base));
    map.addLayer(requests);
    layer.current = requests;
    const tell = (): void => onView({ center: map.center(), zoom: map.zoom() });
    const unlisten = map.on('move', tell);
    const timer = setInterval(() => document.hidden || requests.refresh(), REFRESH_MS);
    tell();
    onReady(map);
    return () => {
      clearInterval(timer);
      unlisten();
      onReady(null);
      map.destroy();
    };
  }, []);
  useEffect(() => layer.current?.select(selected), [selected]);
  return <div class="embed__stage" ref={element} />;
}
