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

/** The module that pages import: every style by its name, and the names of the colours. */
export function styleModule(files: ReadonlyMap<string, string>): string {
  const colours = [...files.values()].flatMap(coloursOf).map(({ name }) => name);
  const styles = [...files].map(([name, sld]) => `export const ${name} = ${JSON.stringify(readSld(sld))};\n`);
  return `export const COLOURS = ${JSON.stringify(colours)};\n${styles.join('')}`;
}

/** The style sheet that gives these colours, by day and by night. */
export function styleSheet(files: ReadonlyMap<string, string>): string {
  return customProperties([...files.values()].flatMap(coloursOf));
}

/** Makes the maps' style from layers/styles: nothing of it is committed, so nothing can fall behind. */
export const mapStyle = (): Plugin => ({
  name: 'vigie-map-style',
  resolveId: (id) => (id === STYLE || id === SHEET ? `\0${id}` : undefined),
  load(id) {
    if (id !== `\0${STYLE}` && id !== `\0${SHEET}`) return undefined;
    const files = sldFiles();
    for (const name of files.keys()) this.addWatchFile(`${FOLDER}${name}.sld`);
    return id === `\0${SHEET}` ? styleSheet(files) : styleModule(files);
  },
});
