import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Job } from '../../../core/staff-types';
import { basemapFor, createMap, HereLayer, RequestLayer } from '../../../map';
import { useField } from '../field';

/** Where the job is, at a glance: a map that is looked at, not moved. */
export function MapStrip({ job }: { job: Job }) {
  const { base, jurisdiction, where } = useField();
  const element = useRef<HTMLDivElement>(null);
  const layers = useRef<{ ring: RequestLayer; here: HereLayer }>();
  const { request } = job;
  const place = request.position?.coordinates.join();
  const fix = where.fix.value;
  useEffect(() => {
    if (!element.current || !request.position) return undefined;
    const map = createMap(element.current, {
      center: request.position,
      zoom: 17,
      label: t('field.strip', { address: request.address }),
      interactive: false,
    });
    const here = new HereLayer();
    const ring = new RequestLayer({ onSelect: () => undefined });
    map.addLayer(basemapFor(base, jurisdiction));
    map.addLayer(here);
    map.addLayer(ring);
    layers.current = { ring, here };
    return () => {
      layers.current = undefined;
      map.destroy();
    };
  }, [place]);
  useEffect(() => layers.current?.ring.setItems([request]), [request, place]);
  useEffect(() => layers.current?.here.set(fix?.position ?? null, fix?.accuracyMetres), [fix, place]);
  if (!request.position) return <p class="why">{t('field.noPlace')}</p>;
  return <div class="map-strip" ref={element} />;
}
