/** A colour of a style in both themes. */
export interface Colour {
  name: string;
  day: string;
  dark: string;
}
export type Theme = 'day' | 'dark';

const ENTITY = /<!ENTITY\s+([\w-]+)\s+"([^"]*)"\s*>/g;
const DOCTYPE = /<!DOCTYPE[^[>]*\[[^\]]*\]>\s*/;
const DARK = '-dark';

/** The colours at the head of an SLD file: entities, each with its like for the night. */
export function coloursOf(sld: string): Colour[] {
  const found = new Map([...sld.matchAll(ENTITY)].map(([, name = '', value = '']) => [name, value]));
  return [...found]
    .filter(([name]) => !name.endsWith(DARK))
    .map(([name, day]) => {
      const dark = found.get(name + DARK);
      if (dark === undefined) throw new Error(`Colour ${name} has no ${name}${DARK}.`);
      return { name, day, dark };
    });
}

/** The file as map servers get it: one theme's colours in their places, no entity left. publish.sh does the same. */
export function inTheme(sld: string, theme: Theme): string {
  return replaced(sld, (colour) => colour[theme]);
}

/** The file with the names of colours in their places. */
export function byName(sld: string): string {
  return replaced(sld, ({ name }) => name);
}

function replaced(sld: string, value: (colour: Colour) => string): string {
  const colours = new Map(coloursOf(sld).map((colour) => [colour.name, colour]));
  return sld.replace(DOCTYPE, '').replace(/&([\w-]+);/g, (whole, name: string) => {
    const colour = colours.get(name);
    return colour ? value(colour) : whole;
  });
}

/** Custom properties for the pages' style sheets. */
export function customProperties(colours: readonly Colour[]): string {
  const block = (selector: string, theme: Theme): string =>
    `${selector} {\n${colours.map((colour) => `  --${colour.name}: ${colour[theme]};\n`).join('')}}\n`;
  return block(':root', 'day') + block("[data-theme='dark']", 'dark');
}
