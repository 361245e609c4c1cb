import { style as address } from 'virtual:map-style/address';
import { style as asset } from 'virtual:map-style/asset';
import { style as basemap } from 'virtual:map-style/basemap';
import { style as request } from 'virtual:map-style/request';
import { style as sector } from 'virtual:map-style/sector';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../core/i18n';
import type { MapPort } from './port';
import { legendOf } from './style/legend';
import { Swatch } from './style/Swatch';
import './map-key.css';

const STYLES = { address, asset, basemap, request, sector };
export type KeyedLayer = keyof typeof STYLES;
/** From here on requests are drawn with the symbols of their states. */
const SYMBOLS_ZOOM = 16;

interface MapKeyProps {
  map: MapPort;
  layers: readonly KeyedLayer[];
}

/** The legend: what is drawn at the zoom in view, taken from the same files as the map. */
export function MapKey({ map, layers }: MapKeyProps) {
  const [zoom, setZoom] = useState(map.zoom());
  useEffect(() => map.on('move', (view) => setZoom(view.zoom)), [map]);
  return (
    <section class="map-key" aria-label={t('map.legend')}>
      <b>{t('map.legend')}</b>
      {layers.map((layer) => (
        <KeyPart key={layer} layer={layer} zoom={layer === 'request' ? SYMBOLS_ZOOM : zoom} />
      ))}
    </section>
  );
}

function KeyPart({ layer, zoom }: { layer: KeyedLayer; zoom: number }) {
  const entries = legendOf(STYLES[layer], zoom);
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map(({ key, symbolizers }) => (
        <li key={key}>
          <Swatch symbolizers={symbolizers} zoom={zoom} />
          {t(key)}
        </li>
      ))}
    </ul>
  );
}
