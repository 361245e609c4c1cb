import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, PHONE, closeOthers, launch, person, photograph } from './browser';
import { account, city } from './service';

const SECTIONS = ['teams', 'coverage', 'oncall', 'shifts', 'absences', 'skills'];

let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
beforeEach(() => closeOthers(browser));
afterAll(() => browser.close());

test('an administrator adds a team, gives it ground, and stops it after seeing what that moves', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, troubles);
  await signIn(page);
  const code = `T${Date.now() % 100_000}`;
  await page.getByRole('button', { name: 'Nouvelle équipe' }).click();
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByLabel('Nom', { exact: true }).fill('Renfort');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('heading', { name: `${code}, Renfort` }).waitFor();

  await page.getByLabel('Active', { exact: true }).uncheck();
  await page.getByLabel('Motif, gardé avec la modification').fill('essai');
  await page.getByRole('button', { name: 'Voir ce qui bouge' }).click();
  await page.getByText('Elle n’a aucune demande ouverte.').waitFor();
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await page.getByText('Désactivée : elle garde son histoire').waitFor();
  expect(troubles).toEqual([]);
});

test('every section of the teams fits a telephone and a desk', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, troubles);
  await signIn(page);
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    for (const section of SECTIONS) {
      await page.locator(`.settings__nav a[href$="teams/${section}"]`).click();
      await page.locator(`.settings__section`).waitFor();
      await page.locator('.skeleton').waitFor({ state: 'detached' });
      const wider = await page
        .locator('.settings')
        .evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(wider, `${section} at ${viewport.width} px`).toBeLessThanOrEqual(0);
    }
  }
  expect(troubles).toEqual([]);
});

async function signIn(page: Page): Promise<void> {
  const { email, password } = account(/^admin /);
  await page.goto(`${city}/desk#teams`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.locator('.settings__card').first().waitFor();
}
