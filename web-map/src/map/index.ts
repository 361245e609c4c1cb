/** All that pages may take from the map. */
export type { Insets, MapEvents, MapLayer, MapOptions, MapPort, ViewChange } from './port';
export { createMap } from './create-map';
export { basemapFor } from './basemap';
export { AssetLayer } from './asset-layer';
export { shownWhile } from './shown-while';
export { SectorLayer, type Shade } from './sector-layer';
export { RequestLayer, type RequestLayerOptions } from './request-layer';
export type { Token } from './palette';
export { AreaOutline, HereLayer, RadiusCircle, RouteLine } from './shapes';
export { LocateControl, NudgePad, ZoomControl } from './Controls';
export { MapKey } from './map-key';
export type { KeyedLayer } from './MapKey';
export { Elsewhere } from './elsewhere';
export { ElsewhereChip } from './ElsewhereChip';
export type { ShownOverlays } from './overlay-loading';
export { useOverlays } from './use-overlays';
