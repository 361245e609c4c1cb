import { createHash } from 'node:crypto';
import type { Plugin, Rollup } from 'vite';

const PAGE = 'field.html';
const WORKER = 'field-worker.js';

/** Tells the field page's worker which files the page needs, under a version made from their names. */
export const fieldWorker = (): Plugin => ({
  name: 'vigie-field-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') throw new Error(`The build made no ${WORKER}.`);
      if (worker.imports.length > 0) throw new Error(`${WORKER} must stand alone.`);
      const files = filesOf(bundle);
      const page = bundle[PAGE];
      const version = createHash('sha256')
        .update([...files, page?.type === 'asset' ? String(page.source) : ''].join())
        .digest('hex')
        .slice(0, 12);
      worker.code = `const __FIELD_FILES__=${JSON.stringify(files)},__FIELD_VERSION__="${version}";${worker.code}`;
    },
  },
});

/** Everything the page loads: its scripts with their imports, style sheets, fonts. */
function filesOf(bundle: Rollup.OutputBundle): string[] {
  const found = new Set<string>();
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const visit = (name: string): void => {
    const chunk = bundle[name];
    if (found.has(name) || chunk?.type !== 'chunk') return;
    found.add(name);
    for (const css of chunk.viteMetadata?.importedCss ?? []) found.add(css);
    [...chunk.imports, ...chunk.dynamicImports].forEach(visit);
  };
  chunks
    .filter(({ facadeModuleId }) => facadeModuleId?.endsWith(PAGE))
    .forEach(({ fileName }) => visit(fileName));
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type !== 'asset' || !found.has(name) || !name.endsWith('.css')) continue;
    // only the modern font format: the others are never asked for
    for (const [, font] of String(file.source).matchAll(/url\(\/?(assets\/[^)]+\.woff2)\)/g))
      if (font) found.add(font);
  }
  return [...found].sort().map((name) => `/${name}`);
}
