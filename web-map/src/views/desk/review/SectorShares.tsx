import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Group } from '../../../core/review-types';
import { basemapFor, createMap, SectorLayer, ZoomControl, type MapPort, type Shade } from '../../../map';
import type { Desk } from '../desk';
import { FEWEST, keptShare, levelOf, percent, type Level } from './figures';
import '../map.css';

const LEVELS: readonly Level[] = ['ok', 'warn', 'late', 'none'];

/** Each sector in the colour of the share of promises kept there, with the share written into it. */
export function SectorShares({ desk, groups }: { desk: Desk; groups: readonly Group[] }) {
  const element = useRef<HTMLDivElement>(null);
  const [layer] = useState(() => new SectorLayer(desk.needs.base));
  const [port, setPort] = useState<MapPort | null>(null);
  const { base, jurisdiction } = desk.needs;
  useEffect(() => {
    if (!element.current) return undefined;
    const map = createMap(element.current, {
      center: jurisdiction.center,
      zoom: 12,
      bounds: jurisdiction.bounds,
      label: t('review.map'),
    });
    map.addLayer(basemapFor(base, jurisdiction));
    map.addLayer(layer);
    setPort(map);
    return () => map.destroy();
  }, [layer]);
  useEffect(() => layer.shade(shadesOf(groups)), [layer, groups]);
  return (
    <section class="review__part review__mappart">
      <h2>{t('review.map')}</h2>
      <div class="review__map">
        <div ref={element} class="deskmap" />
        {port && (
          <div class="map-controls deskmap__tools">
            <ZoomControl map={port} />
          </div>
        )}
      </div>
      <ul class="review__legend">
        {LEVELS.map((level) => (
          <li key={level}>
            <span class={`level level--${level}`}>{t(`review.level.${level}`)}</span>
          </li>
        ))}
      </ul>
      <p class="review__note">{t('review.map.note', { n: FEWEST })}</p>
    </section>
  );
}

function shadesOf(groups: readonly Group[]): ReadonlyMap<string, Shade> {
  return new Map(
    groups.map(({ code, sums }) => {
      const level = levelOf(sums);
      return [
        code,
        level === 'none'
          ? { token: 'b-case', words: '' }
          : { token: `t-${level}`, words: percent(keptShare(sums)) },
      ] as const;
    }),
  );
}
