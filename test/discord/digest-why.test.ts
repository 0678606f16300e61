import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '../../src/papers/paper.ts';
import type { PaperSource } from '../../src/sources/source.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';

/** A source that can be asked for one paper and lists none. */
const sourceOf = (known: Paper): PaperSource => ({
  id: 'arxiv',
  name: 'arXiv',
  refreshMs: 0,
  datesToPull: () => [],
  probe: async () => {},
  pull: () => Promise.reject(new Error('nothing is listed')),
  lookUp: async (id) => (id === known.id ? known : null),
});

const unlisted = inventPaper({ id: '2401.00001', title: 'An Old Paper on Diffusion' });

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBot({ sources: [sourceOf(unlisted)] });
});
afterEach(async () => {
  expect(bot.discord.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
});

const firstId = '2606.00001';
/** The answer, and the trail below it. */
async function why(paper = firstId, place: { readonly channel?: string } = {}) {
  const reply = await bot.manager.run('/digest why', { paper, ...place });
  return { reply, verdict: reply.content, trail: reply.embeds[0]?.description ?? '' };
}

describe('/digest why', () => {
  it('leads to the message that holds the paper, and names listing, topic and reason', async () => {
    await bot.subscribe('diffusion');
    await bot.announce(inventPapers(12, 'diffusion'));
    await bot.subscribe('flow');
    await bot.manager.run('/digest settings', { max: 12 });
    bot.pass(dayMs);
    await bot.wake();
    const { reply, verdict, trail } = await why('2606.00001');
    expect(reply.ephemeral).toBe(true);
    expect(verdict).toMatch(/^This paper was posted in the digest of Friday 12 June 2026/);
    const posted = bot.discord.messages(bot.channelId);
    const holding = posted.find(({ embeds }) => embeds.some(({ url }) => url?.endsWith('/2606.00001')));
    expect(posted.length).toBeGreaterThan(1);
    expect(verdict).toContain(`https://discord.com/channels/${bot.guildId}/${bot.channelId}/${holding?.id}`);
    expect(reply.embeds[0]).toMatchObject({
      title: 'Invented **diffusion**, part 1',
      url: 'https://arxiv.org/abs/2606.00001',
    });
    expect(trail).toContain('Listed by arXiv on Friday 12 June 2026 (new)');
    expect(trail).toContain('• **diffusion** matches: “diffusion” in the title');
    expect(trail).toContain('• **flow** does not match: ');
  });

  it('says for each topic what the paper misses if none matches', async () => {
    await bot.subscribe('diffusion');
    await bot.subscribe('graph cat:math.*');
    await bot.announce([inventPaper({ title: 'On Graphs' })]);
    const { verdict, trail } = await why();
    expect(verdict).toContain('no topic matches');
    expect(trail).toMatch(/• \*\*diffusion\*\* does not match: .+\n• \*\*graph cat:math\.\\\*\*\* does not match: .+$/);
  });

  it('says when a paper will come, and that there is no room for it', async () => {
    await bot.subscribe('diffusion');
    await bot.manager.run('/digest settings', { max: 2 });
    await bot.announce(inventPapers(3, 'diffusion'));
    const next = `<t:${Date.parse('2026-06-12T09:00:00Z') / 1000}:F>`;
    expect((await why('2606.00003')).verdict).toContain(`will be in the next digest of <#${bot.channelId}>, ${next}`);
    const { verdict } = await why('2606.00001');
    expect(verdict).toContain('2 other papers would come first');
    expect(verdict).toContain('Raise the maximum');
  });

  it('names the digest that was full, and the one after a digest posted early', async () => {
    await bot.subscribe('diffusion');
    await bot.manager.run('/digest settings', { max: 2 });
    await bot.announce(inventPapers(3, 'diffusion'));
    await bot.manager.run('/digest now');
    const { verdict } = await why('2606.00001');
    expect(verdict).toContain('the digest of Friday 12 June 2026');
    expect(verdict).toContain('holds 2 papers only');
    bot.pass(60_000);
    await bot.announce([inventPaper({ id: '2606.00099', title: 'Diffusion again' })]);
    expect((await why('2606.00099')).verdict).toContain(`<t:${Date.parse('2026-06-13T09:00:00Z') / 1000}:F>`);
  });

  it('recognizes a paper that came in before the channel subscribed', async () => {
    await bot.announce([inventPaper({ title: 'Diffusion' })]);
    bot.pass(60_000);
    await bot.subscribe('diffusion');
    const { verdict, trail } = await why();
    expect(verdict).toContain('I received it before');
    expect(trail).toContain(`subscribed <t:${bot.now() / 1000}:f>, after the paper came in`);
  });

  it('recognizes a topic that was changed after the paper was considered', async () => {
    await bot.subscribe('graphs');
    await bot.announce([inventPaper({ title: 'Diffusion' })]);
    bot.pass(dayMs);
    await bot.wake();
    const again = await bot.manager.run('/subscribe', { topic: 'graphs' });
    const form = await bot.manager.press(again, 'Change the topic');
    const preview = await bot.manager.submit(form, { topic: 'diffusion' });
    await bot.manager.press(preview, 'Change');
    expect((await why()).verdict).toContain('but was left out when it was considered');
  });

  it('recognizes a stored paper that was never news, and one that was in no listing', async () => {
    await bot.subscribe('diffusion');
    await bot.announce([inventPaper({ title: 'Diffusion' })], 'replace');
    const replaced = await why();
    expect(replaced.verdict).toContain('listed as a new version only');
    expect(replaced.trail).toContain('(new version)');
    const old = await why(`https://arxiv.org/abs/${unlisted.id}v2`);
    expect(old.verdict).toContain('in no listing that I pulled');
    expect(old.trail).toContain('• **diffusion** matches');
  });

  it('says why a paper of a backfill is not posted', async () => {
    await bot.subscribe('diffusion');
    const entries = [{ paper: inventPaper({ title: 'Diffusion' }), announceType: 'new' as const, date: '2026-02-10' }];
    const page = { source: 'arxiv', day: '2026-02-11', entries, skipped: [], resumeToken: null };
    await bot.store.recordBackfill(page, Date.parse('2026-06-11T12:00Z'));
    const { verdict, trail } = await why();
    expect(verdict).toContain('announced around Tuesday 10 February 2026');
    expect(verdict).toContain('the past, which are not posted');
    expect(trail).toContain('• **diffusion** matches');
    expect(trail).not.toContain('after the paper came in');
  });

  it('says that a channel has no subscription, or that nothing can be posted there', async () => {
    await bot.announce([inventPaper({ title: 'Diffusion' })]);
    expect((await why()).verdict).toContain('has no subscription');
    await bot.subscribe('graphs');
    await bot.announce([inventPaper({ id: '2606.00007', title: 'Graphs' })]);
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: ['SendMessages'] });
    bot.pass(dayMs);
    await bot.wake();
    expect((await why('2606.00007')).verdict).toContain(
      'which cannot be posted: I lack the permission Send Messages. Give me the missing permission in',
    );
    await bot.announce([inventPaper({ id: '2606.00008', title: 'More Graphs' })]);
    expect((await why('2606.00008')).verdict).toContain('where nothing can be posted');
  });

  it('refuses a text that is not an id, and an unknown id', async () => {
    expect((await why('not a paper <@1>')).verdict).toContain('is not an arXiv id, DOI or address');
    expect((await why('2606.12345')).verdict).toContain('I do not know the paper `2606.12345`, and neither does arXiv');
  });

  it('is about another channel if one is given, and needs the permission there', async () => {
    const other = [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';
    await bot.subscribe('diffusion', other);
    await bot.announce([inventPaper({ title: 'Diffusion' })]);
    expect((await why(firstId, { channel: other })).verdict).toContain(`will be in the next digest of <#${other}>`);
    expect((await why()).verdict).toContain('has no subscription');
    bot.discord.world.setOverwrite(other, { member: bot.manager.id, deny: ['ManageChannels'] });
    expect((await why(firstId, { channel: other })).verdict).toContain('Manage Channels');
  });
});
