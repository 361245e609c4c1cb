import { describe, expect, it } from 'vitest';
import { byName, coloursOf, customProperties, inTheme } from './colours';
import { readSld } from './read-sld';

const HEAD = `<!DOCTYPE StyledLayerDescriptor [
  <!ENTITY park "#d6e6c8">  <!ENTITY park-dark "#16281f">
]>`;
const document = (rule: string, head = HEAD): string =>
  `<?xml version="1.0"?><!-- why -->${head}
  <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer><Name>ground</Name><UserStyle><FeatureTypeStyle><Rule><Name>one</Name>${rule}</Rule></FeatureTypeStyle></UserStyle></NamedLayer>
  </StyledLayerDescriptor>`;
const ruleOf = (rule: string) => readSld(document(rule)).passes[0]?.[0];
const FILL =
  '<PolygonSymbolizer><Fill><CssParameter name="fill">&park;</CssParameter></Fill></PolygonSymbolizer>';
const is = (value: string): string =>
  `<ogc:PropertyIsEqualTo><ogc:PropertyName>kind</ogc:PropertyName><ogc:Literal>${value}</ogc:Literal></ogc:PropertyIsEqualTo>`;

describe('The reader of SLD', () => {
  it('reads fills by the names of their colours', () => {
    expect(ruleOf(FILL)?.symbolizers).toEqual([{ kind: 'fill', paint: { colour: 'park', opacity: 1 } }]);
  });
  it('reads lines in pixels, and in metres of the map', () => {
    const line = (more: string): string =>
      `<LineSymbolizer${more}><Stroke><CssParameter name="stroke">&park;</CssParameter><CssParameter name="stroke-width">2.5</CssParameter>
       <CssParameter name="stroke-opacity">0.5</CssParameter><CssParameter name="stroke-dasharray">7 3</CssParameter></Stroke></LineSymbolizer>`;
    const stroke = {
      kind: 'stroke',
      paint: { colour: 'park', opacity: 0.5 },
      cap: 'butt',
      dashes: [7, 3],
    };
    expect(ruleOf(line(''))?.symbolizers).toEqual([{ ...stroke, width: { value: 2.5, unit: 'px' } }]);
    expect(ruleOf(line(' uom="http://www.opengeospatial.org/se/units/metre"'))?.symbolizers).toEqual([
      { ...stroke, width: { value: 2.5, unit: 'metre' } },
    ]);
    expect(() => ruleOf(line(' uom="http://www.opengeospatial.org/se/units/foot"'))).toThrow('foot');
  });
  it('reads names with their place, halo and weight', () => {
    const text = `<TextSymbolizer><Label><ogc:PropertyName>name</ogc:PropertyName></Label>
      <Font><CssParameter name="font-size">11.5</CssParameter><CssParameter name="font-style">italic</CssParameter><CssParameter name="font-weight">bold</CssParameter></Font>
      <LabelPlacement><LinePlacement/></LabelPlacement>
      <Halo><Radius>1.3</Radius><Fill><CssParameter name="fill">&park;</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill></Halo>
      <Fill><CssParameter name="fill">&park;</CssParameter></Fill><Priority>500</Priority>
      <VendorOption name="maxDisplacement">16</VendorOption></TextSymbolizer>`;
    expect(ruleOf(text)?.symbolizers[0]).toMatchObject({
      property: 'name',
      placement: 'line',
      size: 11.5,
      weight: 600,
      italic: true,
      halo: { paint: { colour: 'park', opacity: 0.9 }, radius: 1.3 },
      priority: 500,
      reach: 16,
      mustFit: false,
    });
  });
  it('reads marks and symbols of points', () => {
    const point = (graphic: string): string =>
      `<PointSymbolizer><Graphic>${graphic}<Size>17</Size></Graphic></PointSymbolizer>`;
    const external = (href: string): string =>
      point(
        `<ExternalGraphic><OnlineResource xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="${href}"/></ExternalGraphic>`,
      );
    expect(ruleOf(external('symbols/state-received.svg'))?.symbolizers).toEqual([
      { kind: 'graphic', symbol: 'state-received', size: 17 },
    ]);
    expect(() => ruleOf(external('https://elsewhere.example/dot.svg'))).toThrow('elsewhere');
    expect(() => ruleOf(point('<Mark><WellKnownName>star</WellKnownName></Mark>'))).toThrow('star');
  });
  it('reads nested conditions', () => {
    expect(
      ruleOf(
        `<ogc:Filter><ogc:And>${is('A')}<ogc:Not><ogc:Or>${is('B')}${is('C')}</ogc:Or></ogc:Not></ogc:And></ogc:Filter>${FILL}`,
      )?.filter,
    ).toEqual({
      op: 'and',
      of: [
        { op: 'is', property: 'kind', value: 'A' },
        {
          op: 'not',
          of: {
            op: 'or',
            of: [
              { op: 'is', property: 'kind', value: 'B' },
              { op: 'is', property: 'kind', value: 'C' },
            ],
          },
        },
      ],
    });
  });
  it('takes scales for zooms as WMS does: the least denominator belongs to the rule, the greatest does not', () => {
    const between = (least: number, greatest: number): unknown =>
      ruleOf(
        `<MinScaleDenominator>${least}</MinScaleDenominator><MaxScaleDenominator>${greatest}</MaxScaleDenominator>${FILL}`,
      );
    expect(between(12_500, 50_000)).toMatchObject({ minZoom: 14, maxZoom: 15 });
    expect(between(8_000, 17_000)).toMatchObject({ minZoom: 16, maxZoom: 16 });
    expect(ruleOf(FILL)).toMatchObject({ minZoom: 0, maxZoom: 24 });
  });
  it('stops at what it does not read, and names the rule', () => {
    expect(() => ruleOf('<ElseFilter/>')).toThrow('Rule one: ElseFilter');
    expect(() => ruleOf('<RasterSymbolizer/>')).toThrow('RasterSymbolizer');
    expect(() => ruleOf('<ogc:Filter><ogc:PropertyIsLike/></ogc:Filter>')).toThrow('PropertyIsLike');
    expect(() => ruleOf(FILL.replace('&park;', '#d6e6c8'))).toThrow('has no name');
    expect(() => readSld(document(FILL).replace('</Rule>', ''))).toThrow();
  });
});

describe('The colours of an SLD', () => {
  it('stand at its head, by day and by night', () => {
    expect(coloursOf(document(FILL))).toEqual([{ name: 'park', day: '#d6e6c8', dark: '#16281f' }]);
    expect(() => coloursOf('<!ENTITY park "#d6e6c8">')).toThrow('park-dark');
  });
  it('are put into their places for map servers', () => {
    expect(inTheme(document(FILL), 'day')).toContain('<CssParameter name="fill">#d6e6c8</CssParameter>');
    expect(inTheme(document(FILL), 'dark')).toContain('<CssParameter name="fill">#16281f</CssParameter>');
    expect(inTheme(document(FILL), 'dark')).not.toMatch(/DOCTYPE|ENTITY|&park/);
    expect(byName(document(FILL))).toContain('<CssParameter name="fill">park</CssParameter>');
  });
  it('become custom properties of both themes', () => {
    expect(customProperties(coloursOf(document(FILL)))).toBe(
      ":root {\n  --park: #d6e6c8;\n}\n[data-theme='dark'] {\n  --park: #16281f;\n}\n",
    );
  });
});
