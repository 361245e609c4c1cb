// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../src/messages/en/common.json';
import fr from '../src/messages/fr/common.json';
import { legendKey, legendOf } from '../src/map/style/legend';
import { rulesAt } from '../src/map/style/rules';
import type { MapStyle } from '../src/map/style/style';
import { colourModule, sldFiles, styleModule, styleSheet } from './map-style';
import { coloursOf, inTheme } from './sld/colours';
import { readSld } from './sld/read-sld';
import { parseXml } from './sld/xml';

const top = new URL('../../', import.meta.url);
const fileOf = (path: string): string => readFileSync(new URL(path, top), 'utf8');
interface Layer {
  name: string;
  view: string;
  columns: string;
  style: string;
  minZoom: number;
}
const layers = JSON.parse(fileOf('layers/layers.json')) as Layer[];
const files = sldFiles();
const styles = new Map([...files].map(([name, sld]) => [name, readSld(sld)]));
const rulesOf = ({ passes }: MapStyle) => passes.flat();

describe('Layers, views and styles', () => {
  it('are the same list', () => {
    const names = layers.map(({ name }) => name).sort();
    const views = [...fileOf('sql/migration/R__map_1_views.sql').matchAll(/^create view map\.(\w+)/gm)].map(
      ([, name]) => name,
    );
    expect([...files.keys()]).toEqual(names);
    expect(layers.map(({ style }) => style).sort()).toEqual(names);
    expect(layers.map(({ view }) => view).sort()).toEqual(names.map((name) => `map.${name}`));
    expect(views).toEqual(expect.arrayContaining(names));
    for (const [name, style] of styles) expect(style.name).toBe(name);
  });
  it('begin together: at its first zoom a layer is drawn', () => {
    for (const { style, minZoom } of layers)
      expect(rulesAt(styles.get(style) as MapStyle, minZoom).flat(), style).not.toEqual([]);
  });
  it('name only symbols that are there', () => {
    for (const style of styles.values())
      for (const { symbolizers } of rulesOf(style))
        for (const one of symbolizers)
          if (one.kind === 'graphic')
            expect(existsSync(new URL(`layers/symbols/${one.symbol}.svg`, top)), one.symbol).toBe(true);
  });
  it('ask of a feature what its view has', () => {
    const sql = fileOf('sql/migration/R__map_1_views.sql');
    for (const [name, sld] of files) {
      const view =
        new RegExp(`^create view map\\.${name} as\\s+select([^;]*?)\\bfrom`, 'm').exec(sql)?.[1] ?? '';
      const layer = layers.find(({ style }) => style === name);
      const asked = [...sld.matchAll(/<ogc:PropertyName>(\w+)</g)].map(([, property = '']) => property);
      for (const property of [...asked, ...(layer?.columns.split(', ') ?? ['none'])]) {
        expect(view, `${name}: ${property}`).toMatch(new RegExp(`\\b${property}\\b`));
        expect(layer?.columns).toContain(property);
      }
    }
  });
});

describe('Every style', () => {
  it.each([...files])('%s is a document in both themes, without a name of a colour left', (_name, sld) => {
    for (const theme of ['day', 'dark'] as const) {
      const document = inTheme(sld, theme);
      expect(parseXml(document).attributes['version']).toBe('1.0.0');
      expect(document).not.toMatch(/&[\w-]+;|<!DOCTYPE/);
      for (const [, colour] of document.matchAll(/name="(?:fill|stroke)">([^<]*)</g))
        expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    }
  });
  it('uses a name of a colour once among all styles', () => {
    const names = [...files.values()].flatMap(coloursOf).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
  it('has its legend in every language, in English as map servers write it', () => {
    const [english, french] = [en, fr] as Record<string, unknown>[];
    for (const style of styles.values())
      for (const { title } of rulesOf(style)) {
        if (title === undefined) continue;
        expect(english?.[legendKey(style.name, title)]).toBe(title);
        expect(french?.[legendKey(style.name, title)], title).toEqual(expect.any(String));
      }
  });
});

describe('One edit of a colour', () => {
  const edited = new Map(files).set(
    'basemap',
    (files.get('basemap') ?? '').replace('<!ENTITY b-park "#d6e6c8">', '<!ENTITY b-park "#00ff7f">'),
  );
  const legend = legendOf(styles.get('basemap') as MapStyle, 15);

  it('changes it on the map, in the legend and for map servers, and nothing else', () => {
    expect(styleSheet(edited)).toBe(styleSheet(files).replace('--b-park: #d6e6c8;', '--b-park: #00ff7f;'));
    expect(colourModule(edited)).toBe(colourModule(files));
    for (const [name, sld] of files) expect(styleModule(edited.get(name) ?? '')).toBe(styleModule(sld));
    expect(legend.find(({ key }) => key === 'legend.basemap.park')?.symbolizers).toEqual([
      { kind: 'fill', paint: { colour: 'b-park', opacity: 1 } },
    ]);
    const [before, after] = [files, edited].map((all) =>
      inTheme(all.get('basemap') ?? '', 'day').split('\n'),
    );
    expect(after?.filter((line, at) => line !== before?.[at]).map((line) => line.trim())).toEqual([
      '<Fill><CssParameter name="fill">#00ff7f</CssParameter></Fill>',
    ]);
  });
  it('of a width changes the module that pages draw by', () => {
    const wide = new Map(files).set(
      'sector',
      (files.get('sector') ?? '').replace(
        '<CssParameter name="stroke-width">1.2<',
        '<CssParameter name="stroke-width">3<',
      ),
    );
    expect(styleModule(wide.get('sector') ?? '')).toContain('"width":{"value":3,"unit":"px"}');
    expect(styleModule(files.get('sector') ?? '')).not.toContain('"width":{"value":3,"unit":"px"}');
  });
});
