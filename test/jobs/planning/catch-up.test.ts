import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { upcomingPapers } from '../../../src/jobs/upcoming-papers.ts';
import { dayMs, hourMs } from '../../../src/time.ts';
import { type BotUnderTest, startBot } from '../../support/bot.ts';
import { inventPaper } from '../../support/invented-papers.ts';

let bot: BotUnderTest;
let other: string;
beforeEach(async () => {
  bot = await startBot();
  other = [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';
  await bot.subscribe('kraken');
  await bot.subscribe('kraken', other);
});
afterEach(async () => {
  expect(bot.discord.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
});

/** Changes the database directly, which otherwise takes a long time. */
function change(sql: string): void {
  using db = disposable(new Database(bot.databasePath));
  db.exec(sql);
}

const disposable = (db: Database.Database) => Object.assign(db, { [Symbol.dispose]: () => void db.close() });

/** Adds news papers, none of which matches. */
const passOver = (papers: number) => change(`update sqlite_sequence set seq = seq + ${papers} where name = 'news'`);

let numbered = 0;
async function liveADay(): Promise<void> {
  numbered += 1;
  await bot.announce([inventPaper({ id: `2606.${90_000 + numbered}`, title: `Kraken ${numbered}` })]);
  bot.pass(dayMs);
  await bot.wake();
}

const texts = (channelId: string) => bot.discord.messages(channelId).map(({ content }) => content);
const titles = (channelId: string) =>
  bot.discord.messages(channelId).flatMap(({ embeds }) => embeds.map(({ title = '' }) => title));

const planned = () =>
  bot.log.lines.filter(({ event }) => event === 'digest.planned').map(({ channelId }) => String(channelId));

/** Forbids or allows the bot to post in the channel. */
const setPosting = (isAllowed: boolean) =>
  bot.discord.world.setOverwrite(bot.channelId, isAllowed ? {} : { deny: ['SendMessages'] });

it('a channel that was blocked long gets recent papers and a count of the rest, and delays no other channel', async () => {
  numbered = 0;
  await liveADay();
  setPosting(false);
  await liveADay();
  expect((await bot.store.channel(bot.channelId))?.blockedReason).not.toBeNull();
  await liveADay();
  await liveADay();
  passOver(20_000);
  await liveADay();
  setPosting(true);
  await bot.store.unblockChannel(bot.channelId, bot.now());
  bot.log.lines.length = 0;
  await liveADay();
  await bot.wake();
  expect(planned()).toEqual([other, bot.channelId]);
  expect(titles(other)).toEqual([1, 2, 3, 4, 5, 6].map((number) => expect.stringContaining(`${number}`)));
  // The second digest was frozen before the block was found, so it comes first.
  expect(titles(bot.channelId).map((title) => title.replace(/\D/g, ''))).toEqual(['1', '2', '6', '5']);
  expect(texts(bot.channelId).at(-1)).toContain('2 older papers were skipped: `/papers search` finds them.');
  expect(texts(other).join()).not.toContain('skipped');
});

it('a channel whose pause ends catches up after all other digests', async () => {
  numbered = 0;
  await bot.store.pauseChannel(bot.channelId, bot.now(), bot.now() + 4 * dayMs + hourMs);
  for (let days = 0; days < 4; days++) await liveADay();
  bot.log.lines.length = 0;
  await liveADay();
  expect(planned()).toEqual([other, bot.channelId]);
  expect(titles(bot.channelId)).toHaveLength(3);
});

it('a channel whose topic cannot be read does not hide the papers of other channels', async () => {
  await bot.announce([inventPaper({ id: '2606.90001', title: 'Kraken' })]);
  change(`update subscriptions set topic = 'oldfield:squid (' where channel_id = '${bot.channelId}'`);
  const upcoming = await upcomingPapers({ store: bot.store, clock: bot.now }, new AbortController().signal);
  expect(upcoming).toEqual(['2606.90001']);
});
