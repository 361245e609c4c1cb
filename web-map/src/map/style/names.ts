import type { LabelStyle } from '../label-place';
import type { XY } from '../lines';
import { inkOf, type Palette } from '../palette';
import type { TextSymbolizer } from './style';

/** How a name is written in the theme in force. */
export function labelStyle(text: TextSymbolizer, palette: Palette): LabelStyle {
  const { size, weight, italic, spacing, paint, halo } = text;
  return {
    size,
    weight,
    italic,
    spacing: spacing / size,
    colour: inkOf(palette, paint),
    ...(halo && { halo: inkOf(palette, halo.paint), haloWidth: halo.radius * 2 }),
  };
}

/** Labels are placed lowest first, SLD's priorities highest first. */
export const orderOf = ({ priority }: TextSymbolizer): number => 10 - priority / 100;

/** Up and down, in steps that leave room for another line of text. */
export function shiftsOf({ reach }: TextSymbolizer): XY[] {
  const steps = Math.max(1, Math.round(reach / 22));
  return Array.from({ length: reach === 0 ? 0 : steps }, (_, step) => (reach * (step + 1)) / steps).flatMap(
    (y) => [
      { x: 0, y: -y },
      { x: 0, y },
    ],
  );
}
