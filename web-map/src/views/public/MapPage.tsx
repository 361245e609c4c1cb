import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../core/i18n';
import type { Jurisdiction } from '../../core/types';
import {
  basemapFor,
  createMap,
  LocateControl,
  RequestLayer,
  SectorLayer,
  ZoomControl,
  type MapPort,
} from '../../map';
import { Toasts } from '../../ui/Toast';
import './page.css';

/** The map alone: the page grows around it. */
export function MapPage({ base, jurisdiction }: { base: string; jurisdiction: Jurisdiction }) {
  const element = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapPort | null>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    const port = createMap(element.current, { center: jurisdiction.center, zoom: 16, label: t('map.label') });
    port.addLayer(basemapFor(base, jurisdiction));
    port.addLayer(new SectorLayer(base));
    port.addLayer(new RequestLayer({ base, onSelect: () => undefined }));
    setMap(port);
    return () => port.destroy();
  }, [base, jurisdiction]);
  return (
    <main class="page">
      <div ref={element} />
      {map && (
        <div class="map-controls page__controls">
          <LocateControl map={map} />
          <ZoomControl map={map} />
        </div>
      )}
      <Toasts />
    </main>
  );
}
