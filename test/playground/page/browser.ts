import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const executablePath = places.find((place) => existsSync(place));

/** Whether the tests in a browser can run. */
export const hasChromium = executablePath !== undefined;
export const skipped = hasChromium ? '' : '(skipped: Chromium is not installed; on Debian: apt-get install chromium)';

export const phone = { width: 390, height: 844 };
export const desk = { width: 1280, height: 900 };

let browser: Promise<Browser> | undefined;
afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** A visitor: an open page, and what went wrong on it. */
export interface Visitor extends AsyncDisposable {
  readonly page: Page;
  /** Errors and warnings of the console, failed requests, and requests that left this machine. */
  readonly problems: string[];
}

/** Opens an address in headless Chromium. Root needs --no-sandbox, which is how CI runs. */
export async function visit(url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  browser ??= chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
  const context = await (await browser).newContext({ viewport: desk, timezoneId: 'UTC', ...options });
  context.setDefaultTimeout(60_000); // A busy machine is slow.
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) problems.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, problems, [Symbol.asyncDispose]: () => context.close() };
}

/** Fails if axe finds something serious for people who use a keyboard or a screen reader. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`)).toEqual(
    [],
  );
}
