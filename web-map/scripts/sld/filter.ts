import type { Filter } from '../../src/map/style/style';
import { textOf, type Element } from './xml';

/** What is inside ogc:Filter; an operator that we do not read stops the build. */
export function readFilter(element: Element): Filter {
  const parts = (): Filter[] => element.children.map(readFilter);
  switch (element.name) {
    case 'And':
      return { op: 'and', of: parts() };
    case 'Or':
      return { op: 'or', of: parts() };
    case 'Filter':
    case 'Not': {
      const [inner, more] = parts();
      if (!inner || more) throw new Error(`${element.name} holds one condition.`);
      return element.name === 'Not' ? { op: 'not', of: inner } : inner;
    }
    case 'PropertyIsEqualTo':
      return { op: 'is', ...compared(element) };
    case 'PropertyIsNotEqualTo':
      return { op: 'isNot', ...compared(element) };
    default:
      throw new Error(`Filter ${element.name} is not read: see layers/README.md.`);
  }
}

function compared(element: Element): { property: string; value: string } {
  const property = textOf(element, 'PropertyName');
  const value = textOf(element, 'Literal');
  if (property === undefined || value === undefined)
    throw new Error(`${element.name} compares a PropertyName with a Literal.`);
  return { property, value };
}
