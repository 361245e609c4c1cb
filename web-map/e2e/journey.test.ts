import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, drawnJpeg, launch, person, PHONE, photograph } from './browser';
import { hasMetadata, withPosition } from './photo';
import { account, city, mailsTo, url } from './service';

/** In the demo city, on ground that everyone can reach. */
const PLACE = { longitude: 2.9012, latitude: 47.3521 };
const RESIDENT = `martine.${Date.now()}@example.org`;

interface Published {
  state: string;
  position: { coordinates: [number, number] };
  photos: { url: string; purpose: string }[];
}

let browser: Browser;
const troubles: string[] = [];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

test('a report goes from the photo on a phone to “réglé” on the public map, and everyone sees it on the way', async () => {
  onTestFailed(() => photograph(browser));
  const { page: desk } = await person(browser, DESKTOP, troubles);
  await signIn(desk, 'desk', account(/^dispatch /));
  await desk.getByRole('listbox', { name: /file/i }).waitFor();

  const { page: resident, context: residents } = await person(browser, PHONE, troubles);
  const { number, acceptedAt } = await report(resident);

  await desk
    .getByText(number.slice(5))
    .or(desk.getByRole('button', { name: /nouvelle/ }))
    .first()
    .waitFor({ timeout: 10_000 });
  expect(Date.now() - acceptedAt).toBeLessThan(2_000);
  const tracking = await trackingOf(resident, number);

  const published = await card(resident, number);
  expect(published.position.coordinates[0]).toBeCloseTo(PLACE.longitude, 3);
  expect(published.position.coordinates[1]).toBeCloseTo(PLACE.latitude, 3);
  const served = await (await residents.request.get(url + (published.photos[0]?.url ?? ''))).body();
  expect(served.length).toBeGreaterThan(10_000);
  expect(hasMetadata(served)).toBe(false);

  await reassign(desk, number, 'U1');

  const { page: field } = await person(browser, PHONE, troubles);
  await signIn(field, 'field', account(/equipe U1/));
  await workThrough(field, number);

  await resident.goto(url + tracking);
  await resident.getByText('Enrobé posé, chaussée rouverte').waitFor();
  await expect.poll(() => mailsTo(RESIDENT).length, { timeout: 30_000 }).toBe(4);
  const subjects = mailsTo(RESIDENT).map(({ subject }) => subject);
  for (const word of ['reçue', 'équipe', 'en cours', 'réglé']) {
    expect(
      subjects.filter((subject) => subject.includes(word)),
      word,
    ).toHaveLength(1);
  }

  const after = await card(resident, number);
  expect(after.state).toBe('RESOLVED');
  expect(after.photos.map(({ purpose }) => purpose)).toContain('AFTER');
  expect(troubles).toEqual([]);
});

async function signIn(
  page: Page,
  place: 'desk' | 'field',
  who: { email: string; password: string },
): Promise<void> {
  await page.goto(`${city}/${place}`);
  await page.getByLabel('Adresse e-mail').fill(who.email);
  await page.getByLabel('Mot de passe').fill(who.password);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}

/** Photo first: its position places the pin. */
async function report(page: Page): Promise<{ number: string; acceptedAt: number }> {
  await page.goto(`${city}/`);
  const photo = withPosition(await drawnJpeg(page), PLACE.longitude, PLACE.latitude);
  await page.getByRole('button', { name: 'Signaler un problème' }).click();
  const gallery = page.locator('input[type=file]:not([capture])').first();
  await gallery.setInputFiles({ name: 'trou.jpg', mimeType: 'image/jpeg', buffer: photo });
  await next(page, /Continuer/);
  await page.getByText('Position lue dans la photo').waitFor();
  await page.getByRole('button', { name: 'C’est bien ici' }).click();
  await page
    .getByLabel('Décrivez en quelques mots')
    .fill('Gros nid-de-poule devant la boulangerie, un vélo est tombé');
  await next(page, /Continuer|Non, c’est un autre problème/);
  await page.getByLabel(/Être prévenu de la suite/).fill(RESIDENT);
  const accepted = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/requests') && answer.status() === 201,
  );
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  const { number } = (await (await accepted).json()) as { number: string };
  const acceptedAt = Date.now();
  return { number, acceptedAt };
}

/** What the resident reads afterwards: the number, and the way to the tracking page. */
async function trackingOf(page: Page, number: string): Promise<string> {
  await page.getByText('Merci, c’est transmis').waitFor();
  expect(await page.locator('.sent__number bdi').innerText()).toBe(number);
  return (await page.getByRole('link', { name: 'Suivre ma demande' }).getAttribute('href')) ?? '';
}

async function next(page: Page, name: RegExp): Promise<void> {
  const button = page.getByRole('button', { name });
  await button.waitFor();
  await expect.poll(() => button.isEnabled(), { timeout: 30_000 }).toBe(true);
  await button.click();
}

async function reassign(page: Page, number: string, team: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('combobox').first().fill(number);
  await page.keyboard.press('Enter');
  await page.getByText(number).first().waitFor();
  await page
    .getByRole('button', { name: /^Affecter/ })
    .first()
    .click();
  await page.locator('.team-choice', { hasText: team }).click();
  await page.getByLabel('Motif du changement d’équipe').fill('plus près ce matin');
  await page.getByRole('button', { name: `Affecter à ${team}` }).click();
  await page.getByText(new RegExp(`affectée à ${team}`)).waitFor();
}

/** Accepts, goes, arrives and ends the job with a photo and a note. */
async function workThrough(page: Page, number: string): Promise<void> {
  await page.locator('a.job__link').first().waitFor();
  const jobs = (await (await page.request.get(`${city}/api/field/jobs`)).json()) as {
    items: { id: string; request: { number: string } }[];
  };
  const job = jobs.items.find(({ request }) => request.number === number);
  expect(job, 'the job is offered to the team').toBeDefined();
  await page.locator(`a.job__link[href*="${job?.id}"]`).click();
  for (const step of ['Accepter', 'Je pars', 'Je suis sur place']) {
    await page.getByRole('button', { name: step }).click();
  }
  await page
    .locator('.ba input[type=file]')
    .last()
    .setInputFiles({ name: 'apres.jpg', mimeType: 'image/jpeg', buffer: await drawnJpeg(page) });
  await page.getByLabel('Note').fill('Enrobé posé, chaussée rouverte');
  await page.getByRole('button', { name: 'C’est fait' }).click();
  await expect.poll(async () => (await card(page, number)).state, { timeout: 30_000 }).toBe('RESOLVED');
}

async function card(page: Page, number: string): Promise<Published> {
  return (await (await page.request.get(`${city}/api/requests/${number}`)).json()) as Published;
}
