import { describe, expect, it } from 'vitest';
import { drawBasemap } from './basemap-draw';
import type { Group } from './basemap-tile';
import type { Palette } from './palette';

/** Stands for a drawn shape: happy-dom has no canvas. */
const shape = (name: string): Path2D => ({ name }) as unknown as Path2D;
const group = (kind: string, type = ''): Group => ({
  kind,
  class: type,
  path: shape(`${kind} ${type}`.trim()),
});

/** What is painted, in order: colour, then thing. */
function painted(zoom: number, groups: Group[]): string[] {
  const told: string[] = [];
  const tell = (colour: unknown, path: Path2D): void =>
    void told.push(`${String(colour)}: ${(path as unknown as { name: string }).name}`);
  const context = {
    fillStyle: '',
    strokeStyle: '',
    setLineDash: () => undefined,
    fill: (path: Path2D) => tell(context.fillStyle, path),
    stroke: (path: Path2D) => tell(context.strokeStyle, path),
  };
  const palette = new Proxy({}, { get: (_target, name) => name }) as Palette;
  const pen = { context: context as unknown as CanvasRenderingContext2D, palette, zoom, unit: 16 };
  drawBasemap(pen, { extent: 4096, groups, lineNames: [], placeNames: [] });
  return told;
}

describe('The base map', () => {
  it('paints ground below houses, and the edges of all streets below all streets', () => {
    const groups = [group('STREET', 'main'), group('STREET', 'old'), group('BUILDING'), group('GREEN')];
    expect(painted(16, groups)).toEqual([
      'b-park: GREEN',
      'b-house: BUILDING',
      'b-case: STREET old',
      'b-case: STREET main',
      'b-street: STREET old',
      'b-street: STREET main',
    ]);
  });
  it('leaves out what has no rule at the zoom in view', () => {
    expect(painted(13, [group('BUILDING'), group('STREET', 'path'), group('UNHEARD_OF')])).toEqual([]);
  });
});
