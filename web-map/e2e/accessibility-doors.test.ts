import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { closeOthers, launch, photograph } from './browser';
import { Look, READERS, signIn } from './look';
import { account, city } from './service';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
beforeEach(() => closeOthers(browser));
afterAll(() => browser.close());

test.each(READERS)('everyone can use the doors on $name', async (reader) => {
  onTestFailed(() => photograph(browser));
  const look = new Look(browser);
  await Promise.all([
    ogc(await look.as('ogc', reader), look),
    openData(await look.as('open data', reader), look),
    embed(await look.as('embed', reader), look),
    analysis(await look.as('analysis', reader), look),
    webhooks(await look.as('webhooks', reader), look),
  ]);
  expect(look.found).toEqual([]);
});

/** The pages that the service draws itself, from the landing page down to one feature. */
async function ogc(page: Page, look: Look): Promise<void> {
  for (const below of [
    '',
    '/conformance',
    '/api',
    '/collections',
    '/collections/request',
    '/collections/request/queryables',
    '/collections/request/items',
    '/collections/sector/items',
    '/collections/basemap/items',
  ]) {
    await page.goto(`${city}/ogc${below}?f=html`);
    await look.at(page, `ogc${below}`);
  }
  await page.goto(`${city}/ogc/collections/request/items?f=html`);
  await page.locator('tbody a').first().click();
  await page.locator('svg.map').waitFor();
  await look.at(page, 'ogc, a feature');
}

async function openData(page: Page, look: Look): Promise<void> {
  await page.goto(`${city}/open-data`);
  await page.locator('table').first().waitFor();
  await look.at(page, 'open data');
  const scrolling = await page
    .locator('.scroll')
    .evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.clientWidth).length);
  if (scrolling > 0) look.found.push(`open data: ${scrolling} tables scroll sideways`);
}

async function embed(page: Page, look: Look): Promise<void> {
  await page.goto(`${city}/embed?map=15/47.35200/2.90100`);
  await page.locator('button.mark').first().waitFor({ state: 'attached' });
  await look.at(page, 'embed');
  await page.locator('.embed__head button').press('Enter');
  await page.locator('.row[id]').first().waitFor();
  await look.at(page, 'embed, list');
  await page.locator('.row[id]').first().press('Enter');
  await page.locator('.embed__card').waitFor();
  await look.at(page, 'embed, card');
}

async function analysis(page: Page, look: Look): Promise<void> {
  await page.goto(`${city}/desk#analysis`);
  await page.locator('input[type=password]').waitFor();
  await signIn(page, account(/^admin /));
  await page.locator('.analysis__side tbody tr').first().waitFor();
  await page.locator('.analysis[aria-busy=true]').waitFor({ state: 'detached' });
  await look.at(page, 'analysis');
}

async function webhooks(page: Page, look: Look): Promise<void> {
  await page.goto(`${city}/desk#settings/webhooks`);
  await page.locator('input[type=password]').waitFor();
  await signIn(page, account(/^admin /));
  await page.locator('.settings__nav [aria-current][href$=webhooks]').waitFor();
  await page.locator('.settings__section .btn').first().waitFor();
  await look.at(page, 'webhooks');
}
