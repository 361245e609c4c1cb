import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DESKTOP, PHONE, closeOthers, launch, person, photograph } from './browser';
import { city } from './service';

const SOON = { timeout: 20_000 };
const VIEW = 'map=15/47.35200/2.90100';

let browser: Browser;
let elsewhere: Server;
let markup = '';
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
  // a page that knows nothing of us but what was pasted into it
  elsewhere = createServer((_request, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><meta name="viewport" content="width=device-width"><h1>Mairie</h1>${markup}`);
  });
  await new Promise<void>((listening) => elsewhere.listen(0, 'localhost', listening));
});
beforeEach(() => closeOthers(browser));
afterAll(async () => {
  await browser.close();
  elsewhere.close();
});

test('what a visitor copies shows the same map inside the page of another origin', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, troubles);
  await page.goto(`${city}/?domain=voirie&${VIEW}`);
  markup = await frameMarkup(page, () =>
    page.getByRole('button', { name: 'Partager cette vue' }).press('Enter'),
  );
  expect(markup).toContain('domain=voirie&amp;map=15/47.35200/2.90100&amp;lang=fr');

  const { page: host, context } = await person(browser, DESKTOP, troubles);
  const asked: string[] = [];
  host.on('request', (request) => asked.push(request.url()));
  await host.goto(elsewhereUrl());

  const frame = host.frameLocator('iframe');
  await expect.poll(() => frame.locator('.leaflet-marker-icon').count(), SOON).toBeGreaterThan(0);
  expect(
    asked.filter((url) => url.includes('/tiles/requests/')).every((url) => url.includes('domain=voirie')),
  ).toBe(true);
  await frame.locator('button.mark:not(.mark--cluster)[tabindex="0"]').first().press('Enter');
  await expect.poll(() => frame.getByRole('link', { name: 'Voir la demande' }).count(), SOON).toBe(1);
  await leadsToTheWholePage(context, host);
  expect(await context.cookies()).toEqual([]);
  expect(asked.some((url) => url.includes('/live'))).toBe(false);
  expect(troubles).toEqual([]);
});

test('on a phone the menu gives it, and a frame of 320 pixels holds all of it', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, PHONE, troubles, { locale: 'en-GB', colorScheme: 'dark' });
  await page.goto(`${city}/?${VIEW}`);
  await page.getByRole('button', { name: 'Menu' }).click();
  markup = await frameMarkup(page, () => page.getByRole('button', { name: 'Share this view' }).click());

  const { page: host } = await person(browser, { width: 336, height: 640 }, troubles);
  await host.goto(elsewhereUrl());
  const frame = host.frameLocator('iframe');
  await expect.poll(() => frame.getByRole('link', { name: 'Report a problem' }).count(), SOON).toBe(1);
  await expect.poll(() => frame.locator('.leaflet-marker-icon').count(), SOON).toBeGreaterThan(0);
  const sizes = await frame
    .locator('html')
    .evaluate(({ clientWidth, scrollWidth }) => ({ clientWidth, scrollWidth }));
  expect(sizes).toEqual({ clientWidth: 320, scrollWidth: 320 });
  const ends = await frame
    .locator('.embed__head .btn, .embed__zoom')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().right));
  expect(Math.max(...ends)).toBeLessThanOrEqual(310);
  expect(troubles).toEqual([]);
});

test('without the map, by keyboard alone, the list of the frame leads to a request', async () => {
  onTestFailed(() => photograph(browser));
  markup = `<iframe src="${city}/embed?domain=voirie&${VIEW}" title="Carte" width="100%" height="480"></iframe>`;
  const { page: host } = await person(browser, { width: 336, height: 640 }, troubles);
  await host.goto(elsewhereUrl());
  const frame = host.frameLocator('iframe');
  const opener = frame.getByRole('button', { name: 'Liste' });
  await opener.focus();
  await host.keyboard.press('Enter');
  await expect.poll(() => frame.locator('.row[id]').count(), SOON).toBeGreaterThan(0);
  expect(await frame.locator('.embed__list h2').textContent()).toMatch(/^\d+ /);
  const title = await frame.locator('.row__title').first().textContent();

  // from the heading, past the button that closes, to the first row
  await host.keyboard.press('Tab');
  await host.keyboard.press('Tab');
  await host.keyboard.press('Enter');
  await expect.poll(() => frame.locator('.embed__card h2').textContent(), SOON).toBe(title);
  await host.keyboard.press('Escape');
  await expect.poll(() => frame.locator('.embed__card').count(), SOON).toBe(0);
  expect(await frame.locator('.row:focus .row__title').textContent()).toBe(title);
  await host.keyboard.press('Escape');
  await expect.poll(() => frame.locator('.embed__list').count(), SOON).toBe(0);
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(troubles).toEqual([]);
});

test('no other page of ours is shown in a frame', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, []);
  for (const path of ['/', '/desk', '/field']) {
    markup = `<iframe src="${city}${path}" width="100%" height="480"></iframe>`;
    await page.goto(elsewhereUrl());
    await expect.poll(() => page.frames()[1]?.url(), SOON).toContain('chrome-error:');
  }
});

/** Opens the dialog, looks that it fits, and takes the markup out of it. */
async function frameMarkup(page: Page, open: () => Promise<void>): Promise<string> {
  await open();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  const overflow = await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(overflow).toBe(0);
  const found = await dialog.locator('textarea').last().inputValue();
  await page.keyboard.press('Escape');
  await expect.poll(() => dialog.count(), SOON).toBe(0);
  return found;
}

/** From inside the frame one comes, in a tab of its own, to the report on the public page. */
async function leadsToTheWholePage(context: BrowserContext, host: Page): Promise<void> {
  const opened = context.waitForEvent('page');
  await host.frameLocator('iframe').getByRole('link', { name: 'Signaler un problème' }).click();
  const whole = await opened;
  await whole.locator('.public--reporting').waitFor(SOON);
  expect(whole.url()).toMatch(new RegExp(`^${city}/\\?domain=voirie`));
  await whole.close();
}

function elsewhereUrl(): string {
  return `http://localhost:${String((elsewhere.address() as AddressInfo).port)}/`;
}
