import { createReadStream, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, launch, person, photograph } from './browser';
import { city } from './service';

const WEB_MAP = join(import.meta.dirname, '..');
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };
const SOON = { timeout: 20_000 };

let browser: Browser;
let elsewhere: Server;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
  elsewhere = createServer((request, answer) => {
    const path = request.url ?? '/';
    if (path === '/') {
      answer.setHeader('Content-Type', 'text/html; charset=utf-8').end(pageOfTheReadme());
    } else if (/^\/node_modules\/[\w@./-]+$/.test(path) && !path.includes('..')) {
      answer.setHeader('Content-Type', TYPES[extname(path)] ?? 'application/octet-stream');
      createReadStream(join(WEB_MAP, path)).pipe(answer);
    } else {
      answer.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  await browser.close();
  elsewhere.close();
});

test('the page of the readme, served from another origin, shows requests and sectors', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, troubles);
  await page.goto(`http://127.0.0.1:${String((elsewhere.address() as AddressInfo).port)}/`);

  await expect.poll(() => page.locator('svg path').count(), SOON).toBeGreaterThan(0);
  await expect.poll(() => dotsOn(page), SOON).toBeGreaterThan(0);
  expect(troubles).toEqual([]);
});

/** How many tiles have something drawn on them. */
function dotsOn(page: Page): Promise<number> {
  return page.locator('canvas.leaflet-tile').evaluateAll(
    (tiles) =>
      tiles.filter((tile) => {
        const { data } = (tile as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 256, 256) ?? {};
        return data?.some((byte) => byte > 0);
      }).length,
  );
}

function pageOfTheReadme(): string {
  const readme = readFileSync(join(WEB_MAP, '../README.md'), 'utf8');
  const page = /```html\n([^]*?)```/.exec(readme)?.[1] ?? '';
  return page.replace('http://127.0.0.1:8080/aubrelle', city);
}
