import { style as basemap } from 'virtual:map-style/basemap';
import type { Map as LeafletMap } from 'leaflet';
import type { TileAddress } from '../core/tiles';
import type { BasemapTile, Kind, PlaceName } from './basemap-tile';
import type { Label } from './label-place';
import { joinedLines, type XY } from './lines';
import type { Palette } from './palette';
import { labelStyle, orderOf, shiftsOf } from './style/names';
import { matches, rulesAt, symbolizersOf } from './style/rules';
import type { Rule, TextSymbolizer } from './style/style';

/** A name that a marker would cover stands above or below it; better none than half of one. */
const BESIDE_A_MARKER: readonly XY[] = [
  { x: 0, y: -34 },
  { x: 0, y: 34 },
];

interface Loaded {
  tile: TileAddress;
  data: BasemapTile;
}

/** The names of streets, waters, parks and places in view, with pauses: see LabelSource. */
export function* basemapLabels(
  map: LeafletMap,
  loaded: readonly Loaded[],
  palette: Palette,
): Generator<Label | null> {
  const zoom = map.getZoom();
  const textFor = textsOf(rulesAt(basemap, zoom).flat());
  const origin = map.getPixelOrigin();
  const lines = new Map<string, { text: TextSymbolizer; name: string; pieces: XY[][] }>();
  // a park cut by tiles has a name in each: the first one stands
  const said = new Set<string>();
  for (const { tile, data } of loaded) {
    const size = 256 * 2 ** (zoom - tile.z);
    const place = ({ x, y }: XY): XY => ({
      x: (tile.x + x / data.extent) * size - origin.x,
      y: (tile.y + y / data.extent) * size - origin.y,
    });
    for (const { name, line, ...kind } of data.lineNames) {
      const text = textFor(kind, 'line');
      if (!text) continue;
      const key = `${kind.kind} ${kind.class} ${name}`;
      const known = lines.get(key) ?? { text, name, pieces: [] };
      known.pieces.push(line.map(place));
      lines.set(key, known);
      yield null;
    }
    for (const found of data.placeNames) {
      const text = textFor(found, 'point');
      if (!text || said.has(found.name) || !fits(found, text, size / data.extent)) continue;
      said.add(found.name);
      yield {
        text: found.name,
        at: place(found),
        shifts: [...shiftsOf(text), ...BESIDE_A_MARKER],
        avoidsMarkers: true,
        style: labelStyle(text, palette),
        priority: orderOf(text),
      };
    }
  }
  for (const { text, name, pieces } of lines.values()) {
    // the longest piece first: a street cut by the view is named where most of it is seen
    const longest = joinedLines(pieces).sort((a, b) => b.length - a.length)[0];
    if (!longest || said.has(name)) continue;
    said.add(name);
    yield { text: name, line: longest, style: labelStyle(text, palette), priority: orderOf(text) };
  }
}

type Placement = TextSymbolizer['placement'];

/** How things of a kind are named, looked up once for each kind. */
function textsOf(rules: readonly Rule[]): (thing: Kind, placement: Placement) => TextSymbolizer | undefined {
  const known = new Map<string, TextSymbolizer | undefined>();
  return (thing, placement) => {
    const properties = { kind: thing.kind, class: thing.class };
    const key = `${properties.kind} ${properties.class} ${placement}`;
    if (!known.has(key)) {
      const passing = rules.filter(({ filter }) => matches(filter, properties));
      const texts = passing.flatMap((rule) => symbolizersOf(rule, 'text'));
      known.set(
        key,
        texts.find((text) => text.placement === placement),
      );
    }
    return known.get(key);
  };
}

/** A park smaller than its name is left without; a place that is a point has no size. */
function fits({ name, area }: PlaceName, { mustFit, size }: TextSymbolizer, scale: number): boolean {
  return !mustFit || area === 0 || Math.sqrt(area) * scale > name.length * size * 0.3;
}
