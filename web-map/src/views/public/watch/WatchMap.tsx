import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Point } from '../../../core/types';
import { basemapFor, createMap, type MapPort } from '../../../map';
import { useApp } from '../app';

interface WatchMapProps {
  center: Point;
  zoom: number;
  onReady: (map: MapPort) => void;
}

/** A map to look at: what is watched is drawn by whoever asked for it. */
export function WatchMap({ center, zoom, onReady }: WatchMapProps) {
  const { base, jurisdiction } = useApp();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let map: MapPort | undefined;
    // a dialog around it opens after this: only then has it a size
    const frame = requestAnimationFrame(() => {
      if (!element.current) return;
      map = createMap(element.current, { center, zoom, label: t('watch.map') });
      map.addLayer(basemapFor(base, jurisdiction));
      onReady(map);
    });
    return () => {
      cancelAnimationFrame(frame);
      map?.destroy();
    };
  }, []);
  return <div class="watch__map" ref={element} />;
}
