import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desk, expectAccessible, hasChromium, phone, skipped, type Visitor, visit } from './browser.ts';
import { type DemoPage, startDemoPage } from './demo-page.ts';

const channel = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Servers and channels' })
    .getByRole('button', { name: new RegExp(`\\b${name}`) });
const lastMessage = (page: Page) => page.locator('.message').last();
const box = (page: Page) => page.locator('#message-box');
const patient = { timeout: 60_000 };
/** Deliveries of the outbox that Discord does not have yet. */
const unsent = '.rows .retry, .rows .sending, .rows .planned';

/** Opens a command by its first letters, as one does in Discord. */
async function typeCommand(page: Page, name: string): Promise<void> {
  await box(page).fill(`/${name}`);
  await page
    .getByRole('option', { name: `/${name}` })
    .first()
    .click();
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send' }).click();
  const outcome = async () => (await box(page).isVisible()) || (await page.getByRole('alert').allTextContents()).join();
  await expect.poll(outcome, { timeout: 60_000, interval: 100 }).toBe(true);
}

describe.skipIf(!hasChromium)(`a visitor of the demo’s page ${skipped}`, { timeout: 240_000 }, () => {
  let demo: DemoPage;
  let visitor: Visitor;
  beforeAll(async () => {
    demo = await startDemoPage();
    demo.stage.run();
  });
  afterAll(async () => {
    await demo[Symbol.asyncDispose]();
  });

  test.each([
    ['on a desk', desk],
    ['on a phone', phone],
  ])('reads the first digest %s', async (_where, viewport) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await using reader = await visit(demo.page.url, { viewport, colorScheme });
      await lastMessage(reader.page).locator('.embed').nth(9).waitFor(patient);
      await expectAccessible(reader.page);
      const overflow = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
      expect(await reader.page.evaluate(overflow)).toBe(false);
      expect(reader.problems).toEqual([]);
    }
  });

  test('subscribes a channel, lets its digest come, changes its settings, and sees Discord recover', async () => {
    visitor = await visit(demo.page.url);
    const { page, problems } = visitor;
    await channel(page, 'nlp').click();

    await typeCommand(page, 'subscribe');
    const topic = page.getByRole('combobox', { name: 'topic' });
    await topic.pressSequentially('quantum');
    await page
      .getByRole('option', { name: /quantum/i })
      .first()
      .waitFor(patient);
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await topic.inputValue()).toMatch(/quant/);
    await expectAccessible(page);
    await send(page);
    const preview = lastMessage(page);
    await preview.getByText('Only you can see this').waitFor(patient);
    await expectAccessible(page);

    await preview.getByRole('button', { name: 'Edit' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox').fill('cat:quant-ph OR "quantum error"');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Submit' }).click();
    // The first preview names papers on quantum errors, too, and its buttons are about to go.
    await page.locator('.message').getByText('cat:quant-ph').first().waitFor(patient);
    await page.locator('.message').getByRole('button', { name: 'Subscribe' }).click();
    await page.getByText('@Ada subscribed this channel').waitFor(patient);

    await page.getByRole('button', { name: 'Next digest now' }).click();
    await page.locator('.embed-title', { hasText: 'Quantum' }).first().waitFor(patient);
    await page
      .getByRole('heading', { name: /^Papers for/ })
      .last()
      .waitFor();

    await typeCommand(page, 'digest settings');
    await send(page);
    await lastMessage(page).getByText('Only you can see this').waitFor(patient);
    await expectAccessible(page);

    await page.getByRole('switch', { name: 'Discord is down' }).click();
    await page.getByRole('button', { name: 'Tomorrow morning' }).click();
    await page.locator(unsent).first().waitFor(patient);
    const before = await page.locator('.embed').count();
    await page.getByRole('switch', { name: 'Discord is down' }).click();
    await expect.poll(() => page.locator('.embed').count(), { timeout: 60_000, interval: 200 }).toBeGreaterThan(before);
    await expect.poll(() => page.locator(unsent).count(), { timeout: 60_000, interval: 200 }).toBe(0);

    expect(problems).toEqual([]);
    expect(demo.stage.discord.violations).toEqual([]);
    await visitor[Symbol.asyncDispose]();
  });

  test('is a reader, who is offered only what readers may do', async () => {
    await using reader = await visit(demo.page.url);
    const { page } = reader;
    const offered = async () => {
      await box(page).fill('/');
      return (await page.locator('.suggestions .option').allTextContents()).join(' ');
    };
    expect(await offered()).toContain('/subscribe');
    await page.getByLabel('You are').selectOption({ label: 'Ben, a reader' });
    await expect.poll(offered).not.toContain('/subscribe');
    expect(await offered()).toContain('/papers search');
    await channel(page, 'house-rules').click();
    await page.getByPlaceholder('You may not write here').waitFor();
    expect(reader.problems).toEqual([]);
  });

  test('kills the bot, which continues where it was', async () => {
    await using one = await visit(demo.page.url);
    const { page } = one;
    const digests = page.getByRole('heading', { name: /^Papers for/ });
    await digests.first().waitFor(patient);
    const before = await digests.count();
    const kill = page.getByRole('switch', { name: 'The bot is killed' });
    await kill.click();
    await expect.poll(() => kill.getAttribute('aria-checked')).toBe('true');
    await page.getByRole('button', { name: 'Tomorrow morning' }).click();
    await page.getByText('Time passes…').waitFor({ state: 'hidden' });
    expect(await digests.count()).toBe(before);
    await kill.click();
    await expect.poll(() => digests.count(), { timeout: 60_000, interval: 200 }).toBe(before + 1);
    expect(one.problems).toEqual([]);
  });
});
