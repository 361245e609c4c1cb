import type { Plugin } from 'vite';

/** What no page of ours uses: our controls, cards and pictures are our own. */
const UNUSED = [
  ...['Attribution', 'Layers', 'Scale', 'Zoom'],
  ...['DivOverlay', 'Popup', 'Tooltip', 'Rectangle', 'IconDefault'],
  ...['ImageOverlay', 'VideoOverlay', 'SVGOverlay', 'TileLayerWMS'],
  ...['EPSG3395', 'EPSG4326', 'EPSG900913', 'Simple'],
];

interface Node {
  type: string;
  start: number;
  end: number;
  [more: string]: unknown;
}
interface Edit {
  start: number;
  end: number;
  text: string;
}

/**
 * Leaves out of Leaflet what is not used, a fifth of it. The library ties its classes together in statements of its top level, which
 * a bundler must keep: those that serve unused classes go here, and making a class is said to do nothing else.
 */
export const leafletParts = (): Plugin => ({
  name: 'vigie-leaflet-parts',
  apply: 'build',
  transform: {
    filter: { id: /leaflet-src\.esm\.js$/ },
    handler(code) {
      const { body } = this.parse(code) as unknown as { body: Node[] };
      return { code: edited(code, body.flatMap(editsOf)), map: null };
    },
  },
});

function editsOf(statement: Node): Edit[] {
  const { start, end } = statement;
  if (statement.type === 'ExpressionStatement')
    return extendsFactory(statement) || UNUSED.some((name) => mentions(statement, name))
      ? [{ start, end, text: '' }]
      : [];
  if (statement.type !== 'VariableDeclaration') return [];
  return (statement['declarations'] as Node[])
    .map(({ init }) => init as Node | null)
    .filter((init) => init !== null && makesOnly(init))
    .map((init) => ({ start: (init as Node).start, end: (init as Node).start, text: '/*#__PURE__*/ ' }));
}

/** `control.zoom = zoom`: the functions that make things are not used, their classes are. */
function extendsFactory({ expression }: Node): boolean {
  const { left } = expression as { left?: { object?: { name?: string } } };
  return /^[a-z]/.test(left?.object?.name ?? '');
}

/** `Layer.extend({…})` and `extend({}, …)` make something of their arguments. */
function makesOnly({ type, callee }: Node): boolean {
  if (type !== 'CallExpression') return false;
  const { name, property } = callee as { name?: string; property?: { name?: string } };
  return name === 'extend' || property?.name === 'extend';
}

function mentions(node: unknown, name: string): boolean {
  if (Array.isArray(node)) return node.some((each) => mentions(each, name));
  if (typeof node !== 'object' || node === null) return false;
  const { type, name: own } = node as Partial<Node>;
  if (type === 'Identifier' && own === name) return true;
  return Object.values(node).some((each) => mentions(each, name));
}

function edited(code: string, edits: Edit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code);
}
