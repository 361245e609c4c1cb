import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, PHONE, closeOthers, launch, person, photograph } from './browser';
import { account, city } from './service';

interface Figures {
  now: { total: { received: number }; asOf: string };
}

let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
beforeEach(() => closeOthers(browser));
afterAll(() => browser.close());

test('a head of service reads the review of a period, changes it, and takes it away as files', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, troubles);
  await signIn(page, 'review');
  await page.getByRole('heading', { name: 'Bilan' }).waitFor();
  const received = page.locator('[data-figure=received] b');
  await expect.poll(() => received.innerText(), { timeout: 20_000 }).toMatch(/^\d/);
  const lastMonth = await received.innerText();

  const answered = page.waitForResponse((answer) => answer.url().includes('/api/desk/review?'));
  await page.getByLabel('Période', { exact: true }).selectOption({ label: 'Les douze derniers mois' });
  const review = (await (await answered).json()) as Figures;
  await expect
    .poll(async () => (await received.innerText()).replace(/\D/g, ''), { timeout: 20_000 })
    .toBe(String(review.now.total.received));
  expect(await received.innerText()).not.toBe(lastMonth);
  expect(page.url()).toContain('#review?from=');

  await page.getByRole('button', { name: 'Par secteur' }).click();
  const file = await page.request.get(
    new URL((await page.getByLabel('Tableau « Par secteur » en CSV').getAttribute('href')) ?? '', city).href,
  );
  const csv = await file.text();
  expect(csv.startsWith('\ufeffCode;')).toBe(true);
  const rows = page.getByRole('group', { name: 'Par secteur' }).locator('tbody tr');
  expect(csv.trim().split('\n').length).toBe(1 + (await rows.count()));

  const pdf = await page.request.get(
    new URL((await page.getByText('Bilan en PDF').getAttribute('href')) ?? '', city).href,
  );
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  expect(troubles).toEqual([]);
});

test('whoever answers a call finds what came in years ago, and opens it', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, troubles);
  await signIn(page, '');
  const search = page.getByRole('combobox', { name: /Rechercher/ });
  await search.fill('lampadaire');
  await page.getByText(/^Cherché dans\s: (nom, )?texte, adresse et démarche/).waitFor();
  await page.getByRole('option', { name: /Tous les résultats/ }).click();
  await page.getByRole('heading', { name: 'Historique' }).waitFor();
  const lines = page.locator('.archive__line');
  await expect.poll(() => lines.count(), { timeout: 10_000 }).toBe(30);
  await page.getByRole('button', { name: 'Plus anciennes' }).click();
  await expect.poll(() => lines.count(), { timeout: 10_000 }).toBe(60);
  const number = await lines.last().locator('.archive__when small').innerText();
  await lines.last().click();
  await page.locator('#desk-request').getByText(number).first().waitFor();
  expect(troubles).toEqual([]);
});

test('everybody reads on a phone what is promised and what was kept', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, PHONE, troubles);
  await page.goto(`${city}/`);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Nos engagements' }).click();
  await page.getByRole('heading', { name: 'Promis et tenu' }).waitFor();
  await page
    .getByText(/^Résolution sous/)
    .first()
    .waitFor();
  expect(troubles).toEqual([]);
});

async function signIn(page: Page, screen: string): Promise<void> {
  const { email, password } = account(/^dispatch /);
  await page.goto(`${city}/desk#${screen}`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}
