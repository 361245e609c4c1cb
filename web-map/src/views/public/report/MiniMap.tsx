import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Glyph, Point } from '../../../core/types';
import { basemapFor, createMap } from '../../../map';
import { Ring } from '../../../ui/Ring';
import { useApp } from '../app';

/** The place in its surroundings; it shows and does nothing. */
export function MiniMap({ position, glyph }: { position: Point; glyph: Glyph }) {
  const { base, jurisdiction } = useApp();
  const element = useRef<HTMLDivElement>(null);
  const [lon, lat] = position.coordinates;
  useEffect(() => {
    if (!element.current) return undefined;
    const map = createMap(element.current, {
      center: position,
      zoom: 17,
      label: t('track.map'),
      interactive: false,
    });
    map.addLayer(basemapFor(base, jurisdiction));
    return () => map.destroy();
  }, [lon, lat]);
  return (
    <div class="mini-map">
      <div class="mini-map__canvas" ref={element} inert />
      <span class="mini-map__ring">
        <Ring spec={{ glyph, state: 'RECEIVED', ring: { left: 1, late: false } }} size={44} />
      </span>
    </div>
  );
}
