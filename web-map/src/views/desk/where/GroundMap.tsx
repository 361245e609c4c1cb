import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../core/i18n';
import type { Position } from '../../../core/sector-types';
import type { Bounds } from '../../../core/types';
import type { Grounds, Shape } from '../../../core/where-types';
import { basemapFor, createMap, SectorLayer, ZoomControl, type MapPort } from '../../../map';
import { cornersOf, OutlineLayer, SketchLayer } from '../../../map/drawing';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { pointAt, positionOf } from '../sectors/ground';
import type { GroundChoice } from './ground-choice';
import { ofCorners, shapeFrom } from './shape-text';
import '../map.css';

interface GroundMapProps {
  desk: Desk;
  grounds: Grounds;
  choice: GroundChoice;
  onShape: (shape: Shape | null) => void;
}

/** Shows the ground that is chosen, or draws a new one: by pointer, by the middle of the map, or by text. */
export function GroundMap({ desk, grounds, choice, onShape }: GroundMapProps) {
  const element = useRef<HTMLDivElement>(null);
  const [port, setPort] = useState<MapPort | null>(null);
  const [outline] = useState(() => new OutlineLayer());
  useEffect(() => {
    if (!element.current) return undefined;
    const { base, jurisdiction } = desk.needs;
    const map = createMap(element.current, {
      center: jurisdiction.center,
      zoom: 13,
      bounds: jurisdiction.bounds,
      label: t('where.ground.map'),
    });
    const sectors = new SectorLayer(base);
    for (const layer of [basemapFor(base, jurisdiction), sectors, outline]) map.addLayer(layer);
    sectors.select(
      grounds.sectors.find(({ id }) => choice.kind === 'sector' && id === choice.id)?.code ?? null,
    );
    setPort(map);
    return () => map.destroy();
  }, []);
  const known = grounds.items.find(({ id }) => choice.kind === 'ground' && id === choice.id);
  useEffect(() => {
    if (!port || !known?.shape) return;
    outline.set([{ words: known.name, shape: known.shape }]);
    port.fitBounds(boundsOf(cornersOf(known.shape)), 17);
  }, [port, known]);
  return (
    <>
      <div class="where__map">
        <div ref={element} class={`deskmap${choice.kind === 'new' ? ' deskmap--drawing' : ''}`} />
        {port && (
          <div class="map-controls deskmap__tools">
            <ZoomControl map={port} />
          </div>
        )}
      </div>
      {port && choice.kind === 'new' && (
        <Drawing port={port} outline={outline} drawn={choice.drawn} onShape={onShape} />
      )}
    </>
  );
}

interface DrawingProps {
  port: MapPort;
  outline: OutlineLayer;
  drawn: 'AREA' | 'ROAD';
  onShape: (shape: Shape | null) => void;
}

function Drawing({ port, outline, drawn, onShape }: DrawingProps) {
  const [corners, setCorners] = useState<readonly Position[]>([]);
  const [text, setText] = useState('');
  const typed = text.trim() === '' ? null : shapeFrom(text, drawn);
  const [sketch] = useState(() => new SketchLayer());
  useEffect(() => port.addLayer(sketch), [port]);
  useEffect(
    () => port.on('click', ({ position }) => setCorners((before) => [...before, positionOf(position)])),
    [port],
  );
  useEffect(() => {
    sketch.set(text.trim() === '' ? corners.map(pointAt) : [], drawn === 'AREA');
    const shape = text.trim() === '' ? ofCorners(corners, drawn) : typed;
    outline.set(typed ? [{ words: '', shape: typed }] : []);
    if (typed) port.fitBounds(boundsOf(cornersOf(typed)), 17);
    onShape(shape);
  }, [corners, text]);
  return (
    <>
      <div class="settings__row">
        <Button size="small" onClick={() => setCorners([...corners, positionOf(port.center())])}>
          {t('where.ground.atCentre')}
        </Button>
        {corners.length > 0 && (
          <>
            <Button size="small" look="quiet" onClick={() => setCorners(corners.slice(0, -1))}>
              {t('where.ground.unpoint')}
            </Button>
            <span role="status">{t('where.ground.corners', { n: corners.length })}</span>
          </>
        )}
      </div>
      <p class="settings__hint">{t('where.ground.how')}</p>
      <details class="where__typed">
        <summary>{t('where.ground.type')}</summary>
        <TextField
          label={t('where.ground.text')}
          hint={t('where.ground.text.hint')}
          multiline
          value={text}
          error={text.trim() !== '' && !typed ? t('where.ground.text.error') : undefined}
          onInput={setText}
        />
      </details>
    </>
  );
}

function boundsOf(corners: readonly Position[]): Bounds {
  return corners.reduce<Bounds>(
    ([west, south, east, north], [lon, lat]) => [
      Math.min(west, lon),
      Math.min(south, lat),
      Math.max(east, lon),
      Math.max(north, lat),
    ],
    [180, 90, -180, -90],
  );
}
