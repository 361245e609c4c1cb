import { inkOf, type Palette } from '../palette';
import { pixelsOf } from './rules';
import type { FillSymbolizer, StrokeSymbolizer } from './style';

/** What shapes are painted with on one tile. */
export interface Pen {
  context: CanvasRenderingContext2D;
  palette: Palette;
  zoom: number;
  /** Size of one CSS pixel in the units of the shapes. */
  unit: number;
}

export function fillPath({ context, palette }: Pen, path: Path2D, { paint }: FillSymbolizer): void {
  context.fillStyle = inkOf(palette, paint);
  context.fill(path, 'nonzero');
}

export function strokePath(pen: Pen, path: Path2D, { paint, width, cap, dashes }: StrokeSymbolizer): void {
  const { context, palette, zoom, unit } = pen;
  const toUnits = (value: number): number => pixelsOf({ value, unit: width.unit }, zoom) * unit;
  context.strokeStyle = inkOf(palette, paint);
  context.lineWidth = toUnits(width.value);
  context.lineCap = cap;
  context.lineJoin = 'round';
  context.setLineDash((dashes ?? []).map(toUnits));
  context.stroke(path);
}
