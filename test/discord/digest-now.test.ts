import { afterEach, beforeEach, expect, it } from 'vitest';
import { hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';

/** The timeout of a message without an answer. */
const timeoutMs = 4_000;

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBot({ timeoutMs });
});
afterEach(() => bot[Symbol.asyncDispose]());

const postsTo = (channelId: string) => ({ method: 'POST', path: new RegExp(`/channels/${channelId}/messages$`) });
const digestNow = async (channel = bot.channelId) => (await bot.manager.run('/digest now', { channel })).content;

it('waits only for its own channel, however many others are slow', async () => {
  const names = Array.from({ length: 70 }, (_, index) => `slow-${index + 1}`);
  const { channelIds } = bot.discord.world.createGuild({ name: 'The slow ones', channels: names });
  for (const channelId of channelIds) {
    await bot.subscribe('diffusion', channelId);
    bot.discord.faults.add({ kind: 'hang', ...postsTo(channelId) });
  }
  await bot.announce(inventPapers(2, 'diffusion'));
  bot.pass(2 * hourMs);
  const waking = bot.wake();
  const requests = () =>
    bot.discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
  await expect.poll(() => requests().length, { timeout: timeoutMs }).toBeGreaterThanOrEqual(40);
  await bot.subscribe('invented');
  bot.pass(60_000);
  await bot.announce(inventPapers(3, 'late').slice(2));
  const startedAt = performance.now();
  expect(await digestNow()).toContain(`Done: 1 paper posted in <#${bot.channelId}>, in 1 message.`);
  expect(performance.now() - startedAt).toBeLessThan(timeoutMs - 1_000);
  // The remaining messages need not hang too.
  bot.discord.faults.clear();
  await waking;
}, 30_000);

it('says when it tries again after Discord did not accept a message', async () => {
  await bot.subscribe('diffusion');
  await bot.announce(inventPapers(2, 'diffusion'));
  bot.discord.faults.add({ kind: 'unavailable', ...postsTo(bot.channelId) });
  const soon = Math.floor((bot.now() + 5_000) / 1_000);
  const said = `is not complete yet: Discord answered 503. I try again <t:${soon}:R>. You need not run this again.`;
  expect(await digestNow()).toContain(said);
  expect(await digestNow()).toContain(said);
  bot.pass(5_000);
  expect(await digestNow()).toContain('Done: the rest of the digest posted');
});

it('says when the whole bot has to wait', async () => {
  await bot.subscribe('diffusion');
  await bot.announce(inventPapers(2, 'diffusion'));
  bot.discord.faults.add({ kind: 'cloudflare', ...postsTo(bot.channelId) });
  const said = `Discord asked me to wait. I try again <t:${Math.floor((bot.now() + 60_000) / 1_000)}:R>`;
  expect(await digestNow()).toContain(said);
});

it('says that a message could not be posted', async () => {
  await bot.subscribe('diffusion');
  await bot.announce(inventPapers(2, 'diffusion'));
  const refused = { kind: 'refused', status: 400, code: 240_000, ...postsTo(bot.channelId) } as const;
  bot.discord.faults.add({ ...refused, times: 4 });
  const said = `0 of 1 message of the digest of Friday 12 June 2026 came to <#${bot.channelId}>. The rest could not be posted: Discord`;
  expect(await digestNow()).toContain(said);
  expect(await digestNow()).toContain(said);
});
