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
  let bytes = 0;
  while (todo.length > 0) {
    const file = todo.pop();
    if (seen.has(file)) continue;
    seen.add(file);
    const code = readFileSync(new URL(file, dist));
    bytes += gzipSync(code).length;
    // static imports only: what is imported on demand is paid for when asked
    for (const found of code.toString().matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      todo.push(`assets/${found[1]}`);
  }
  const kib = bytes / KIB;
  const verdict = kib > budget ? 'too big' : 'fine';
  if (kib > budget) failed = true;
  console.log(`${page.padEnd(6)} ${kib.toFixed(1).padStart(6)} KiB of ${budget}: ${verdict}`);
}
process.exit(failed ? 1 : 0);
