import { useState } from 'preact/hooks';
import { t } from '../core/i18n';
import type { Point } from '../core/types';
import { IconButton } from '../ui/Buttons';
import { showToast } from '../ui/Toast';
import type { MapPort } from './port';
import type { Direction } from './pin-layer';
import './controls.css';

/** Zoom in and out. */
export function ZoomControl({ map }: { map: MapPort }) {
  return (
    <div class="map-controls__zoom">
      <IconButton icon="plus" label={t('map.zoomIn')} onClick={() => map.zoomBy(1)} />
      <IconButton icon="minus" label={t('map.zoomOut')} onClick={() => map.zoomBy(-1)} />
    </div>
  );
}

interface LocateProps {
  map: MapPort;
  /** What to do with the position beside showing it. */
  onFound?: (position: Point, accuracyMetres: number) => void;
}

/** Asks for the position only when pressed, never on arrival. */
export function LocateControl({ map, onFound }: LocateProps) {
  const [busy, setBusy] = useState(false);
  const locate = (): void => {
    setBusy(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setBusy(false);
        const position: Point = { type: 'Point', coordinates: [coords.longitude, coords.latitude] };
        map.flyTo(position, Math.max(map.zoom(), 17));
        onFound?.(position, coords.accuracy);
      },
      () => {
        setBusy(false);
        showToast(t('map.locateFailed'));
      },
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    );
  };
  return <IconButton icon="locate" raised label={t('map.locate')} aria-busy={busy} onClick={locate} />;
}

/** Moves a pin in steps of 5 m: the way without dragging. */
export function NudgePad({ onNudge }: { onNudge: (direction: Direction) => void }) {
  const arrow = (direction: Direction, icon: 'up' | 'down' | 'next' | 'back') => (
    <span class={`nudge__${direction}`}>
      <IconButton icon={icon} label={t(`map.nudge.${direction}`)} onClick={() => onNudge(direction)} />
    </span>
  );
  return (
    <div class="nudge" role="group" aria-label={t('map.nudge')} dir="ltr">
      {arrow('north', 'up')}
      {arrow('west', 'back')}
      <b>{t('map.nudge.step')}</b>
      {arrow('east', 'next')}
      {arrow('south', 'down')}
    </div>
  );
}
