import { describe, expect, it } from 'vitest';
import { notifyLoss } from '../../src/discord/notices/loss-notice.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const suppressEmbeds = 4;
const linesOf = (content = '') => content.split('\n').filter((line) => line.startsWith('- '));

async function deliverList(papers: number): Promise<void> {
  // No line announces a change while no digest comes, so that the digest is all that is posted.
  await bot.manager.run('/digest settings', { layout: 'list', max: 30 });
  await bot.subscribe('diffusion');
  await bot.announce(inventPapers(papers, 'diffusion'));
  bot.pass(dayMs);
  await bot.wake();
}

describe('/digest settings layout', () => {
  it('shows the layout, changes it, and leaves it when something else changes', async () => {
    await bot.subscribe('diffusion');
    expect((await bot.manager.run('/digest settings')).content).toContain('Layout: Cards');
    expect((await bot.manager.run('/digest settings', { layout: 'list' })).content).toContain('Layout: List');
    expect((await bot.manager.run('/digest settings', { max: 5 })).content).toContain('Layout: List');
    expect(await bot.store.channel(bot.channelId)).toMatchObject({ layout: 'list', maxPapers: 5 });
  });

  it('makes the next digest a list, over as many messages as it takes', async () => {
    await deliverList(25);
    const posted = bot.discord.messages(bot.channelId);
    expect(posted.length).toBeGreaterThan(1);
    for (const { embeds, content } of posted) {
      expect(embeds).toEqual([]);
      expect(content).toMatch(/\n-# .*ref \w+$/);
    }
    const lines = posted.flatMap(({ content }) => linesOf(content));
    expect(lines).toHaveLength(25);
    expect(new Set(lines.map((line) => /abs\/([\d.]+)/.exec(line)?.[1])).size).toBe(25);
  });

  it('shows in the preview, which draws no pictures of its links', async () => {
    await bot.subscribe('diffusion');
    await bot.announce(inventPapers(2, 'diffusion'));
    await bot.manager.run('/digest settings', { layout: 'list' });
    const preview = await bot.manager.run('/digest preview');
    expect(preview.ephemeral).toBe(true);
    expect(preview.content).toContain('Preview');
    expect(linesOf(preview.content)).toHaveLength(2);
    expect(preview.embeds).toEqual([]);
  });

  it('holds for /digest now too', async () => {
    await bot.subscribe('diffusion');
    await bot.announce(inventPapers(3, 'diffusion'));
    await bot.manager.run('/digest settings', { layout: 'list' });
    await bot.manager.run('/digest now');
    const posted = bot.discord.messages(bot.channelId);
    expect(posted.flatMap(({ content }) => linesOf(content))).toHaveLength(3);
    expect(posted.flatMap(({ embeds }) => embeds)).toEqual([]);
  });

  it('leaves a digest that is frozen already as it was planned', async () => {
    await bot.subscribe('diffusion');
    await bot.announce(inventPapers(2, 'diffusion'));
    bot.pass(dayMs);
    bot.discord.faults.add({ kind: 'unavailable', method: 'POST', path: /\/messages$/ });
    await bot.wake();
    await bot.manager.run('/digest settings', { layout: 'list' });
    bot.pass(dayMs / 24);
    await bot.wake();
    expect(bot.discord.messages(bot.channelId).flatMap(({ embeds }) => embeds)).toHaveLength(2);
  });
});

describe('a digest that was posted as a list', () => {
  it('is found by /digest why, which names the message that holds the paper', async () => {
    await deliverList(25);
    const posted = bot.discord.messages(bot.channelId);
    const holding = posted.find(({ content }) => content.includes('/2606.00001)'));
    expect(holding).toBeDefined();
    const { content } = await bot.manager.run('/digest why', { paper: '2606.00001' });
    expect(content).toContain(`https://discord.com/channels/${bot.guildId}/${bot.channelId}/${holding?.id}`);
  });

  it('comes as bare links where Discord refuses it', async () => {
    const refused = { kind: 'refused', status: 400, code: 240_000, method: 'POST', path: /\/messages$/ } as const;
    // First the menu of paper actions is left out, then the layout is simplified.
    bot.discord.faults.add({ ...refused, times: 2 });
    await deliverList(3);
    for (let retry = 0; retry < 2; retry++) {
      bot.pass(60_000);
      await bot.wake();
    }
    const [message] = bot.discord.messages(bot.channelId);
    expect(message?.content.split('\n').slice(0, 3).sort()).toEqual([
      '<https://arxiv.org/abs/2606.00001>',
      '<https://arxiv.org/abs/2606.00002>',
      '<https://arxiv.org/abs/2606.00003>',
    ]);
    expect((await bot.manager.run('/digest why', { paper: '2606.00002' })).content).toContain(message?.id);
  });

  it('names its papers to the guild where it could not be posted at all', async () => {
    const refused = { kind: 'refused', status: 400, code: 240_000, method: 'POST', path: /\/messages$/ } as const;
    bot.discord.faults.add({ ...refused, times: 9 });
    await deliverList(3);
    bot.pass(60_000);
    await bot.wake();
    const [loss] = await bot.store.unnotifiedLosses(1);
    expect(loss?.deliveries).toMatchObject([{ state: 'dropped', payload: { flags: suppressEmbeds } }]);
    if (loss === undefined) return;
    bot.discord.faults.clear();
    expect(await notifyLoss(loss, bot.rest)).toBe('subscriber');
    const [notice] = bot.discord.messages(bot.discord.world.directChannel(bot.manager.id));
    for (const id of ['2606.00001', '2606.00002', '2606.00003'])
      expect(notice?.content).toContain(`<https://arxiv.org/abs/${id}>`);
  });
});
