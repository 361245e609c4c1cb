import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, PHONE, closeOthers, launch, person, photograph } from './browser';
import { account, city } from './service';

let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
beforeEach(() => closeOthers(browser));
afterAll(() => browser.close());

test('a head of service looks at every analysis, marks a square and takes the numbers away', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, troubles);
  await signIn(page);
  const density = page.getByRole('group', { name: 'Densité' });
  await expect.poll(() => density.locator('tbody tr').count(), { timeout: 30_000 }).toBeGreaterThan(10);
  const first = density.locator('tbody button').first();
  await first.click();
  await expect.poll(() => first.getAttribute('aria-pressed')).toBe('true');
  await page.screenshot({ path: 'test-results/analysis-1440.png' });

  for (const [name, table] of [
    ['Points chauds', 'Points chauds'],
    ['Deux périodes', 'Par secteur'],
    ['Zones silencieuses', 'Zones silencieuses'],
    ['Tenu à temps, par secteur', 'Tenu à temps, par secteur'],
  ] as const) {
    await page.getByLabel('Analyse', { exact: true }).selectOption({ label: name });
    const rows = page.getByRole('group', { name: table, exact: true }).locator('tbody tr');
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBeGreaterThan(1);
    const link = page.getByLabel(`Tableau « ${table} » en CSV`);
    const file = await page.request.get(new URL((await link.getAttribute('href')) ?? '', city).href);
    expect((await file.text()).trim().split('\n').length).toBeGreaterThan(await rows.count());
    await page.screenshot({ path: `test-results/analysis-${name.replaceAll(/\W+/g, '-')}.png` });
  }
  expect(troubles).toEqual([]);
});

test('on a phone the film is played, and stepped by key', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, PHONE, troubles);
  await signIn(page);
  await page.getByLabel('Analyse', { exact: true }).selectOption({ label: 'Au fil du temps' });
  const slider = page.getByRole('slider', { name: 'Pas montré' });
  await slider.waitFor({ timeout: 30_000 });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => slider.inputValue()).toBe('1');
  await page.getByRole('button', { name: 'Lire' }).click();
  await expect.poll(() => slider.inputValue(), { timeout: 10_000 }).toBe('3');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.screenshot({ path: 'test-results/analysis-360.png', fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(PHONE.width);
  expect(troubles).toEqual([]);
});

async function signIn(page: Page): Promise<void> {
  const { email, password } = account(/^dispatch /);
  await page.goto(`${city}/desk#analysis`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { name: 'Analyse sur la carte' }).waitFor();
}
