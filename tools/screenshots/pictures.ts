import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { OptionValues } from '../../src/playground/person-options.ts';
import type { Reply } from '../../src/playground/reply.ts';
import type { Studio } from './studio.ts';

/** A picture of a message: what Ada does before it is taken, and what it shows. */
interface Picture {
  readonly name: string;
  /** The bot's answer is shown. Without it, the channel's latest digest. */
  readonly act?: (studio: Studio) => Promise<Reply | undefined>;
  /** The widths at which it is taken; by default that of a desk alone. */
  readonly widths?: readonly Width[];
}

type Width = 'desk' | 'phone';

const deskAlone: readonly Width[] = ['desk'];

const run =
  (line: string, values: OptionValues = {}) =>
  async ({ stage }: Studio) =>
    (await stage.world.ada.run(line, values)).answered(20_000);

const pictures: readonly Picture[] = [
  { name: 'digest-cards', widths: ['desk', 'phone'] },
  { name: 'subscribe', act: run('/subscribe', { topic: 'diffusion OR "flow matching"' }), widths: ['desk', 'phone'] },
  { name: 'search', act: run('/papers search', { query: 'language model' }) },
  { name: 'similar', act: run('/papers similar', { paper: '2606.91200' }) },
  { name: 'trending', act: run('/papers trending') },
  { name: 'stats', act: run('/papers stats', { topic: 'model' }), widths: ['desk', 'phone'] },
  { name: 'cite', act: run('/papers cite', { id: '2606.91200', format: 'bibtex' }) },
  { name: 'saved', act: saveAndList, widths: ['phone'] },
  { name: 'help', act: run('/papers help'), widths: ['phone'] },
  { name: 'settings', act: run('/digest settings'), widths: ['desk', 'phone'] },
  { name: 'settings-change', act: changeUpvotes, widths: ['phone'] },
  { name: 'status', act: run('/digest status') },
  { name: 'why', act: run('/digest why', { paper: '2606.91215' }) },
  { name: 'digest-list', act: passToList, widths: ['desk', 'phone'] },
];

/** Two papers are put on the reading list by the menu of the digest, and the list is shown. */
async function saveAndList({ stage }: Studio): Promise<Reply> {
  const { ada } = stage.world;
  for (const paper of ['2606.91215', '2606.91200']) {
    const card = (await ada.run('/papers show', { paper })).answered(20_000);
    await ada.choose(await card, 'Paper actions…', 'Save');
  }
  return await (await ada.run('/papers saved')).answered(20_000);
}

/** A change of the settings is shown, and not saved yet. */
async function changeUpvotes({ stage }: Studio): Promise<Reply> {
  const { ada } = stage.world;
  const panel = await (await ada.run('/digest settings')).answered(20_000);
  const menu = await (await ada.choose(panel, 'Change a setting…', 'Upvotes')).answered(20_000);
  return await (await ada.choose(menu, 'Upvotes', '10 upvotes or more')).answered(20_000);
}

/** The next day's digest comes as a list. */
async function passToList({ stage }: Studio): Promise<undefined> {
  await stage.world.ada.run('/digest settings', { layout: 'list' });
  await stage.pass('tomorrow');
}

const widths: Readonly<Record<Width, number>> = { desk: 680, phone: 390 };
/** The height of a screen that shows the longest message, and how much of a message a picture shows, in CSS pixels. */
const heights = { screen: 6_000, picture: 1_000 };

export interface PictureOptions {
  readonly folder: string;
  /** The path of Chromium. */
  readonly chromium: string;
}

/** Takes the pictures, and tells the path of each. The clock stands still, and the font comes from a package. */
export async function* takePictures(studio: Studio, options: PictureOptions): AsyncGenerator<string> {
  const { folder, chromium: executablePath } = options;
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    yield await takePage(browser, studio, join(folder, 'page.png'));
    for (const { name, act, widths: taken = deskAlone } of pictures) {
      const id = (await act?.(studio))?.message?.id;
      for (const place of taken) {
        const path = join(folder, `${name}${place === 'phone' ? '-phone' : ''}.png`);
        yield await takeMessage(browser, studio, { id, width: widths[place], path });
      }
    }
  } finally {
    await browser.close();
  }
}

const look = { colorScheme: 'dark', timezoneId: 'UTC', deviceScaleFactor: 1.5 } as const;

async function takePage(browser: Browser, { url }: Studio, path: string): Promise<string> {
  await using page = await browser.newPage({ ...look, viewport: { width: 1280, height: 860 } });
  await page.goto(url);
  await page.locator('.inside .rows .sent').waitFor();
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path, animations: 'disabled' });
  return path;
}

interface MessageShot {
  readonly id: string | undefined;
  readonly width: number;
  readonly path: string;
}

async function takeMessage(browser: Browser, { url }: Studio, { id, width, path }: MessageShot): Promise<string> {
  await using page = await browser.newPage({ ...look, viewport: { width, height: heights.screen } });
  await page.goto(url);
  const message = id === undefined ? digestOf(page) : page.locator(`#message-${id}`);
  await message.waitFor();
  await page.evaluate('document.fonts.ready');
  await message.scrollIntoViewIfNeeded();
  // The browser does not load pictures that are far from the screen, so only those of the message are waited for.
  await message.evaluate("(node) => Promise.all([...node.querySelectorAll('img')].map((image) => image.decode()))");
  const box = await message.boundingBox();
  if (box === null) throw new Error(`there is no message for ${path}`);
  const clip = { ...box, height: Math.min(box.height, heights.picture) };
  await page.screenshot({ path, clip, animations: 'disabled' });
  return path;
}

/** The first part of the latest digest. */
const digestOf = (page: Page): Locator =>
  page.locator('.message', { has: page.getByRole('heading', { name: /^Papers for/ }) }).last();
