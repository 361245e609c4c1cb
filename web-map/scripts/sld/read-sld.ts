import type { MapStyle, Rule } from '../../src/map/style/style';
import { byName } from './colours';
import { readFilter } from './filter';
import { readSymbolizer } from './symbolizers';
import { childOf, childrenOf, parseXml, textOf, type Element } from './xml';

/** WMS's scale of Web Mercator at zoom 0, with pixels of 0.28 mm. */
const SCALE_AT_ZOOM_0 = 559_082_264.029;
const FARTHEST = 0;
const CLOSEST = 24;

/** Reads an SLD file with its colours by name. What it does not understand stops the build: no renderer may differ in silence. */
export function readSld(sld: string): MapStyle {
  const layer = childOf(parseXml(byName(sld)), 'NamedLayer');
  const style = layer && childOf(layer, 'UserStyle');
  if (!layer || !style) throw new Error('A style is a NamedLayer with a UserStyle.');
  const name = textOf(layer, 'Name') ?? '';
  const passes = childrenOf(style, 'FeatureTypeStyle').map((pass) => childrenOf(pass, 'Rule').map(readRule));
  return { name, passes };
}

function readRule(element: Element): Rule {
  const name = textOf(element, 'Name') ?? '';
  try {
    const title = textOf(element, 'Title');
    const filter = childOf(element, 'Filter');
    if (childOf(element, 'ElseFilter')) throw new Error('ElseFilter is not read.');
    return {
      name,
      ...(title === undefined ? {} : { title }),
      ...(filter && { filter: readFilter(filter) }),
      ...zoomsOf(element),
      symbolizers: element.children.flatMap((child) => readSymbolizer(child) ?? []),
    };
  } catch (error) {
    throw new Error(`Rule ${name}: ${(error as Error).message}`, { cause: error });
  }
}

/** A rule holds from its least denominator up to, and without, its greatest. */
function zoomsOf(rule: Element): Pick<Rule, 'minZoom' | 'maxZoom'> {
  const zoomAt = (limit: 'Min' | 'Max'): number | undefined => {
    const text = textOf(rule, `${limit}ScaleDenominator`);
    return text === undefined ? undefined : Math.log2(SCALE_AT_ZOOM_0 / Number(text));
  };
  const [greatest, least] = [zoomAt('Max'), zoomAt('Min')];
  return {
    minZoom: greatest === undefined ? FARTHEST : Math.floor(greatest) + 1,
    maxZoom: least === undefined ? CLOSEST : Math.floor(least),
  };
}
