import type { MapLayer } from '../port';

/** How a layer of another service goes: it waits for it, shows it, hears nothing of it. */
export type OverlayStanding = 'loading' | 'fine' | 'silent' | 'reload';
export type Told = (standing: OverlayStanding) => void;

/** A layer of another service while it is on the map. */
export type DrawnOverlay = MapLayer;
