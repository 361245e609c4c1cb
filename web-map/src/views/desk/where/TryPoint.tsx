import { useEffect, useRef, useState } from 'preact/hooks';
import { present } from '../../../core/clock';
import { t } from '../../../core/i18n';
import { isoDay } from '../../../core/time';
import type { Point } from '../../../core/types';
import type { WhereApi } from '../../../core/where-api';
import type { PlaceTrial } from '../../../core/where-types';
import { basemapFor, createMap, SectorLayer, ZoomControl, type MapPort } from '../../../map';
import { PinLayer } from '../../../map/pin-layer';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import type { Desk } from '../desk';
import { parsePosition } from '../parse-position';
import { problemWords } from '../words';
import { MomentField } from './PeriodFields';
import { TrialResult } from './TrialResult';
import '../map.css';

interface TryPointProps {
  desk: Desk;
  api: WhereApi;
  /** Whether what is offered or who answers is told first. */
  shows: 'offers' | 'competences';
}

/** What holds at a place at a time: an address, coordinates, or a place on the map. */
export function TryPoint({ desk, api, shows }: TryPointProps) {
  const [text, setText] = useState('');
  const [place, setPlace] = useState<Point>(desk.needs.jurisdiction.center);
  const [at, setAt] = useState(`${isoDay(present())}T12:00`);
  const { trial, trouble, attempt } = useTrial(desk, api);
  const go = async (): Promise<void> => {
    const tried = await attempt(text, place, at);
    if (tried) setPlace(tried);
  };
  return (
    <div class="settings__card">
      <h2>{t(`where.try.${shows}`)}</h2>
      <form
        class="settings__form"
        onSubmit={(event) => {
          event.preventDefault();
          void go();
        }}
      >
        <div class="settings__row">
          <TextField
            label={t('where.try.where')}
            placeholder={t('where.try.example')}
            value={text}
            onInput={setText}
          />
          <MomentField label={t('where.try.when')} value={at} onInput={setAt} />
        </div>
        <PlaceMap
          desk={desk}
          place={place}
          onPlace={(point) => {
            setText('');
            setPlace(point);
          }}
        />
        <div class="settings__row">
          <Button type="submit" look="primary" disabled={at === ''}>
            {t('where.try.go')}
          </Button>
        </div>
      </form>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <div role="status">{trial && <TrialResult trial={trial} shows={shows} />}</div>
    </div>
  );
}

/** What was asked last, and its answer; it tells where that was. */
function useTrial(desk: Desk, api: WhereApi) {
  const [trial, setTrial] = useState<PlaceTrial | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const attempt = async (text: string, place: Point, at: string): Promise<Point | undefined> => {
    setTrouble(null);
    try {
      const tried = text.trim() === '' ? place : await found(desk, text);
      if (tried) setTrial(await api.placeAt(tried, at));
      else setTrouble(t('where.try.unknown'));
      return tried;
    } catch (cause) {
      setTrouble(problemWords(cause));
      return undefined;
    }
  };
  return { trial, trouble, attempt };
}

async function found(desk: Desk, text: string): Promise<Point | undefined> {
  const typed = parsePosition(text);
  if (typed) return typed;
  return (await desk.needs.api.addresses(text)).items[0]?.position;
}

interface PlaceMapProps {
  desk: Desk;
  place: Point;
  onPlace: (place: Point) => void;
}

function PlaceMap({ desk, place, onPlace }: PlaceMapProps) {
  const element = useRef<HTMLDivElement>(null);
  const told = useRef(onPlace);
  told.current = onPlace;
  const [shown, setShown] = useState<{ port: MapPort; pin: PinLayer } | null>(null);
  useEffect(() => {
    if (!element.current) return undefined;
    const { base, jurisdiction } = desk.needs;
    const port = createMap(element.current, { center: place, zoom: 14, label: t('where.try.map') });
    const pin = new PinLayer({ position: place, mode: 'drag', onMove: (point) => told.current(point) });
    for (const layer of [basemapFor(base, jurisdiction), new SectorLayer(base), pin]) port.addLayer(layer);
    port.on('click', ({ position }) => told.current(position));
    setShown({ port, pin });
    return () => port.destroy();
  }, []);
  useEffect(() => {
    if (!shown) return;
    shown.pin.moveTo(place);
    shown.port.flyTo(place);
  }, [shown, place]);
  return (
    <div class="where__map where__map--small">
      <div ref={element} class="deskmap" />
      {shown && (
        <div class="map-controls deskmap__tools">
          <ZoomControl map={shown.port} />
        </div>
      )}
    </div>
  );
}
