import { expect, it } from 'vitest';
import { dayMs } from '../../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../../support/bot.ts';
import { inventPaper, inventPapers } from '../../support/invented-papers.ts';
import { act, lastMessage, menu, postDigest } from './posted-digest.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

it('names the topics that match, with their reasons, and the place, to a reader who manages nothing', async () => {
  await bot.subscribe('flow');
  await bot.subscribe('confidential');
  const digest = await postDigest(bot, [
    inventPaper({ id: '2606.00007', title: 'Diffusion and flow' }),
    ...inventPapers(2, 'diffusion'),
  ]);
  const reply = await act(bot.person({ name: 'reader' }), digest, 'Why', '2606.00007');
  expect(reply.ephemeral).toBe(true);
  expect(reply.content).toBe(
    `[Diffusion and flow](https://arxiv.org/abs/2606.00007) is in the digest of Friday 12 June 2026 for <#${bot.channelId}>, because it matches:`,
  );
  const text = reply.embeds[0]?.description ?? '';
  expect(text).toContain('• **diffusion**: “Diffusion” in the title');
  expect(text).toContain('• **flow**: “flow” in the title');
  expect(text).toMatch(/Place \d of 3\. Digests here are ordered by relevance/);
  expect(text).not.toContain('confidential');
});

it('says if the topics have changed since', async () => {
  const digest = await postDigest(bot);
  const [subscription] = await bot.store.subscriptions(bot.guildId);
  await bot.store.unsubscribe(bot.guildId, subscription?.id ?? 0, bot.now());
  const reply = await act(bot.manager, digest, 'Why', '2606.00001');
  expect(reply.content).toContain('It matches no topic of the channel any more');
});

it('is about the digests of the channel below a card', async () => {
  await postDigest(bot);
  bot.pass(dayMs);
  await bot.announce([
    inventPaper({ id: '2606.00008', title: 'Gulls' }),
    inventPaper({ id: '2606.00009', title: 'More diffusion' }),
  ]);
  const why = async (paper: string) => {
    const card = await bot.manager.run('/papers show', { paper });
    return (await bot.manager.choose(card, menu, 'Why')).content;
  };
  expect(await why('2606.00002')).toContain('is in the digest of Friday 12 June 2026');
  expect(await why('2606.00008')).toContain(`is in no digest of <#${bot.channelId}>, and matches no topic there.`);
  expect(await why('2606.00009')).toContain(`is in no digest of <#${bot.channelId}>. It matches 1 topic there.`);
  expect(lastMessage(bot).embeds).toHaveLength(1);
});

it('is about the digests of the channel above, below a card in a thread', async () => {
  await postDigest(bot);
  const body = { name: 'talk', type: 11 };
  const thread = (await bot.rest.post(`/channels/${bot.channelId}/threads`, { body })) as { id: string };
  const card = await bot.manager.run('/papers show', { paper: '2606.00002' }, { in: thread.id });
  const why = await bot.manager.choose(card, menu, 'Why');
  expect(why.content).toContain(`is in the digest of Friday 12 June 2026 for <#${bot.channelId}>`);
});
