import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, launch, person, photograph } from './browser';
import { account, city } from './service';

const PLACE = [2.9012, 47.3521];

let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('an owner transmits, the service refuses, the owner sees it on top and transmits elsewhere, that service accepts', async () => {
  onTestFailed(() => photograph(browser));
  const owner = await atTheDesk(/^accueil /);
  const number = await called(owner);
  const short = number.slice(5);

  await owner.goto(`${city}/desk?request=${number}&owner=me`);
  await transmit(owner, /Propreté/, 'Ce sont des gravats, pas un trou');
  await owner.getByText('Attend l’accord du service', { exact: false }).waitFor();

  const cleaning = await atTheDesk(/^referent /);
  await cleaning.goto(`${city}/desk?request=${number}`);
  await cleaning.getByRole('button', { name: /À accepter/ }).click();
  await cleaning.getByRole('option', { name: new RegExp(short) }).waitFor();
  await cleaning
    .getByRole('group', { name: 'Réponse du service' })
    .getByRole('button', { name: 'Refuser' })
    .click();
  await cleaning.getByLabel('Motif').fill('C’est bien la chaussée');
  await cleaning.getByRole('dialog').getByRole('button', { name: 'Refuser' }).click();
  await cleaning.getByText('rendue à l’accueil', { exact: false }).first().waitFor();

  await owner.goto(`${city}/desk?owner=me`);
  const rows = owner.getByRole('listbox').getByRole('option');
  await rows.first().waitFor();
  expect(await rows.first().innerText()).toContain(short);
  await rows.first().click();
  await owner.getByText('Refusée par le service', { exact: false }).first().waitFor();
  await owner.getByText('C’est bien la chaussée', { exact: false }).first().waitFor();
  await transmit(owner, /Voirie/, 'La voirie, donc');
  await owner.getByText('Transferts : 2.', { exact: false }).waitFor();

  const head = await atTheDesk(/^chef de service /);
  await head.goto(`${city}/desk?request=${number}&inbox=true`);
  await head
    .getByRole('group', { name: 'Réponse du service' })
    .getByRole('button', { name: 'Accepter' })
    .click();
  await head.getByText(`${number} acceptée`).first().waitFor();
  await owner.reload();
  await owner.getByText('Transferts : 2.', { exact: false }).waitFor();
  expect(await owner.getByText('Attend l’accord du service').count()).toBe(0);
  expect(troubles).toEqual([]);
});

async function atTheDesk(who: RegExp): Promise<Page> {
  const { page } = await person(browser, DESKTOP, troubles);
  // three desks at once take their time on a busy machine
  page.setDefaultTimeout(60_000);
  const { email, password } = account(who);
  await page.goto(`${city}/desk`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('listbox').first().waitFor();
  return page;
}

async function transmit(page: Page, service: RegExp, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Transmettre' }).click();
  const form = page.getByRole('dialog', { name: 'Transmettre à un service' });
  const options = form.getByLabel('Service').locator('option');
  const labels = await options.allInnerTexts();
  await form.getByLabel('Service').selectOption({ label: labels.find((label) => service.test(label)) ?? '' });
  await form.getByLabel('Motif').fill(reason);
  await form.getByRole('button', { name: 'Transmettre' }).click();
  await form.waitFor({ state: 'detached' });
}

/** A call taken and followed by whoever is signed in; answers with its number. */
async function called(page: Page): Promise<string> {
  return page.evaluate(
    async ({ base, coordinates }) => {
      const read = async (path: string, init: RequestInit = {}): Promise<Response> =>
        fetch(`${base}${path}`, init);
      const session = (await (await read('/api/session')).json()) as {
        csrfToken: string;
        account: { id: string };
      };
      const write = (path: string, body: object, more: Record<string, string> = {}): Promise<Response> =>
        read(path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': session.csrfToken, ...more },
          body: JSON.stringify(body),
        });
      const report = {
        category: 'nid-de-poule',
        channel: 'PHONE',
        description: 'Trou au milieu de la rue',
        position: { type: 'Point', coordinates },
      };
      const made = (await (
        await write('/api/desk/requests', report, { 'Idempotency-Key': crypto.randomUUID() })
      ).json()) as { id: string; number: string };
      const detail = await read(`/api/desk/requests/${made.id}`);
      const { owner } = (await detail.json()) as { owner: { id: string } };
      if (owner.id !== session.account.id)
        await write(
          `/api/desk/requests/${made.id}/owner`,
          { accountId: session.account.id, reason: 'je la suis' },
          { 'If-Match': detail.headers.get('ETag') ?? '' },
        );
      return made.number;
    },
    { base: city, coordinates: PLACE },
  );
}
