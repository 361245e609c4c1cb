// Fails when a page's own script, with everything it loads at once, grows past its budget (gzip).
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const KIB = 1024;
const budgets = { index: 120, embed: 100, field: 150, desk: 300 };
const dist = new URL('../dist/', import.meta.url);
let failed = false;

for (const [page, budget] of Object.entries(budgets)) {
  const html = readFileSync(new URL(`${page}.html`, dist), 'utf8');
  const todo = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((found) => found[1]);
  const seen = new Set();
  const languages = new Set();
  let bytes = 0;
  while (todo.length > 0) {
    const file = todo.pop();
    if (seen.has(file)) continue;
    seen.add(file);
    const { size, imports, words } = weigh(file);
    bytes += size;
    todo.push(...imports);
    for (const name of words) languages.add(name);
  }
  // of the languages one is loaded as the page starts
  bytes += Math.max(0, ...[...languages].map(withImports));
  const kib = bytes / KIB;
  const verdict = kib > budget ? 'too big' : 'fine';
  if (kib > budget) failed = true;
  console.log(`${page.padEnd(6)} ${kib.toFixed(1).padStart(6)} KiB of ${budget}: ${verdict}`);
}

/** A file, and what it loads at once. What is imported on demand is paid for when asked. */
function weigh(file) {
  const code = readFileSync(new URL(file, dist));
  const imports = code.toString().matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g);
  const words = code.toString().matchAll(/["'](assets\/public-words-[^"']+\.js)["']/g);
  return {
    size: gzipSync(code).length,
    imports: [...imports].map(([, name]) => `assets/${name}`),
    words: [...words].map(([, name]) => name),
  };
}

function withImports(file) {
  const { size, imports } = weigh(file);
  return imports.reduce((sum, one) => sum + weigh(one).size, size);
}
process.exit(failed ? 1 : 0);
