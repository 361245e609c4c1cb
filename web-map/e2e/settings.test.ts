import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, closeOthers, launch, person, photograph } from './browser';
import { account, city } from './service';

interface Effect {
  deadlines: number;
  requests: number;
}
interface Detail {
  promises: { commitment: string; dueAt: string }[];
  history: { entry: string; staffText?: string }[];
}
interface Calendar {
  code: string;
  name: string;
  setting: { revision: number };
  days: { day: string; name: string; holiday: boolean }[];
}

/** On a machine that is busy with other tests. */
const SOON = { timeout: 10_000 };
const CATEGORY = 'nid-de-poule';
const SPOT = { type: 'Point', coordinates: [2.9012, 47.3521] };

let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
beforeEach(() => closeOthers(browser));
afterAll(() => browser.close());

test('an administrator closes a day, sees what moves, confirms, and the promise of an open request moves with its reason', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, troubles);
  await signIn(page, 'calendars');
  const { id, day, calendar } = await running(page);
  const before = await detail(page, id);

  await page.getByRole('button', { name: calendar.name }).first().click();
  await toMonth(page, day);
  await page.locator(`.month [data-day="${day}"]`).click();
  await page.getByLabel('Pourquoi').fill('Inventaire annuel');
  const shown = page.waitForResponse((answer) => answer.url().includes('preview=true'));
  await page.getByRole('button', { name: 'Voir ce qui bouge' }).click();
  const effect = (await (await shown).json()) as Effect;
  expect(effect.deadlines).toBeGreaterThan(0);
  await page.getByText(/échéances? en cours boug/).waitFor();
  expect(dues(await detail(page, id))).toEqual(dues(before));

  await page.getByRole('button', { name: 'Confirmer' }).click();
  await page.getByText('Enregistré').waitFor();
  await page.getByText(/Modifié par .*Inventaire annuel/).waitFor();
  const after = await detail(page, id);
  const entry = after.history.find(({ staffText }) => staffText?.includes('Inventaire annuel'));
  expect(entry?.entry).toBe('RECOUNTED');
  expect(dues(after)).not.toEqual(dues(before));

  // as it was, for whoever comes next
  await toMonth(page, day);
  await page.locator(`.month [data-day="${day}"]`).click();
  await page.getByLabel('Comme d’habitude').click();
  await page.getByRole('button', { name: 'Voir ce qui bouge' }).click();
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await expect
    .poll(
      async () =>
        (await calendars(page))
          .flatMap(({ days }) => days)
          .filter(({ name }) => name === 'Inventaire annuel'),
      SOON,
    )
    .toEqual([]);
  expect(troubles).toEqual([]);
});

test('an administrator adds a step to a ladder, is told what would ring, and sees it on the line', async () => {
  onTestFailed(() => photograph(browser));
  const { page } = await person(browser, DESKTOP, troubles);
  await signIn(page, 'ladders');
  const reply = page.locator('[data-commitment=REPLY]');
  const steps = await reply.locator('.ladder__step').count();
  await reply.getByRole('button', { name: /Modifier l’échelle/ }).click();
  await reply.getByRole('button', { name: 'Ajouter une marche' }).click();
  const added = reply.getByRole('group', { name: `Marche ${steps + 1}` });
  await added.getByLabel('Délai').fill('300');
  await added.getByLabel('Message').fill('La réponse se fait attendre.');
  await reply.getByRole('button', { name: 'Voir ce qui bouge' }).click();
  await reply.getByText(/alertes? (partirait|partiraient)/).waitFor();
  await reply.getByRole('button', { name: 'Confirmer' }).click();
  await expect.poll(() => reply.locator('.ladder__step').count(), SOON).toBe(steps + 1);
  await reply.getByText('La réponse se fait attendre.').first().waitFor();
  expect(troubles).toEqual([]);
});

async function signIn(page: Page, section: string): Promise<void> {
  const { email, password } = account(/^admin /);
  await page.goto(`${city}/desk#settings/${section}`);
  await page.getByLabel('Adresse e-mail').fill(email);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.locator('.settings__card').first().waitFor();
}

/** A request of its own with working time that runs, the calendar that it runs on, and a day before it is due. */
async function running(page: Page): Promise<{ id: string; day: string; calendar: Calendar }> {
  const calendar = (await calendars(page)).find(({ name }) => name === 'Jours ouvrés');
  if (!calendar) throw new Error('the demo city has no calendar of working days');
  const { items } = (await (await page.request.get(`${city}/api/desk/promises`)).json()) as {
    items: { code: string; promises: { commitment: string }[]; setting: { revision: number } }[];
  };
  const category = items.find(({ code }) => code === CATEGORY);
  const others = category?.promises.filter(({ commitment }) => commitment !== 'RESOLVE') ?? [];
  const resolve = { commitment: 'RESOLVE', amount: 10, unit: 'WORKING_DAYS', calendar: calendar.code };
  const { csrfToken } = (await (await page.request.get(`${city}/api/session`)).json()) as {
    csrfToken: string;
  };
  const changed = await page.request.put(`${city}/api/desk/promises/${CATEGORY}`, {
    headers: { 'X-CSRF-Token': csrfToken, 'If-Match': `"${category?.setting.revision ?? 0}"` },
    data: { promises: [...others, resolve], running: false, reason: 'essai' },
  });
  expect(changed.status()).toBe(200);
  const receipt = await page.request.post(`${city}/api/requests`, {
    headers: { 'X-CSRF-Token': csrfToken, 'Idempotency-Key': randomUUID() },
    data: { category: CATEGORY, position: SPOT, locationSource: 'PIN', description: 'Trou profond' },
  });
  expect(receipt.status()).toBe(201);
  const { id } = (await receipt.json()) as { id: string };
  return { id, day: workingDayAfter(calendar), calendar };
}

/** The first day after tomorrow, Monday to Friday, that nothing is known of. */
function workingDayAfter({ days }: Calendar): string {
  const day = new Date(Date.now() + 2 * 86_400_000);
  const iso = (): string => day.toISOString().slice(0, 10);
  while (day.getUTCDay() % 6 === 0 || days.some((known) => known.day === iso()))
    day.setUTCDate(day.getUTCDate() + 1);
  return iso();
}

async function toMonth(page: Page, day: string): Promise<void> {
  if ((await page.locator(`.month [data-day="${day}"]`).count()) === 0)
    await page.getByRole('button', { name: 'Mois suivant' }).click();
}

async function calendars(page: Page): Promise<Calendar[]> {
  return ((await (await page.request.get(`${city}/api/desk/calendars`)).json()) as { items: Calendar[] })
    .items;
}

async function detail(page: Page, id: string): Promise<Detail> {
  return (await (await page.request.get(`${city}/api/desk/requests/${id}`)).json()) as Detail;
}

/** When what is due; the share of time that is left changes while one looks. */
const dues = ({ promises }: Detail): string[] =>
  promises.map(({ commitment, dueAt }) => `${commitment} ${dueAt}`).sort();
