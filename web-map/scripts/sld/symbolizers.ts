import type {
  FillSymbolizer,
  GraphicSymbolizer,
  Length,
  MarkSymbolizer,
  Paint,
  StrokeSymbolizer,
  Symbolizer,
  TextSymbolizer,
} from '../../src/map/style/style';
import { childOf, childrenOf, textOf, type Element } from './xml';

const METRE = 'http://www.opengeospatial.org/se/units/metre';

/** A rule's symbolizer; undefined for what a rule holds beside them. */
export function readSymbolizer(element: Element): Symbolizer | undefined {
  switch (element.name) {
    case 'LineSymbolizer':
      return readStroke(needed(element, 'Stroke'), readUnit(element));
    case 'PolygonSymbolizer':
      return readFill(element);
    case 'TextSymbolizer':
      return readText(element);
    case 'PointSymbolizer':
      return readGraphic(needed(element, 'Graphic'));
    default:
      if (element.name.endsWith('Symbolizer')) throw new Error(`${element.name} is not read.`);
      return undefined;
  }
}

function readUnit({ attributes }: Element): Length['unit'] {
  const { uom } = attributes;
  if (uom !== undefined && uom !== METRE) throw new Error(`Unit ${uom} is not read.`);
  return uom === undefined ? 'px' : 'metre';
}

function readStroke(stroke: Element, unit: Length['unit']): StrokeSymbolizer {
  const dashes = parameter(stroke, 'stroke-dasharray');
  return {
    kind: 'stroke',
    paint: readPaint(stroke, 'stroke'),
    width: { value: numberOf(parameter(stroke, 'stroke-width') ?? '1'), unit },
    cap: parameter(stroke, 'stroke-linecap') === 'round' ? 'round' : 'butt',
    ...(dashes === undefined ? {} : { dashes: dashes.split(/\s+/).map(numberOf) }),
  };
}

/** Outlines are lines of their own: one way to say it. */
function readFill(element: Element): FillSymbolizer {
  if (childOf(element, 'Stroke')) throw new Error('A PolygonSymbolizer only fills: add a LineSymbolizer.');
  return { kind: 'fill', paint: readPaint(needed(element, 'Fill'), 'fill') };
}

function readGraphic(graphic: Element): MarkSymbolizer | GraphicSymbolizer {
  const size = numberOf(textOf(graphic, 'Size'));
  const external = childOf(graphic, 'ExternalGraphic');
  if (external) {
    const href = childOf(external, 'OnlineResource')?.attributes['href'] ?? '';
    const symbol = /^symbols\/([\w-]+)\.svg$/.exec(href)?.[1];
    if (symbol === undefined) throw new Error(`${href} is not a symbol of layers/symbols.`);
    return { kind: 'graphic', symbol, size };
  }
  const mark = needed(graphic, 'Mark');
  const shape = textOf(mark, 'WellKnownName');
  if (shape !== 'circle' && shape !== 'square') throw new Error(`Mark ${shape} is not read.`);
  const stroke = needed(mark, 'Stroke');
  return {
    kind: 'mark',
    shape,
    size,
    fill: readPaint(needed(mark, 'Fill'), 'fill'),
    edge: {
      paint: readPaint(stroke, 'stroke'),
      width: numberOf(parameter(stroke, 'stroke-width') ?? '1'),
    },
  };
}

const WEIGHTS: Record<string, TextSymbolizer['weight']> = { normal: 400, '500': 500, bold: 600 };

function readText(element: Element): TextSymbolizer {
  const font = needed(element, 'Font');
  const halo = childOf(element, 'Halo');
  const weight = parameter(font, 'font-weight') ?? 'normal';
  const options = new Map(
    childrenOf(element, 'VendorOption').map((one) => [one.attributes['name'], one.text]),
  );
  const known = WEIGHTS[weight];
  if (!known) throw new Error(`Font weight ${weight} is not read.`);
  return {
    kind: 'text',
    property: textOf(element, 'Label', 'PropertyName') ?? '',
    placement: childOf(needed(element, 'LabelPlacement'), 'LinePlacement') ? 'line' : 'point',
    size: numberOf(parameter(font, 'font-size')),
    weight: known,
    italic: parameter(font, 'font-style') === 'italic',
    spacing: numberOf(options.get('charSpacing') ?? '0'),
    paint: readPaint(needed(element, 'Fill'), 'fill'),
    ...(halo && {
      halo: {
        paint: readPaint(needed(halo, 'Fill'), 'fill'),
        radius: numberOf(textOf(halo, 'Radius')),
      },
    }),
    priority: numberOf(textOf(element, 'Priority') ?? '0'),
    reach: numberOf(options.get('maxDisplacement') ?? '0'),
    mustFit: options.has('goodnessOfFit'),
  };
}

/** Colours are names here: the reader is given the file with the names in their places. */
function readPaint(element: Element, name: 'fill' | 'stroke'): Paint {
  const colour = parameter(element, name);
  if (colour === undefined || !/^[a-z][\w-]*$/.test(colour))
    throw new Error(`Colour ${colour} has no name: declare it at the head of the file, by day and by night.`);
  return { colour, opacity: numberOf(parameter(element, `${name}-opacity`) ?? '1') };
}

function parameter(element: Element, name: string): string | undefined {
  return childrenOf(element, 'CssParameter').find(({ attributes }) => attributes['name'] === name)?.text;
}

function needed(element: Element, name: string): Element {
  const child = childOf(element, name);
  if (!child) throw new Error(`${element.name} has no ${name}.`);
  return child;
}

function numberOf(text: string | undefined): number {
  const value = Number(text);
  if (text === undefined || text === '' || !Number.isFinite(value)) throw new Error(`${text} is no number.`);
  return value;
}
