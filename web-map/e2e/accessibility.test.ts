import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { closeOthers, launch, photograph } from './browser';
import { Look, READERS, signIn } from './look';
import { account, city, url } from './service';

/** Where two sectors of the demo city meet, as latitude and longitude. */
const EDGE = '47.36117, 2.92337';
const SPOT = { type: 'Point', coordinates: [2.9012, 47.3521] };

let browser: Browser;
let tracking: string;

beforeAll(async () => {
  browser = await launch();
  tracking = await reported();
});
beforeEach(() => closeOthers(browser));
afterAll(() => browser.close());

test.each(READERS)('everyone can use the pages on $name', async (reader) => {
  onTestFailed(() => photograph(browser));
  const look = new Look(browser);
  await Promise.all([
    public_(await look.as('public', reader), look),
    desk(await look.as('desk', reader), look),
    field(await look.as('field', reader), look),
    sectors(await look.as('sectors', reader), look),
    settings(await look.as('settings', reader), look),
    rules(await look.as('rules', reader), look),
  ]);
  expect(look.found).toEqual([]);
});

async function public_(page: Page, look: Look): Promise<void> {
  await page.goto(`${city}/`);
  await page.locator('.row[id]').first().waitFor();
  await look.at(page, 'public list');
  await page.locator('.row[id]').first().click();
  await page.locator('.card .timeline').waitFor();
  await look.at(page, 'card');
  await page.locator('.card__close').click();
  await page.getByRole('button', { name: /^(Suivre|Follow)$/ }).click();
  await page.locator('.watch__map .leaflet-pane').first().waitFor({ state: 'attached' });
  await look.at(page, 'follow');
  await page.keyboard.press('Escape');
  await promises(page, look);
  await page.locator('.report-bar .btn--primary').click();
  await page.locator('.report--photo').waitFor();
  await look.at(page, 'report, photo');
  await page.locator('button.way').click();
  await page.locator('.report--where').waitFor();
  await look.at(page, 'report, where');
  await page.locator('.report__foot .btn--primary').click();
  await page.locator('.report--what textarea').fill('Gros nid-de-poule devant la boulangerie');
  await page.locator('.chosen').waitFor();
  await look.at(page, 'report, what');
  await page.locator('.danger .chip').last().click();
  await page.locator('.call-first').waitFor();
  await look.at(page, 'report, danger');
  await page.locator('.report__foot .btn--primary').click();
  await page.locator('.report--review .promise').waitFor();
  await look.at(page, 'report, review');
  await page.goto(tracking);
  await page.locator('.track__hero').waitFor();
  await look.at(page, 'tracking');
}

/** Below the list, or in the menu of a phone. */
async function promises(page: Page, look: Look): Promise<void> {
  const link = page.getByRole('button', { name: /^(Nos engagements|Our promises)$/ });
  if (!(await link.isVisible())) await page.getByRole('button', { name: 'Menu' }).click();
  await link.click();
  await page.locator('.promises__table').waitFor();
  await look.at(page, 'promises');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function desk(page: Page, look: Look): Promise<void> {
  await page.goto(`${city}/desk`);
  await page.locator('input[type=password]').waitFor();
  await look.at(page, 'desk, sign-in');
  await signIn(page, account(/^dispatch /));
  await page.locator('.row').first().waitFor();
  await look.at(page, 'desk');
  await page.locator('.row').first().click();
  await page.locator('.acts').waitFor();
  await look.at(page, 'desk, request');
  await page.keyboard.press('a');
  await page.locator('.pop').waitFor();
  await look.at(page, 'desk, assignment');
  await page.keyboard.press('Escape');
  await page.locator('.pop').waitFor({ state: 'detached' });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('n');
  await page.locator('#call-where').fill('12 rue');
  await page.locator('.proposals').waitFor();
  await look.at(page, 'desk, call');
  await page.locator('#call-where').fill(EDGE);
  await page.locator('#call-words').fill('nid de poule');
  await page.locator('.edge__pick').waitFor();
  await page.locator('.danger .chip').last().click();
  await page.locator('.pane--aside .why').waitFor({ state: 'attached' });
  await look.at(page, 'desk, call near an edge');
}

async function field(page: Page, look: Look): Promise<void> {
  await page.goto(`${city}/field`);
  await page.locator('input[type=password]').waitFor();
  await look.at(page, 'field, sign-in');
  await signIn(page, account(/equipe E1/));
  await page.locator('a.job__link').first().waitFor();
  await look.at(page, 'field list');
  await page.locator('a.job__link').first().click();
  await page.locator('.job-page').waitFor();
  await look.at(page, 'field, job');
  await page.goto(`${city}/field#report`);
  await page.locator('.categories label').first().waitFor();
  await page.locator('.categories label').nth(1).click();
  await page.locator('.destination .chip').last().click();
  await page.locator('.destination__call').waitFor();
  await look.at(page, 'field, report');
}

async function sectors(page: Page, look: Look): Promise<void> {
  await page.goto(`${city}/desk#sectors`);
  await page.locator('input[type=password]').waitFor();
  await signIn(page, account(/^admin /));
  await page.locator('.version').first().waitFor();
  await look.at(page, 'sectors');
  await page.locator('.pane--draft .pane__scroll > .btn').first().click();
  await page.locator('.newdraft input').fill('Essai');
  await page.locator('.newdraft .btn').first().click();
  await page.locator('.flows__all').waitFor();
  await page.locator('.tiles').waitFor();
  await look.at(page, 'sectors, draft');
  for (const tool of ['point', 'claim', 'merge', 'import']) {
    await page.locator(`.toolbar [data-tool=${tool}]`).click();
    await page.locator('.toolcard').waitFor();
    await look.at(page, `sectors, ${tool}`);
  }
  await page.locator('.bar__nav a[href="#review"]').click();
  await page.locator('[data-figure=received]').waitFor();
  await look.at(page, 'review');
  await page.locator('.bar__search input').fill('lampadaire');
  await page.locator('.search__option').last().click();
  await page.locator('.archive__line').first().waitFor();
  await look.at(page, 'history');
}

async function settings(page: Page, look: Look): Promise<void> {
  await page.goto(`${city}/desk#settings`);
  await page.locator('input[type=password]').waitFor();
  await signIn(page, account(/^admin /));
  await page.locator('.month__day:not(:disabled)').last().click();
  await look.at(page, 'settings, a day');
  await page.locator('.settings__card .week + p + .btn').click();
  await look.at(page, 'settings, hours');
  for (const section of ['promises', 'ladders', 'reminders', 'letters', 'modules']) {
    await page.locator(`.settings__nav a[href$=${section}]`).click();
    await page.locator('.settings__card').first().waitFor();
    if (section === 'ladders') await page.locator('[data-commitment=RESOLVE] .btn').click();
    await look.at(page, `settings, ${section}`);
  }
  for (const section of ['teams', 'coverage', 'oncall', 'shifts', 'absences', 'skills']) {
    await page.goto(`${city}/desk#teams/${section}`);
    await page.locator(`.settings__nav [aria-current][href$=${section}]`).waitFor();
    await page.locator('.skeleton').waitFor({ state: 'detached' });
    await look.at(page, `teams, ${section}`);
  }
  await where(page, look);
}

async function where(page: Page, look: Look): Promise<void> {
  await page.locator('.bar__nav a[href="#where"]').click();
  await page.locator('.where__list').first().waitFor();
  await page.locator('.settings__section > .btn').first().click();
  await page.locator('.where__ground select').selectOption('AREA');
  await page.locator('.where__map .leaflet-pane').first().waitFor({ state: 'attached' });
  await page.locator('.where__typed summary').first().click();
  await look.at(page, 'where, a message');
  for (const section of ['offers', 'competences', 'priorities']) {
    await page.locator(`.settings__nav a[href$=${section}]`).click();
    await page.locator('.settings__card').first().waitFor();
    if (section === 'priorities') await page.locator('.where__grid').waitFor();
    await look.at(page, `where, ${section}`);
  }
}

async function rules(page: Page, look: Look): Promise<void> {
  await page.goto(`${city}/desk#rules`);
  await page.locator('input[type=password]').waitFor();
  await signIn(page, account(/^admin /));
  await page.locator('.ruleview__sentence').waitFor();
  await look.at(page, 'rules');
  await page.locator('.ruleform__acts .btn').last().click();
  await page.locator('.group .leaf').first().waitFor();
  await page.locator('.dryrun select').first().selectOption('nid-de-poule');
  await page.locator('.dryrun form > .btn').click();
  await page.locator('.dryrun .trial__table').waitFor();
  await look.at(page, 'rules, written');
}

/** A request of one's own, for the page that only its reporter has the link to. */
async function reported(): Promise<string> {
  const context = await browser.newContext();
  const session = (await (await context.request.get(`${city}/api/session`)).json()) as { csrfToken: string };
  const answer = await context.request.post(`${city}/api/requests`, {
    headers: { 'X-CSRF-Token': session.csrfToken, 'Idempotency-Key': randomUUID() },
    data: { category: 'nid-de-poule', position: SPOT, locationSource: 'PIN', description: 'Trou profond' },
  });
  expect(answer.status()).toBe(201);
  const { trackingUrl } = (await answer.json()) as { trackingUrl: string };
  await context.close();
  return new URL(trackingUrl, url).href;
}
