/** What only staff draw on a map: apart, so that the map that everybody opens need not load it. */
export { TeamLayer, type TeamMark } from './team-layer';
export { DraftLayer, middleOf, type DraftView } from './draft-layer';
export { SketchLayer } from './sketch-layer';
export { OutlineLayer, cornersOf, type Outline } from './outline-layer';
export { CellLayer, type ShadedCell } from './cell-layer';
export { CornerLayer, type Handle } from './corner-layer';
