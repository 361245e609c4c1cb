import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const PHONE = { width: 360, height: 780 };
export const DESKTOP = { width: 1440, height: 900 };

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.VIGIE_CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
}

/** How somebody looks at a page. */
export interface Person {
  viewport: { width: number; height: number };
  locale: string;
  colorScheme: 'light' | 'dark';
  /** As most have it, unless said otherwise. */
  reducedMotion?: 'reduce';
}

/** A person with a browser of their own; what goes wrong in the page fails the test. */
export async function person(
  browser: Browser,
  viewport: { width: number; height: number },
  troubles: string[],
  { locale, colorScheme, reducedMotion }: Omit<Person, 'viewport'> = {
    locale: 'fr-FR',
    colorScheme: 'light',
  },
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    ...{ viewport, locale, colorScheme, timezoneId: 'Europe/Paris' },
    ...(reducedMotion && { reducedMotion }),
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) troubles.push(message.text());
  });
  return { context, page };
}

/** What the test before has left open would go on drawing and listening beside this one. */
export async function closeOthers(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map((context) => context.close()));
}

/** A JPEG that the browser itself draws: a grey street with a dark hole. */
export async function drawnJpeg(page: Page): Promise<Buffer> {
  const dataUrl = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 1200;
    canvas.height = 900;
    const pen = canvas.getContext('2d');
    if (!pen) return '';
    pen.fillStyle = '#8d8a86';
    pen.fillRect(0, 0, 1200, 900);
    pen.fillStyle = '#2b2926';
    pen.beginPath();
    pen.ellipse(600, 520, 320, 150, 0.1, 0, Math.PI * 2);
    pen.fill();
    return canvas.toDataURL('image/jpeg', 0.9);
  });
  return Buffer.from(dataUrl.split(',')[1] ?? '', 'base64');
}

/** What every open page shows, into test-results: for whoever has to find out why a journey broke. */
export async function photograph(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: `test-results/page-${index + 1}.png` });
  }
}
