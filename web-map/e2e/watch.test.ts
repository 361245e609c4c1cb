import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch, person, PHONE, photograph } from './browser';
import { city, mailsTo } from './service';

const NEIGHBOUR = `voisine.${Date.now()}@example.org`;

let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a neighbour watches what the map shows, says yes by the mailed link, is told of a new report, and ends it', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, PHONE, troubles);
  await page.goto(`${city}/`);
  await page.locator('.report-bar__follow').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '2 km' }).click();
  await expect
    .poll(() => dialog.locator('.watch__map canvas, .watch__map svg path').count())
    .toBeGreaterThan(0);
  await dialog.getByLabel('Votre e-mail').fill(NEIGHBOUR);
  await dialog.getByRole('button', { name: 'Me prévenir' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.goto(await link(1));
  await page.getByRole('button', { name: 'Oui, me prévenir' }).click();
  await page.getByRole('heading', { name: /Vous êtes prévenu/ }).waitFor();

  await report();
  await page.goto(await link(2));
  await page.getByRole('button', { name: 'Ne plus être prévenu' }).click();
  await page.getByText('votre adresse est effacée').waitFor();
  expect(troubles).toEqual([]);
});

/** The way to the area in the n-th message to the neighbour. */
async function link(count: number): Promise<string> {
  await expect.poll(() => mailsTo(NEIGHBOUR).length, { timeout: 30_000 }).toBe(count);
  const found = mailsTo(NEIGHBOUR)
    .map(({ text }) => /\/watch\/[\w-]+/.exec(text.replace(/=\r?\n/g, ''))?.[0] ?? '')
    .filter(Boolean);
  return `${city}${found.at(-1) ?? ''}`;
}

async function report(): Promise<void> {
  const answer = await fetch(`${city}/api/requests`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({
      category: 'nid-de-poule',
      description: 'Trou près du passage piéton',
      position: { type: 'Point', coordinates: [2.9012, 47.3521] },
    }),
  });
  expect(answer.status).toBe(201);
}
