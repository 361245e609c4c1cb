import type { Map as LeafletMap } from 'leaflet';
import type { LabelOverlay } from './label-overlay';
import type { Palette } from './palette';
import type { Insets } from './port';

/** What a layer finds when it is put on the map; known inside this folder only. */
export interface MapHost {
  readonly map: LeafletMap;
  /** All names are placed together, so that none lies on another. */
  readonly labels: LabelOverlay;
  readonly insets: Insets;
  palette(): Palette;
  /** Called after the theme has changed. */
  onTheme(listener: () => void): () => void;
}

/** Stacking of our panes: below Leaflet's tiles (200), and between them and its overlays (400). */
export const PANES = { ground: 150, overlays: 250, sectors: 300, labels: 350 } as const;
