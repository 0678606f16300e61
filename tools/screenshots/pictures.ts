import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import type { OptionValues } from '../../src/playground/person-options.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { takeEmailPictures } from './email.ts';
import { greetNewServer, lobby, setUp } from './set-up.ts';
import type { Studio } from './studio.ts';

/** A picture of a message: what Ada does before it is taken, and what it shows. */
interface Picture {
  readonly name: string;
  /** The bot's answer is shown. Without it, the channel's latest digest. */
  readonly act?: (studio: Studio) => Promise<Pick<Reply, 'message'> | undefined>;
  /** The channel of the message, if it is not the first one. */
  readonly room?: string;
  /** The menu of the message that is open. The picture shows that and what is above it. */
  readonly menu?: string;
  /** How much of the message is shown, in CSS pixels, if it is not the usual height. */
  readonly height?: number;
  /** The widths at which it is taken; by default that of a desk alone. */
  readonly widths?: readonly Width[];
}

type Width = 'desk' | 'phone';

const deskAlone: readonly Width[] = ['desk'];
const phoneAlone: readonly Width[] = ['phone'];

const run =
  (line: string, values: OptionValues = {}) =>
  async ({ stage }: Studio) =>
    (await stage.world.ada.run(line, values)).answered(20_000);

const pictures: readonly Picture[] = [
  { name: 'digest-cards', widths: ['desk', 'phone'] },
  { name: 'actions', menu: 'Paper actions…', widths: phoneAlone },
  { name: 'subscribe', act: run('/subscribe', { topic: 'diffusion OR "flow matching"' }), widths: ['desk', 'phone'] },
  { name: 'search', act: run('/papers search', { query: 'language model' }) },
  { name: 'similar', act: run('/papers similar', { paper: '2606.91200' }) },
  { name: 'trending', act: run('/papers trending') },
  { name: 'stats', act: run('/papers stats', { topic: 'model' }), widths: ['desk', 'phone'] },
  { name: 'cite', act: run('/papers cite', { id: '2606.91200', format: 'bibtex' }), widths: phoneAlone },
  { name: 'saved', act: saveAndList, widths: phoneAlone },
  { name: 'help', act: run('/papers help'), widths: phoneAlone },
  { name: 'settings', act: run('/digest settings'), widths: ['desk', 'phone'] },
  { name: 'settings-change', act: changeUpvotes, widths: phoneAlone },
  { name: 'status', act: run('/digest status') },
  { name: 'why', act: run('/digest why', { paper: '2606.91215' }) },
  { name: 'greeting', act: greetNewServer, room: lobby, widths: phoneAlone },
  { name: 'setup-channel', act: setUp.channel, room: lobby, widths: phoneAlone },
  { name: 'setup-topics', act: setUp.topics, room: lobby, widths: phoneAlone },
  { name: 'setup-time', act: setUp.time, room: lobby, widths: phoneAlone },
  { name: 'setup-preview', act: setUp.preview, room: lobby, widths: phoneAlone },
  { name: 'digest-list', act: passToOtherLayouts, widths: ['desk', 'phone'] },
  { name: 'digest-compact', room: 'nlp', height: 1_700, widths: phoneAlone },
  { name: 'digest-thread', room: 'physics', widths: phoneAlone },
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

/** The next day's digests come in the other layouts, one in each channel. */
async function passToOtherLayouts({ stage }: Studio): Promise<undefined> {
  const { ada } = stage.world;
  const channelNamed = (name: string) =>
    [...stage.discord.world.channels.values()].find((one) => one.name === name)?.id;
  const others = [
    { name: 'nlp', topic: '"language model" OR diffusion', layout: 'compact' },
    { name: 'physics', topic: 'cat:(cs.LG OR quant-ph)', layout: 'thread' },
  ];
  await ada.run('/digest settings', { layout: 'list' });
  for (const { name, topic, layout } of others) {
    const channel = channelNamed(name) ?? '';
    const preview = await (await ada.run('/subscribe', { topic, channel })).answered(20_000);
    await (await ada.press(preview, 'Subscribe')).answered(20_000);
    await (await ada.run('/digest settings', { layout, channel })).answered(20_000);
  }
  await stage.pass('tomorrow');
}

const widths: Readonly<Record<Width, number>> = { desk: 680, phone: 390 };
/** The height of a screen that shows the longest message, and how much of a message a picture shows, in CSS pixels. */
const heights = { screen: 6_000, picture: 1_000, aboveMenu: 300 };

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
    for (const picture of pictures) {
      const { name, act, widths: taken = deskAlone } = picture;
      const id = (await act?.(studio))?.message?.id;
      for (const place of taken) {
        const path = join(folder, `${name}${place === 'phone' ? '-phone' : ''}.png`);
        yield await takeMessage(browser, studio, { ...picture, id, width: widths[place], path });
      }
    }
    yield* takeEmailPictures(browser, folder);
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

interface MessageShot extends Picture {
  readonly id: string | undefined;
  readonly width: number;
  readonly path: string;
}

async function takeMessage(browser: Browser, { url }: Studio, shot: MessageShot): Promise<string> {
  const { id, width, path, room, menu, height = heights.picture } = shot;
  await using page = await browser.newPage({ ...look, viewport: { width, height: heights.screen } });
  await page.goto(url);
  if (room !== undefined) await openRoom(page, room);
  const message = id === undefined ? digestOf(page) : page.locator(`#message-${id}`);
  await message.waitFor();
  await page.evaluate('document.fonts.ready');
  await message.scrollIntoViewIfNeeded();
  // The browser does not load pictures that are far from the screen, so only those of the message are waited for.
  await message.evaluate("(node) => Promise.all([...node.querySelectorAll('img')].map((image) => image.decode()))");
  const clip = menu === undefined ? await startOf(message, height) : await openMenu(message, menu);
  await page.screenshot({ path, clip, animations: 'disabled' });
  return path;
}

/** Opens a channel. At these widths, the list of channels is behind a button. */
async function openRoom(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Servers and channels' }).click();
  const channels = page.getByRole('navigation', { name: 'Servers and channels' });
  await channels.getByRole('button').filter({ hasText: name }).first().click();
}

type Clip = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** The message from its beginning, up to a height. */
async function startOf(message: Locator, height: number): Promise<Clip> {
  const box = await boxOf(message);
  return { ...box, height: Math.min(box.height, height) };
}

/** The open menu of a message, with the end of the message above it. */
async function openMenu(message: Locator, label: string): Promise<Clip> {
  const button = message.getByRole('button', { name: label });
  await button.click();
  const [whole, closed, options] = [
    await boxOf(message),
    await boxOf(button),
    await boxOf(message.getByRole('listbox', { name: label })),
  ];
  const top = Math.min(closed.y, options.y) - heights.aboveMenu;
  return { ...whole, y: top, height: Math.max(closed.y + closed.height, options.y + options.height) + 8 - top };
}

async function boxOf(part: Locator): Promise<Clip> {
  const box = await part.boundingBox();
  if (box === null) throw new Error('a part of the page is not shown');
  return box;
}

/** The first part of the latest digest. */
const digestOf = (page: Page): Locator =>
  page.locator('.message', { has: page.getByRole('heading', { name: /^Papers for/ }) }).last();
