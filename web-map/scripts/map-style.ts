import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { coloursOf, customProperties } from './sld/colours';
import { readSld } from './sld/read-sld';

const FOLDER = fileURLToPath(new URL('../../layers/styles/', import.meta.url));
const STYLE = 'virtual:map-style';
const SHEET = 'virtual:map-style.css';

/** The SLD files by the names of their styles. */
export function sldFiles(folder = FOLDER): Map<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sld'));
  return new Map(names.sort().map((name) => [name.slice(0, -4), readFileSync(folder + name, 'utf8')]));
}

/** The module that pages import for the names of the colours. */
export function colourModule(files: ReadonlyMap<string, string>): string {
  const colours = [...files.values()].flatMap(coloursOf).map(({ name }) => name);
  return `export const COLOURS = ${JSON.stringify(colours)};\n`;
}

/** The module of one style: apart, so that a page loads only those that it draws. */
export function styleModule(sld: string): string {
  return `export const style = ${JSON.stringify(readSld(sld))};\n`;
}

/** The style sheet that gives these colours, by day and by night. */
export function styleSheet(files: ReadonlyMap<string, string>): string {
  return customProperties([...files.values()].flatMap(coloursOf));
}

/** Makes the maps' style from layers/styles: nothing of it is committed, so nothing can fall behind. */
export const mapStyle = (): Plugin => ({
  name: 'vigie-map-style',
  resolveId: (id) => (id.startsWith(STYLE) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${STYLE}`)) return undefined;
    const files = sldFiles();
    for (const name of files.keys()) this.addWatchFile(`${FOLDER}${name}.sld`);
    if (id === `\0${SHEET}`) return styleSheet(files);
    if (id === `\0${STYLE}`) return colourModule(files);
    const name = id.slice(STYLE.length + 2);
    const sld = files.get(name);
    if (sld === undefined) throw new Error(`layers/styles has no ${name}.sld.`);
    return styleModule(sld);
  },
});
