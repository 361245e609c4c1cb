import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, person, PHONE, type Person } from './browser';

/** Run by the browser's own debugger, which the content security policy does not bind. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/**
 * Without the markers: their place is essential (WCAG 2.5.8), what is close is clustered and listed, and hundreds of rings
 * take long. As text, because this file knows nothing of the page's globals.
 */
const LOOK = `(async () => {
  const panes = [...document.querySelectorAll('.leaflet-marker-pane')].map((pane) => [pane, pane.parentNode]);
  for (const [pane] of panes) pane.remove();
  const how = { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'], preload: false };
  const { violations } = await axe.run(how);
  for (const [pane, parent] of panes) parent.append(pane);
  return violations;
})()`;
interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: string[]; failureSummary: string }[];
}

/** Every width meets every language and every theme once. */
export const READERS = [
  { name: 'a phone, in French, by day', viewport: PHONE, locale: 'fr-FR', colorScheme: 'light' },
  { name: 'a phone, in English, by night', viewport: PHONE, locale: 'en-GB', colorScheme: 'dark' },
  { name: 'a desk, in French, by night', viewport: DESKTOP, locale: 'fr-FR', colorScheme: 'dark' },
  { name: 'a desk, in English, by day', viewport: DESKTOP, locale: 'en-GB', colorScheme: 'light' },
] as const;

/** Collects what is wrong with what one reader sees, everything at once. */
export class Look {
  readonly found: string[] = [];

  constructor(private readonly browser: Browser) {}

  async as(who: string, reader: Person): Promise<Page> {
    // six pages whose late rings pulse take more time to draw than to look at
    const still = { ...reader, reducedMotion: 'reduce' } as const;
    const { page, context } = await person(this.browser, reader.viewport, this.found, still);
    page.on('console', (message) => {
      if (message.type() === 'error') this.found.push(`${who}: ${message.text()} ${message.location().url}`);
    });
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ longitude: 2.9012, latitude: 47.3521 });
    return page;
  }

  async at(page: Page, state: string): Promise<void> {
    await settled(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) this.found.push(`${state}: scrolls sideways by ${overflow} px`);
    const nameless = await page.locator('.leaflet-marker-pane button:not([aria-label])').count();
    if (nameless > 0) this.found.push(`${state}: ${nameless} markers without a name`);
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
    const violations = (await page.evaluate(LOOK)) as Violation[];
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        this.found.push(
          ...nodes
            .slice(0, 4)
            .map(({ target, failureSummary }) => `${state}: ${id} at ${target.join(' ')}: ${failureSummary}`),
        );
  }
}

/** Colours in the middle of a transition would be judged by chance. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  );
}

export async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.locator('input[type=email]').fill(who.email);
  await page.locator('input[type=password]').fill(who.password);
  await page.locator('button[type=submit]').click();
}
