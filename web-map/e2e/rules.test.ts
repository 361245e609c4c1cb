import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, launch, person, photograph } from './browser';
import { account, city } from './service';

/** A word that nobody of the demo city uses. */
const WORD = `zorglub${randomUUID().slice(0, 6).replace(/-/g, '')}`;
const CODE = `E2E-${randomUUID().slice(0, 8).toUpperCase()}`;
/** On a machine that is busy with other tests. */
const SOON = { timeout: 30_000 };

let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('an administrator writes a rule, tries it and activates it; a report obeys and the desk says which rule', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, troubles);
  await signIn(page);

  await page.getByRole('button', { name: 'Nouvelle règle' }).click();
  await page.getByLabel('Nom de la règle').fill('Un mot que personne ne dit');
  await page.getByLabel('Code', { exact: true }).fill(CODE);
  await page.getByLabel('Sur quoi porte la condition').selectOption({ label: 'Mots du texte' });
  await page.getByLabel('Mots, séparés par des virgules').fill(`${WORD}*`);
  await page.getByLabel('Équipe qui y va').selectOption('E6');
  await page.getByLabel('Priorité', { exact: true }).selectOption({ label: 'haute' });
  const sentence = `Si le texte dit « ${WORD}* », alors l’équipe E6, Espaces verts y va et la priorité devient haute.`;
  await page.getByText(sentence).waitFor(SOON);

  const form = page.getByRole('main');
  expect(await form.getByRole('button', { name: 'Activer' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Essayer' }).click();
  await page.locator('[data-count=matched] dd').waitFor(SOON);
  expect(await page.locator('[data-count=matched] dd').innerText()).toBe('0');

  await page.getByLabel('Catégorie', { exact: true }).selectOption('depot-sauvage');
  await page.getByLabel('Texte du signalement').fill(`Des ${WORD.toUpperCase()}S partout`);
  await page.getByRole('button', { name: 'Que se passe-t-il ?' }).click();
  await page.getByText('La règle s’applique :').waitFor(SOON);
  await page.getByRole('cell', { name: 'E6, Espaces verts' }).waitFor(SOON);

  await expect.poll(() => form.getByRole('button', { name: 'Activer' }).isDisabled(), SOON).toBe(false);
  await form.getByRole('button', { name: 'Activer' }).click();
  await page.getByText(`Règle ${CODE} active`).waitFor(SOON);

  const { page: resident } = await person(browser, DESKTOP, troubles);
  await resident.goto(`${city}/`);
  const number = await reported(resident);
  await page.goto(`${city}/desk?request=${number}`);
  await page.locator('.who', { hasText: `Règle ${CODE} « Un mot que personne ne dit »` }).waitFor(SOON);
  const detail = await detailOf(page, number);
  expect(detail.team.code).toBe('E6');
  expect(detail.priority).toBe('HIGH');
  expect(detail.assignment.reason).toMatch(new RegExp(`le texte dit «\\s${WORD}s\\s»`));

  await page.goto(`${city}/desk#rules`);
  await page
    .getByRole('button', { name: new RegExp(CODE) })
    .first()
    .click();
  await page.getByRole('button', { name: 'Retirer', exact: true }).click();
  await page.getByRole('button', { name: 'Retirer vraiment ?' }).click();
  await page.getByText(`Règle ${CODE} retirée`).waitFor(SOON);
  expect(troubles).toEqual([]);
});

async function signIn(page: Page): Promise<void> {
  const { email, password } = account(/^admin /);
  await page.goto(`${city}/desk#rules`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { name: 'Règles' }).waitFor(SOON);
}

/** As the public page sends it, with the token of its session. */
async function reported(page: Page): Promise<string> {
  const { center } = (await (await page.request.get(`${city}/api/jurisdiction`)).json()) as {
    center: object;
  };
  const answer = await page.request.post(`${city}/api/requests`, {
    headers: { 'Idempotency-Key': randomUUID() },
    data: { category: 'depot-sauvage', position: center, description: `Des ${WORD}s près du banc` },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { number: string }).number;
}

interface Detail {
  team: { code: string };
  priority: string;
  assignment: { reason: string };
}

async function detailOf(page: Page, number: string): Promise<Detail> {
  const found = (await (await page.request.get(`${city}/api/desk/requests?q=${number}`)).json()) as {
    items: { id: string }[];
  };
  return (await (await page.request.get(`${city}/api/desk/requests/${found.items[0]?.id}`)).json()) as Detail;
}
