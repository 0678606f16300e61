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
  /** Whether it is taken at the width of a phone, too. */
  readonly hasPhone?: true;
}

const run =
  (line: string, values: OptionValues = {}) =>
  async ({ stage }: Studio) =>
    (await stage.world.ada.run(line, values)).answered(20_000);

const pictures: readonly Picture[] = [
  { name: 'digest-cards', hasPhone: true },
  { name: 'subscribe', act: run('/subscribe', { topic: 'diffusion OR "flow matching"' }), hasPhone: true },
  { name: 'search', act: run('/papers search', { query: 'language model' }) },
  { name: 'similar', act: run('/papers similar', { paper: '2606.91200' }) },
  { name: 'trending', act: run('/papers trending') },
  { name: 'stats', act: run('/papers stats', { topic: 'model' }), hasPhone: true },
  { name: 'cite', act: run('/papers cite', { id: '2606.91200', format: 'bibtex' }) },
  { name: 'settings', act: run('/digest settings') },
  { name: 'status', act: run('/digest status') },
  { name: 'why', act: run('/digest why', { paper: '2606.91215' }) },
  { name: 'digest-list', act: passToList, hasPhone: true },
];

/** The next day's digest comes as a list. */
async function passToList({ stage }: Studio): Promise<undefined> {
  await stage.world.ada.run('/digest settings', { layout: 'list' });
  await stage.pass('tomorrow');
}

const widths = { desk: 680, phone: 390 };
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
    for (const { name, act, hasPhone } of pictures) {
      const id = (await act?.(studio))?.message?.id;
      yield await takeMessage(browser, studio, { id, width: widths.desk, path: join(folder, `${name}.png`) });
      if (!hasPhone) continue;
      yield await takeMessage(browser, studio, { id, width: widths.phone, path: join(folder, `${name}-phone.png`) });
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
  await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
  await message.scrollIntoViewIfNeeded();
  const box = await message.boundingBox();
  if (box === null) throw new Error(`there is no message for ${path}`);
  const clip = { ...box, height: Math.min(box.height, heights.picture) };
  await page.screenshot({ path, clip, animations: 'disabled' });
  return path;
}

/** The first part of the latest digest. */
const digestOf = (page: Page): Locator =>
  page.locator('.message', { has: page.getByRole('heading', { name: /^Papers for/ }) }).last();
