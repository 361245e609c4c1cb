import { describe, expect, it } from 'vitest';
import { drawAssets } from './asset-layer';
import type { AssetKind } from './asset-tile';
import type { Palette } from './palette';

const kind = (name: string, marks: number): AssetKind => ({
  kind: name,
  shapes: { name } as unknown as Path2D,
  marks: Array.from({ length: marks }, (_, at) => ({ x: at * 100, y: 0 })),
});

/** What is painted, in order: how, with what, how many marks in it. */
function painted(zoom: number, kinds: AssetKind[]): string[] {
  const told: string[] = [];
  let marks = { circle: 0, square: 0 };
  const context = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 0,
    setLineDash: () => undefined,
    moveTo: () => undefined,
    beginPath: () => (marks = { circle: 0, square: 0 }),
    rect: () => marks.square++,
    arc: () => marks.circle++,
    fill: () => told.push(`${context.fillStyle}: ${marks.circle} circles, ${marks.square} squares`),
    stroke: (shapes?: { name: string }) => shapes && told.push(`${context.strokeStyle}: ${shapes.name}`),
  };
  const palette = new Proxy({}, { get: (_target, name) => name }) as Palette;
  const pen = { context: context as unknown as CanvasRenderingContext2D, palette, zoom, unit: 16 };
  drawAssets(pen, { extent: 4096, kinds, codes: [] });
  return told;
}

describe('What the town keeps up', () => {
  it('is green dots for trees, and squares over the outline for all else', () => {
    expect(painted(17, [kind('LAMP', 3), kind('TREE', 2)])).toEqual([
      'asset-tree: 2 circles, 0 squares',
      'asset: LAMP',
      'asset: 0 circles, 3 squares',
    ]);
  });
  it('is not drawn from afar', () => {
    expect(painted(15, [kind('LAMP', 3)])).toEqual([]);
  });
});
