// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { sldFiles } from '../map-style';
import { inTheme } from './colours';
import { parseXml, type Element } from './xml';

/** What may stand in what, in which order, as the schema of SLD 1.0 has it; with GeoServer's Priority and VendorOption. */
const ORDER: Record<string, string[]> = {
  StyledLayerDescriptor: ['NamedLayer'],
  NamedLayer: ['Name', 'UserStyle'],
  UserStyle: ['Name', 'Title', 'FeatureTypeStyle'],
  FeatureTypeStyle: ['Rule'],
  Rule: ['Name', 'Title', 'Filter', 'MinScaleDenominator', 'MaxScaleDenominator', 'Symbolizer'],
  LineSymbolizer: ['Stroke'],
  PolygonSymbolizer: ['Fill'],
  PointSymbolizer: ['Graphic'],
  TextSymbolizer: ['Label', 'Font', 'LabelPlacement', 'Halo', 'Fill', 'Priority', 'VendorOption'],
  Stroke: ['CssParameter'],
  Fill: ['CssParameter'],
  Font: ['CssParameter'],
  Graphic: ['ExternalGraphic', 'Mark', 'Size'],
  ExternalGraphic: ['OnlineResource', 'Format'],
  Mark: ['WellKnownName', 'Fill', 'Stroke'],
  Label: ['PropertyName'],
  LabelPlacement: ['PointPlacement', 'LinePlacement'],
  PointPlacement: ['AnchorPoint'],
  AnchorPoint: ['AnchorPointX', 'AnchorPointY'],
  Halo: ['Radius', 'Fill'],
  Filter: ['And', 'Or', 'Not', 'PropertyIsEqualTo', 'PropertyIsNotEqualTo'],
  And: ['PropertyIsEqualTo', 'PropertyIsNotEqualTo', 'Or', 'Not'],
  Or: ['PropertyIsEqualTo', 'PropertyIsNotEqualTo', 'And', 'Not'],
  Not: ['PropertyIsEqualTo', 'PropertyIsNotEqualTo', 'And', 'Or'],
  PropertyIsEqualTo: ['PropertyName', 'Literal'],
  PropertyIsNotEqualTo: ['PropertyName', 'Literal'],
};
/** Parameters by the element that holds them. */
const PARAMETERS: Record<string, string[]> = {
  Stroke: [
    'stroke',
    'stroke-opacity',
    'stroke-width',
    'stroke-linejoin',
    'stroke-linecap',
    'stroke-dasharray',
  ],
  Fill: ['fill', 'fill-opacity'],
  Font: ['font-family', 'font-size', 'font-style', 'font-weight'],
};

function faultsOf(element: Element): string[] {
  const order = ORDER[element.name];
  if (!order) return element.children.length === 0 ? [] : [`${element.name} holds elements`];
  const places = element.children.map(({ name }) =>
    order.indexOf(element.name === 'Rule' && name.endsWith('Symbolizer') ? 'Symbolizer' : name),
  );
  const faults = element.children
    .filter((_child, at) => (places[at] as number) < Math.max(0, places[at - 1] ?? 0))
    .map(({ name }) => `${name} in ${element.name}`);
  for (const { name, attributes } of element.children)
    if (name === 'CssParameter' && !PARAMETERS[element.name]?.includes(attributes['name'] ?? ''))
      faults.push(`${attributes['name']} in ${element.name}`);
  return [...faults, ...element.children.flatMap(faultsOf)];
}

describe('Every SLD file', () => {
  it.each([...sldFiles()])('%s is built as the schema says', (_name, sld) => {
    expect(faultsOf(parseXml(inTheme(sld, 'day')))).toEqual([]);
  });
  it('is told of what stands in a wrong place', () => {
    const wrong = '<Rule><Title>b</Title><Name>a</Name><LineSymbolizer><Fill/></LineSymbolizer></Rule>';
    expect(faultsOf(parseXml(wrong))).toEqual(['Name in Rule', 'Fill in LineSymbolizer']);
  });
});
