import { useEffect, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { t } from '../../../core/i18n';
import type { Point } from '../../../core/types';
import { AssetLayer, basemapFor, createMap, HereLayer, NudgePad, type MapPort } from '../../../map';
import { PinLayer } from '../../../map/pin-layer';
import { Button } from '../../../ui/Buttons';
import { TextField } from '../../../ui/TextField';
import { useField } from '../field';
import { change, draft } from './draft';

interface Drawn {
  map: MapPort;
  pin: PinLayer;
  here: HereLayer;
  /** The place below the mark. */
  aimed: () => Point;
}
/** The steps of 5 m stand on the map: the mark moves out of their way. */
const NUDGE_WIDTH = 104;

/** Where it is: the phone's position, or the map moved below a fixed mark, or steps of 5 m. */
export function PlacePicker() {
  const { kept, where } = useField();
  const element = useRef<HTMLDivElement>(null);
  const drawn = useAim(element);
  useAddress();
  const fix = where.fix.value;
  const { address, position, source } = draft.value;
  const useMine = (): void => {
    if (!fix) where.ask();
    change(kept, fix ? { position: fix.position, source: 'GPS' } : { source: 'GPS', position: null });
    if (fix) drawn?.pin.moveTo(fix.position);
  };
  const useAimed = (): void => {
    if (drawn) change(kept, { position: drawn.aimed(), source: 'PIN' });
  };
  return (
    <section class="place" aria-label={t('field.report.place')}>
      <div class="place__map">
        <div ref={element} class="place__ground" />
        <div class="place__nudge">
          <NudgePad
            onNudge={(direction) => {
              drawn?.pin.nudge(direction);
              useAimed();
            }}
          />
        </div>
      </div>
      <div class="place__row">
        <Button icon="locate" aria-pressed={source === 'GPS' && position !== null} onClick={useMine}>
          {t('field.report.here')}
        </Button>
        <Button icon="pin" aria-pressed={source === 'PIN' && position !== null} onClick={useAimed}>
          {t('field.report.crosshair')}
        </Button>
      </div>
      <p class="muted" role="status">
        {placeWords(where.denied.value)}
      </p>
      <TextField
        label={t('field.report.address')}
        value={address}
        onInput={(next) => change(kept, { address: next })}
      />
    </section>
  );
}

/** The map below its fixed mark. Only a hand on it chooses a place; drawing it does not. */
function useAim(element: RefObject<HTMLDivElement>): Drawn | null {
  const { base, jurisdiction, kept, where } = useField();
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const fix = where.fix.value;
  useEffect(() => {
    if (!element.current) return undefined;
    const start = draft.value.position ?? where.fix.value?.position ?? jurisdiction.center;
    const map = createMap(element.current, { center: start, zoom: 18, label: t('field.report.map') });
    map.setInsets({ right: NUDGE_WIDTH });
    const here = new HereLayer();
    let aimed = start;
    let byHand = false;
    const onMove = (position: Point): void => {
      aimed = position;
      if (byHand) change(kept, { position, source: 'PIN' });
      byHand = false;
    };
    const pin = new PinLayer({ position: start, mode: 'crosshair', onMove });
    for (const layer of [basemapFor(base, jurisdiction), new AssetLayer(base), here, pin])
      map.addLayer(layer);
    map.on('drag', () => {
      byHand = true;
    });
    setDrawn({ map, pin, here, aimed: () => aimed });
    return () => map.destroy();
  }, []);
  useEffect(() => {
    drawn?.here.set(fix?.position ?? null, fix?.accuracyMetres);
    // the phone's position counts until a hand says better
    if (!drawn || !fix || (draft.value.position && draft.value.source !== 'GPS')) return;
    drawn.pin.moveTo(fix.position);
    change(kept, { position: fix.position, source: 'GPS' });
  }, [drawn, where.steady.value]);
  return drawn;
}

/** Proposes the nearest address; one that the reader wrote is not replaced. */
function useAddress(): void {
  const { api, kept } = useField();
  const proposed = useRef('');
  const point: Point | null = draft.value.position;
  useEffect(() => {
    const { address } = draft.value;
    if (!point || (address !== '' && address !== proposed.current)) return undefined;
    const controller = new AbortController();
    const found = ({ label }: { label: string }): void => {
      proposed.current = label;
      change(kept, { address: label });
    };
    const timer = setTimeout(() => {
      api.nearestAddress(point, controller.signal).then(found, () => undefined);
    }, 400);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [point?.coordinates.join()]);
}

function placeWords(denied: boolean): string {
  const { position, source } = draft.value;
  if (!position) return denied ? t('field.report.placeDenied') : t('field.report.placeNone');
  return source === 'GPS' ? t('field.report.placeGps') : t('field.report.placePin');
}
