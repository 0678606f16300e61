import { expect, it } from 'vitest';
import type { Reply } from '../../src/playground/reply.ts';
import { hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});
const posts = { method: 'POST', path: /\/messages$/ } as const;
/** The digest's messages, without the lines about subscriptions. */
const parts = () => bot.discord.messages(bot.channelId).filter(({ embeds }) => embeds.length > 0);
const unsubscribe = (subscription = 'diffusion'): Promise<Reply> => bot.manager.run('/unsubscribe', { subscription });

/** A digest of two messages is due while Discord is down. */
async function beginDigest(): Promise<void> {
  await bot.manager.run('/digest settings', { max: 12 });
  await bot.subscribe('diffusion');
  await bot.announce(inventPapers(12, 'diffusion'));
  bot.pass(2 * hourMs);
  bot.discord.faults.add({ kind: 'unavailable', ...posts });
  await bot.wake();
}

it('unsubscribing the last topic stops a digest that is not sent yet, and says so', async () => {
  await beginDigest();
  expect(parts()).toEqual([]);
  const { content } = await unsubscribe();
  expect(content).toContain('it gets no more digests. 2 messages that I had not sent yet are withdrawn; *Undo* sends');
  bot.pass(hourMs);
  await bot.wake();
  expect(parts()).toEqual([]);
  const why = await bot.manager.run('/digest why', { paper: '2606.00001' });
  expect(why.content).toContain('which was withdrawn: the channel’s last subscription was removed');
  expect((await bot.manager.run('/digest status')).content).toContain('Friday 12 June 2026: **withdrawn**');
});

it('Undo sends it, once', async () => {
  await beginDigest();
  await bot.manager.press(await unsubscribe(), 'Undo');
  bot.pass(hourMs);
  await bot.wake();
  expect(parts()).toHaveLength(2);
  const ids = parts().flatMap(({ embeds }) => embeds.map(({ url }) => url));
  expect(new Set(ids).size).toBe(12);
});

it('unsubscribing one of several topics does not change a planned digest', async () => {
  await beginDigest();
  await bot.subscribe('robots');
  expect((await unsubscribe()).content).not.toContain('withdrawn');
  bot.pass(hourMs);
  await bot.wake();
  expect(parts()).toHaveLength(2);
});

it('subscribing again does not bring the withdrawn digest back', async () => {
  await beginDigest();
  await unsubscribe();
  await bot.subscribe('diffusion');
  bot.pass(hourMs);
  await bot.wake();
  expect(parts()).toEqual([]);
});

it('Undo is not said to send what nothing can send: the channel is blocked', async () => {
  await bot.subscribe('diffusion');
  await bot.announce(inventPapers(1, 'diffusion'));
  bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: ['SendMessages'] });
  bot.pass(2 * hourMs);
  await bot.wake();
  const { content } = await unsubscribe();
  expect(content).toContain('1 message that I had not sent yet is withdrawn.');
  expect(content).not.toContain('sends');
});
