import { XMLParser } from 'fast-xml-parser';

/** An element without its prefix, its children in their order. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}
type Parsed = Record<string, unknown>;
const ATTRIBUTES = ':@';
const TEXT = '#text';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** The outermost element of a document. */
export function parseXml(xml: string): Element {
  const [root] = elementsOf(parser.parse(xml, true) as Parsed[]);
  if (!root) throw new Error('No element in the document.');
  return root;
}

function elementsOf(parsed: readonly Parsed[]): Element[] {
  return parsed.flatMap((one) => {
    const name = Object.keys(one).find((key) => key !== ATTRIBUTES && key !== TEXT);
    if (name === undefined) return [];
    const inside = one[name] as Parsed[];
    return [
      {
        name,
        attributes: (one[ATTRIBUTES] ?? {}) as Record<string, string>,
        children: elementsOf(inside),
        text: inside.map((part) => part[TEXT] ?? '').join(''),
      },
    ];
  });
}

export const childrenOf = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);

export const childOf = (element: Element, name: string): Element | undefined =>
  element.children.find((child) => child.name === name);

/** The text of an element some steps below; undefined when it is not there. */
export function textOf(element: Element, ...path: string[]): string | undefined {
  return path.reduce<Element | undefined>((at, name) => at && childOf(at, name), element)?.text;
}
