import Connection from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BotUnderTest, startBot } from '../support/bot.ts';

let bot: BotUnderTest;
let other: Connection.Database;
beforeEach(async () => {
  bot = await startBot({ deferAfterMs: 1_000 });
  other = new Connection(bot.databasePath);
  other.exec('begin immediate');
});
afterEach(async () => {
  expect(bot.discord.violations).toEqual([]);
  other.close();
  await bot[Symbol.asyncDispose]();
});

const topics = async () => (await bot.store.subscriptions(bot.guildId)).map(({ topic }) => topic);

it('says within three seconds that another program holds the database', async () => {
  const startedAt = performance.now();
  const reply = await bot.manager.run('/subscribe', { topic: 'graphs' });
  const { content } = await reply.answered();
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  expect(content).toContain('another program on my machine is using my database. Try again in a minute');
  other.exec('rollback');
  const next = await bot.manager.run('/subscribe', { topic: 'graphs' });
  expect((await next.answered()).buttons).toContain('Subscribe');
});

it('waits for a program that writes for a moment, and answers everybody else meanwhile', async () => {
  const asked = bot.manager.run('/subscribe', { topic: 'graphs' });
  const reader = bot.person({ name: 'reader' });
  expect((await reader.run('/papers help')).content).toContain('Paperboy');
  other.exec('rollback');
  const preview = await (await asked).answered();
  other.exec('begin immediate');
  const pressed = bot.manager.press(preview, 'Subscribe');
  expect(await bot.manager.complete('/subscribe', 'topic', 'graph')).not.toEqual([]);
  other.exec('rollback');
  await pressed;
  await bot.router.whenIdle();
  expect(await topics()).toEqual(['graphs']);
});
