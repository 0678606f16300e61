import { describe, expect, it } from 'vitest';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { flatComponents, type MessageView } from '../../src/playground/discord/message-view.ts';
import type { Channel } from '../../src/playground/discord/world-shapes.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { displaysIn, papersIn, textIn } from '../support/compact-messages.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';
import { act } from './actions/posted-digest.ts';

const picture = 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2606.00001.png';
const sectionType = 9;
const componentsV2 = 1 << 15;

let bot: BotUnderTest;
startBotForEach(
  (started) => {
    bot = started;
  },
  { limits: { messagesPerWindow: 1_000 } },
);

const choose = (channel: Channel | string = bot.channelId) =>
  bot.manager.run('/digest settings', { layout: 'compact', max: 30, channel });
const digestIn = (channel: Channel | string = bot.channelId) =>
  bot.discord.messages(channel).filter(({ flags }) => (flags & componentsV2) !== 0);
const linksIn = (messages: readonly MessageView[]) => messages.flatMap(papersIn);
const linksOf = (papers: readonly Paper[]) => papers.map(({ id }) => `https://arxiv.org/abs/${id}`);

async function nextDay(papers: readonly Paper[]): Promise<void> {
  await bot.announce(papers);
  bot.pass(dayMs);
  await bot.wake();
}

/** Sets the language of the channel. */
async function speak(language: string): Promise<void> {
  const panel = await bot.manager.run('/digest settings');
  const question = await bot.manager.choose(panel, 'Change a setting…', 'Language');
  await bot.manager.press(await bot.manager.choose(question, 'Language', language), 'Save');
}

async function deliver(papers: readonly Paper[]): Promise<readonly MessageView[]> {
  await choose();
  await bot.subscribe('diffusion');
  await nextDay(papers);
  return digestIn();
}

/** A paper with all that a compact digest shows. */
const fullPaper = inventPaper({
  title: 'Diffusion on a phone',
  abstract: 'Screens are small. Papers are long, and this sentence is not shown.',
  authors: ['Ada Example', 'Ben Sample', 'Cleo Muster', 'Dan Ejemplo'],
  categories: ['cs.CV', 'cs.LG'],
  extras: { ...noExtras, upvotes: 1_134, codeUrl: 'https://github.com/example/phone', thumbnailUrl: picture },
});

describe('a compact digest', () => {
  it('has a title, a line of facts, one sentence and the picture of each paper', async () => {
    const [message] = await deliver([fullPaper]);
    const [header, paper, foot] = displaysIn(message);
    expect(header).toMatchObject({ content: '### Papers for Friday 12 June 2026\n1 new paper on **diffusion**' });
    expect(paper?.components?.[0]?.content).toBe(
      [
        '[**Diffusion** on a phone](https://arxiv.org/abs/2606.00001)',
        '-# Ada Example +3 · ▲1,134 · [Code](https://github.com/example/phone) · cs.CV',
        'Screens are small.',
      ].join('\n'),
    );
    expect(paper).toMatchObject({
      type: sectionType,
      accessory: { media: { url: picture }, description: 'Picture of the paper' },
    });
    expect(foot?.content).toMatch(/^-# 1 announced · ref \w{12}$/);
    expect(message).toMatchObject({ content: '', embeds: [] });
  });

  it('names the reason only where the channel has several topics', async () => {
    await bot.subscribe('phone');
    const [message] = await deliver([fullPaper, inventPaper({ id: '2606.00002', title: 'Diffusion', abstract: '' })]);
    const [, both, one] = displaysIn(message);
    expect(both?.components?.[0]?.content).toContain('\n-# Matches phone, diffusion');
    expect(one?.content).toBe(
      '[**Diffusion**](https://arxiv.org/abs/2606.00002)\n-# Ada Example +1 · cs.LG\n-# Matches diffusion: “Diffusion” in the title',
    );
  });

  it('has the best ten papers in one message, with the menu and Show the rest below', async () => {
    await bot.manager.run('/digest settings', { layout: 'compact', max: 10 });
    await bot.subscribe('diffusion');
    await nextDay(inventPapers(13, 'diffusion').map((paper) => ({ ...fullPaper, id: paper.id, title: paper.title })));
    const messages = digestIn();
    expect(messages).toHaveLength(1);
    expect(new Set(linksIn(messages)).size).toBe(10);
    const [message] = messages;
    const controls = flatComponents(message?.components ?? []).flatMap(
      ({ placeholder, label }) => placeholder ?? label,
    );
    expect(controls.filter((text) => text !== undefined)).toEqual(['Paper actions…', 'Show the rest (3)']);
    if (message === undefined) return;
    const rest = await bot.manager.press(message, 'Show the rest (3)');
    expect(rest.content + JSON.stringify(rest.embeds)).toContain('Invented **diffusion**');
  });

  it('spreads over as many messages as it takes, each within the limits of Discord', async () => {
    const papers = inventPapers(30, 'diffusion').map((paper, index) => ({
      ...paper,
      abstract: `${'word '.repeat(index * 3)}end. Second sentence.`,
      extras: index % 2 === 0 ? fullPaper.extras : noExtras,
    }));
    const messages = await deliver(papers);
    expect(messages.length).toBeGreaterThan(1);
    expect(linksIn(messages).toSorted()).toEqual(linksOf(papers).toSorted());
    for (const [index, message] of messages.entries()) {
      expect(textIn(message)).toMatch(new RegExp(`Part ${index + 1} of ${messages.length} · ref \\w{12}$`));
      const menus = flatComponents(message.components).filter(({ placeholder }) => placeholder !== undefined);
      expect(menus).toHaveLength(index === messages.length - 1 ? 1 : 0);
    }
  });

  it('is chosen in the panel, and shown by /digest preview as a private message', async () => {
    await bot.subscribe('diffusion');
    await bot.announce([fullPaper]);
    const panel = await bot.manager.run('/digest settings');
    const question = await bot.manager.choose(panel, 'Change a setting…', 'Layout');
    const label = 'Compact: title, one sentence and picture of each paper, for the phone';
    const saved = await bot.manager.press(await bot.manager.choose(question, 'Layout', label), 'Save');
    expect(saved.content).toContain('Layout: Compact');
    const preview = await bot.manager.run('/digest preview');
    expect(preview.ephemeral).toBe(true);
    expect(preview.content).toBe('');
    expect(textIn(preview.message)).toMatch(/^.*Preview.*\n### Papers for /);
    expect(preview.message === undefined ? [] : papersIn(preview.message)).toEqual(linksOf([fullPaper]));
  });

  it('speaks the language of its channel', async () => {
    await bot.subscribe('diffusion');
    await speak('Deutsch');
    await choose();
    await nextDay([fullPaper]);
    const [message] = digestIn();
    expect(textIn(message)).toContain('-# Ada Example +3 · ▲1.134 · [Code]');
    expect(displaysIn(message)[1]?.accessory).toMatchObject({ description: 'Bild zum Paper' });
  });

  it('joins topics and reasons as its language does', async () => {
    await bot.subscribe('phone');
    await bot.subscribe('graphs');
    await speak('Français');
    await choose();
    await nextDay([fullPaper]);
    expect(textIn(digestIn()[0])).toMatch(/\n-# Correspond à phone\u00a0: /);
  });

  it('pings its role from its first line, and comes without the ping once the role is gone', async () => {
    const role = bot.discord.world.createRole({ guild: bot.guildId, name: 'readers', isMentionable: true });
    await bot.subscribe('diffusion');
    const panel = await bot.manager.run('/digest settings');
    const question = await bot.manager.choose(panel, 'Change a setting…', 'Pings');
    await bot.manager.press(await bot.manager.choose(question, 'Choose a role', role.id), 'Save');
    await choose();
    await nextDay([fullPaper]);
    expect(digestIn()[0]?.pings.roleIds).toEqual([role.id]);
    expect(textIn(digestIn()[0])).toMatch(new RegExp(`^<@&${role.id}>\n### Papers`));
    bot.discord.world.guild(bot.guildId).roles.delete(role.id);
    await nextDay([inventPaper({ id: '2606.00009', title: 'Diffusion again' })]);
    expect(digestIn()[1]?.pings.roleIds).toEqual([]);
    expect(textIn(digestIn()[1])).toMatch(/^### Papers/);
  });
});

describe('a compact digest, once posted', () => {
  it('is found by /digest why, by its menu, and by the app Save papers', async () => {
    const [message] = await deliver([fullPaper, inventPaper({ id: '2606.00002', title: 'Diffusion' })]);
    if (message === undefined) throw new Error('Nothing was posted.');
    const { content } = await bot.manager.run('/digest why', { paper: '2606.00002' });
    expect(content).toContain(`https://discord.com/channels/${bot.guildId}/${bot.channelId}/${message.id}`);
    expect((await act(bot.manager, message, 'Save', ['2606.00002'])).content).toContain('Saved');
    const reader = bot.person({ name: 'ben' });
    expect((await reader.use('Save papers', message)).content).toContain('Saved: 2 papers');
  });

  it('is found in the channel, and not sent again, after the answer was lost', async () => {
    await choose();
    await bot.subscribe('diffusion');
    bot.discord.faults.add({ kind: 'bad-gateway', method: 'POST', path: /\/messages$/ });
    await nextDay([fullPaper]);
    bot.pass(hourMs);
    await bot.wake();
    const sends = bot.discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
    expect(sends).toHaveLength(1);
    expect(digestIn()).toHaveLength(1);
    expect(
      (await bot.store.deliveries(bot.channelId, '2026-06-12')).map(({ state, messageId }) => [state, messageId]),
    ).toEqual([['sent', digestIn()[0]?.id]]);
  });

  it('comes as titles, then as bare links, where Discord refuses it', async () => {
    const refused = { kind: 'refused', status: 400, code: 240_000, method: 'POST', path: /\/messages$/ } as const;
    // First the menu is left out, then the papers are simplified twice.
    bot.discord.faults.add({ ...refused, times: 3 });
    await deliver([fullPaper]);
    for (let retry = 0; retry < 3; retry++) {
      bot.pass(60_000);
      await bot.wake();
    }
    const [message] = digestIn();
    expect(displaysIn(message)).toHaveLength(3);
    expect(displaysIn(message)[1]?.content).toBe('<https://arxiv.org/abs/2606.00001>');
    expect((await bot.manager.run('/digest why', { paper: '2606.00001' })).content).toContain(message?.id);
  });
});

describe('in other places', () => {
  it('is a post of a forum', async () => {
    const forum = bot.discord.world.createChannel({ guild: bot.guildId, name: 'reading', kind: 'forum' });
    await bot.manager.press(await bot.manager.run('/subscribe', { topic: 'diffusion', channel: forum }), 'Subscribe');
    await choose(forum);
    await nextDay([fullPaper]);
    const [post] = [...bot.discord.world.channels.values()].filter(({ parentId }) => parentId === forum.id);
    expect(linksIn(digestIn(post?.id))).toEqual(linksOf([fullPaper]));
  });

  it('comes to the servers that follow an announcement channel, as it is', async () => {
    const { world } = bot.discord;
    const news = world.createChannel({ guild: bot.guildId, name: 'news', kind: 'announcement' });
    const elsewhere = world.createGuild({ name: 'Elsewhere', bot: ['ManageWebhooks', 'ViewChannel'] });
    const follower = world.createChannel({ guild: elsewhere, name: 'from-outside' });
    await bot.rest.post(`/channels/${news.id}/followers`, { body: { webhook_channel_id: follower.id } });
    await bot.manager.press(await bot.manager.run('/subscribe', { topic: 'diffusion', channel: news }), 'Subscribe');
    await choose(news);
    await nextDay([fullPaper]);
    expect(digestIn(follower).map(textIn)).toEqual(digestIn(news).map(textIn));
    expect(linksIn(digestIn(follower))).toEqual(linksOf([fullPaper]));
  });

  it('comes as a direct message', async () => {
    const reader = bot.discord.person({ name: 'ada', hasInstalled: true });
    await reader.press(await reader.run('/subscribe', { topic: 'diffusion' }), 'Subscribe');
    await reader.run('/digest settings', { layout: 'compact' });
    await nextDay([fullPaper]);
    expect(linksIn(digestIn(reader.directChannel()))).toEqual(linksOf([fullPaper]));
  });
});
