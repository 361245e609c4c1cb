import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, PHONE, closeOthers, launch, person, photograph } from './browser';
import { account, city } from './service';

const SOON = { timeout: 20_000 };
const VIEW = 'map=16/47.35200/2.90100';
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const CAPABILITIES = `<?xml version="1.0"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms"><Service><Title>Géo</Title></Service><Capability>
<Request><GetMap><Format>image/png</Format></GetMap><GetFeatureInfo><Format>application/json</Format></GetFeatureInfo></Request>
<Layer><CRS>EPSG:3857</CRS><Attribution><Title>Service des espaces verts</Title></Attribution>
<Layer queryable="1"><Name>trees</Name><Title>Arbres remarquables</Title></Layer></Layer>
<Layer><CRS>EPSG:2154</CRS><Name>lambert</Name><Title>Plan en Lambert</Title></Layer></Capability></WMS_Capabilities>`;

let browser: Browser;
let service: Server;
let asked: URLSearchParams[] = [];
let down = false;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
  service = createServer(answer);
  await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening));
});
beforeEach(() => closeOthers(browser));
afterAll(async () => {
  await browser.close();
  service.close();
});

/** A WMS as others run it: pictures for everybody, what is at a place for pages that may read it. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const parameters = new URL(request.url ?? '', 'http://wms').searchParams;
  asked.push(parameters);
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (down) response.writeHead(500).end();
  else if (parameters.get('REQUEST') === 'GetCapabilities')
    response.writeHead(200, { 'Content-Type': 'text/xml' }).end(CAPABILITIES);
  else if (parameters.get('REQUEST') === 'GetFeatureInfo')
    response
      .writeHead(200, { 'Content-Type': 'application/json' })
      .end(JSON.stringify({ features: [{ properties: { essence: '<b id="evil">Chêne</b>', age: 120 } }] }));
  else response.writeHead(200, { 'Content-Type': 'image/png' }).end(PICTURE);
}

const address = (): string => `http://127.0.0.1:${String((service.address() as AddressInfo).port)}/wms`;

test('an administrator adds a layer that its service offers, and residents see it, its legend and what it tells of a place', async () => {
  onTestFailed(() => photograph(browser));
  const { page: desk } = await person(browser, DESKTOP, troubles);
  await addLayer(desk);

  const { page } = await person(browser, DESKTOP, troubles);
  await page.goto(`${city}/?${VIEW}`);
  await showLayer(page);
  await expect
    .poll(() => page.locator('.leaflet-overlays-pane img.leaflet-tile-loaded').count(), SOON)
    .toBeGreaterThan(0);
  const map = asked.find((each) => each.get('REQUEST') === 'GetMap');
  expect(map?.get('LAYERS')).toBe('trees');
  expect(map?.get('CRS')).toBe('EPSG:3857');
  await page.getByAltText(/^Légende\s: Arbres remarquables$/).waitFor();
  expect(await page.locator('.notes__source').textContent()).toContain('Service des espaces verts');

  await page.keyboard.press('Escape');
  const told = page.locator('.overlays-card');
  await clickGround(page, () => told.isVisible());
  await told.getByText('<b id="evil">Chêne</b>').waitFor();
  expect(await page.locator('#evil').count()).toBe(0);
  expect(await told.textContent()).toContain('120');
  expect(troubles).toEqual([]);
});

test('the layers that somebody chose are there again, go with the link, and are in the map for other pages', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, troubles);
  const tiles = page.locator('.leaflet-overlays-pane img.leaflet-tile-loaded');
  await page.goto(`${city}/?${VIEW}`);
  await showLayer(page);
  await expect.poll(() => page.url(), SOON).toMatch(/[?&]layers=[0-9a-f]{8}(&|$)/);
  const linked = page.url();
  await page.goto(`${city}/?${VIEW}`);
  await expect.poll(() => tiles.count(), SOON).toBeGreaterThan(0);

  const { page: other } = await person(browser, DESKTOP, troubles);
  const layers = new URL(linked).searchParams.get('layers') ?? '';
  await other.goto(`${city}/embed?${VIEW}&layers=${layers}`);
  await expect
    .poll(() => other.locator('.leaflet-overlays-pane img.leaflet-tile-loaded').count(), SOON)
    .toBeGreaterThan(0);
  expect(await other.locator('.embed__source').textContent()).toContain('Service des espaces verts');
  await other.goto(`${city}/?${VIEW}`);
  await other.locator('.mark').first().waitFor();
  expect(await other.locator('.leaflet-overlays-pane img').count()).toBe(0);
  expect(troubles).toEqual([]);
});

test('a service that is down is named in its row and the map goes on, also on a phone', async () => {
  onTestFailed(() => photograph(browser));
  down = true;
  const { page } = await person(browser, PHONE, troubles);
  await page.goto(`${city}/?${VIEW}`);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByLabel('Arbres remarquables').check();
  await page.getByText('Ce service ne répond pas').waitFor();
  await expect.poll(() => page.locator('.leaflet-marker-icon').count(), SOON).toBeGreaterThan(0);
  down = false;
  expect(troubles).toEqual([]);
});

test('the page may load from that service and from no other', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, []);
  await page.goto(`${city}/?${VIEW}`);
  const loads = (url: string): Promise<boolean> =>
    page.evaluate(
      (src) =>
        new Promise<boolean>((done) => {
          const image = new Image();
          image.onload = () => done(true);
          image.onerror = () => done(false);
          image.src = src;
        }),
      url,
    );
  expect(await loads(`${address()}?REQUEST=GetMap`)).toBe(true);
  expect(await loads(address().replace('/wms', '/other'))).toBe(false);
  expect(await loads(address().replace('127.0.0.1', 'localhost'))).toBe(false);
});

test('a layer that is taken off is offered no more', async () => {
  onTestFailed(() => photograph(browser));
  const { page: desk } = await person(browser, DESKTOP, troubles);
  await signIn(desk);
  await desk.getByRole('button', { name: 'Retirer' }).click();
  await desk.getByRole('button', { name: 'Enregistrer' }).click();
  await desk.getByText('Aucune couche d’un autre service.').waitFor();
  const { page } = await person(browser, DESKTOP, troubles);
  const answer = await page.goto(`${city}/?${VIEW}`);
  expect(answer?.headers()['content-security-policy']).not.toContain('127.0.0.1');
  expect(troubles).toEqual([]);
});

async function addLayer(page: Page): Promise<void> {
  await signIn(page);
  await page.getByRole('button', { name: 'Nouvelle couche' }).click();
  await page.getByLabel('Adresse', { exact: true }).fill(`${address()}?SERVICE=WMS&REQUEST=GetCapabilities`);
  await page.getByRole('button', { name: 'Lire les couches du service' }).click();
  expect(await page.getByRole('button', { name: /Plan en Lambert/ }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: /Arbres remarquables/ }).click();
  expect(await page.getByLabel('Titre en français').inputValue()).toBe('Arbres remarquables');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.locator('.settings__card').getByText(address()).waitFor();
  asked = [];
}

async function showLayer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Couches de la carte' }).click();
  await page.getByLabel('Arbres remarquables').check();
}

/** Somewhere between the markers, where a click is one on the ground. */
async function clickGround(page: Page, heard: () => Promise<boolean>): Promise<void> {
  for (const [x, y] of [
    [900, 300],
    [760, 420],
    [1010, 210],
    [830, 610],
  ] as const) {
    await page.mouse.click(x, y);
    for (let wait = 0; wait < 20; wait += 1) {
      if (await heard()) return;
      await page.waitForTimeout(100);
    }
    await page.keyboard.press('Escape');
  }
}

async function signIn(page: Page): Promise<void> {
  const { email, password } = account(/^admin /);
  await page.goto(`${city}/desk#settings/overlays`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name: 'Nouvelle couche' }).waitFor();
}
