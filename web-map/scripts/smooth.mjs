// Pans and zooms the public map for half a minute on a slowed-down phone and says how smooth that was:
//   node scripts/smooth.mjs http://127.0.0.1:8080/aubrelle [seconds] [lon,lat] [--explain]
// Frames are counted by the browser's own animation clock; a long task is one that keeps the page busy for 50 ms and more.
// With --explain it is traced, which slows it a little, and the longest tasks are said with what was done in them.
import { chromium } from 'playwright-core';
import { CATEGORIES, longestTasks } from './long-tasks.mjs';

const SLOWER = 4;
const PHONE = { width: 360, height: 780 };
const explains = process.argv.includes('--explain');
const [city, seconds = '30', centre = ''] = process.argv.slice(2).filter((word) => word !== '--explain');
if (!city) {
  console.error('Which city? node scripts/smooth.mjs http://127.0.0.1:8080/aubrelle');
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: process.env.VIGIE_CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});
const page = await (await browser.newContext({ viewport: PHONE, locale: 'fr-FR' })).newPage();
await page.addInitScript(() => {
  window.frames_ms = [];
  window.tasks_ms = [];
  let before = performance.now();
  requestAnimationFrame(function next(now) {
    window.frames_ms.push(now - before);
    before = now;
    requestAnimationFrame(next);
  });
  new PerformanceObserver((list) =>
    window.tasks_ms.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({ type: 'longtask' });
});
const [lon, lat] = centre.split(',');
await page.goto(lon && lat ? `${city}/?map=14/${lat}/${lon}` : `${city}/`);
await page.locator('.leaflet-container canvas').first().waitFor();
await page.waitForTimeout(2000);
const devtools = await page.context().newCDPSession(page);
await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
await page.evaluate(() => {
  window.frames_ms = [];
  window.tasks_ms = [];
});

if (explains) await browser.startTracing(page, { categories: CATEGORIES });
const until = Date.now() + Number(seconds) * 1000;
for (let step = 0; Date.now() < until; step++) {
  await drag(step % 2 ? -140 : 140, step % 3 ? -160 : 120);
  if (step % 3 === 2) await zoom(step % 12 < 6 ? -240 : 240);
}
const { frames, tasks, view } = await page.evaluate(() => ({
  frames: window.frames_ms,
  tasks: window.tasks_ms,
  view: location.search,
}));
const trace = explains ? await browser.stopTracing() : null;
await browser.close();

const sorted = frames.toSorted((one, other) => one - other);
const at = (share) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
const longest = Math.max(0, ...tasks);
console.log(`${frames.length} frames, at the processor slowed ${SLOWER} times; the view at the end ${view}`);
console.log(
  `frames a second: median ${(1000 / at(0.5)).toFixed(1)}, the slowest twentieth ${(1000 / at(0.95)).toFixed(1)}`,
);
console.log(`tasks of 50 ms and more: ${tasks.length}, the longest ${longest.toFixed(0)} ms`);
for (const { ms, cpuMs, parts, functions } of trace ? longestTasks(trace, 12) : []) {
  const said = (times) => times.map(([name, time]) => `${name} ${time.toFixed(0)}`).join(', ');
  console.log(
    `${cpuMs.toFixed(0)} ms of the processor in ${ms.toFixed(0)}: ${said(parts)}\n        in ${said(functions)}`,
  );
}
const holds = 1000 / at(0.5) >= 55 && longest < 100;
console.log(holds ? 'It holds.' : 'It does not hold: asked for 55 frames a second and no task of 100 ms.');
process.exit(holds ? 0 : 1);

async function drag(right, down) {
  const [x, y] = [PHONE.width / 2 - right / 2, 300 - down / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right, y + down, { steps: 20 });
  await page.mouse.up();
}

async function zoom(wheel) {
  await page.mouse.move(PHONE.width / 2, 300);
  await page.mouse.wheel(0, wheel);
  await page.waitForTimeout(500);
}
