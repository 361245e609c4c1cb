import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Point } from '../../../core/types';
import { basemapFor, createMap, SectorLayer, ZoomControl, type MapPort } from '../../../map';
import { CellLayer, type ShadedCell } from '../../../map/drawing';
import type { Desk } from '../desk';
import type { AnalysisState } from './analysis';
import '../map.css';

/** The squares or sectors of the analysis; a click marks the square under it. */
export function AnalysisMap({ desk, state }: { desk: Desk; state: AnalysisState }) {
  const element = useRef<HTMLDivElement>(null);
  const [cells] = useState(() => new CellLayer());
  const [sectors] = useState(() => new SectorLayer(desk.needs.base));
  const [port, setPort] = useState<MapPort | null>(null);
  const { base, jurisdiction } = desk.needs;
  useEffect(() => {
    if (!element.current) return undefined;
    const map = createMap(element.current, {
      center: jurisdiction.center,
      zoom: 12,
      bounds: jurisdiction.bounds,
      label: t('analysis.map'),
    });
    map.addLayer(basemapFor(base, jurisdiction));
    map.addLayer(cells);
    map.addLayer(sectors);
    map.on('click', ({ position }) => (state.selected.value = cellAt(state.picture.value.cells, position)));
    setPort(map);
    return () => map.destroy();
  }, [state]);
  const picture = state.picture.value;
  const selected = state.selected.value;
  useEffect(() => {
    cells.set(picture.cells);
    sectors.shade(picture.sectors);
  }, [picture]);
  useEffect(() => cells.select(selected), [selected]);
  return (
    <>
      <div ref={element} class="deskmap" />
      {port && (
        <div class="map-controls deskmap__tools">
          <ZoomControl map={port} />
        </div>
      )}
      {picture.legend.length > 0 && (
        <ul class="analysis__legend" aria-label={t('analysis.legend')}>
          {picture.legend.map(({ token, words }) => (
            <li key={words}>
              <i aria-hidden="true" style={token ? { background: `var(--${token})` } : {}} />
              {words}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Squares stand nearly upright in degrees: the box around one tells it apart from its neighbours well enough for a finger. */
function cellAt(cells: readonly ShadedCell[], { coordinates: [longitude, latitude] }: Point): string | null {
  const found = cells.find(({ square }) => {
    if (square.type !== 'Polygon') return false;
    const ring = square.coordinates[0] ?? [];
    const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
    return (
      Math.min(...lons) <= longitude &&
      longitude < Math.max(...lons) &&
      Math.min(...lats) <= latitude &&
      latitude < Math.max(...lats)
    );
  });
  return found?.id ?? null;
}
