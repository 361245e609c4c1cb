/** All that pages may take from the map. */
export type { Insets, MapEvents, MapLayer, MapOptions, MapPort, ViewChange } from './port';
export { createMap } from './create-map';
export { basemapFor } from './basemap';
export { SectorLayer, type Shade } from './sector-layer';
export { RequestLayer, type RequestLayerOptions } from './request-layer';
export { TeamLayer, type TeamMark } from './team-layer';
export { PinLayer, type Direction, type PinOptions } from './pin-layer';
export { DraftLayer, middleOf, type DraftView } from './draft-layer';
export { SketchLayer } from './sketch-layer';
export { OutlineLayer, cornersOf, type Outline } from './outline-layer';
export { CellLayer, type ShadedCell } from './cell-layer';
export type { Token } from './palette';
export { CornerLayer, type Handle } from './corner-layer';
export { AreaOutline, HereLayer, RadiusCircle, RouteLine } from './shapes';
export { LocateControl, NudgePad, ZoomControl } from './Controls';
export { MapKey, type KeyedLayer } from './MapKey';
export { Elsewhere } from './elsewhere';
export { ElsewhereChip } from './ElsewhereChip';
