import { describe, expect, it } from 'vitest';
import { personalGuildOf } from '../../src/digests/personal-guild.ts';
import { notifyBlock, outlookOf } from '../../src/discord/notices/block-notice.ts';
import { createGuildWatch } from '../../src/jobs/upkeep.ts';
import type { Person } from '../../src/playground/person.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';
import { outcomeOf, pressForged } from './forged-requests.ts';

let bot: BotUnderTest;
let reader: Person;
startBotForEach((started) => {
  bot = started;
  reader = bot.discord.person({ name: 'ada', hasInstalled: true });
});

/** A server that has not added the bot. */
const foreignServer = () => {
  const guild = bot.discord.world.createGuild({ name: 'Elsewhere', channels: ['talk'], bot: false });
  const [channel = ''] = guild.channelIds;
  const visitor = bot.person({ name: 'ada', user: reader.id, guild, channel });
  return { channel, visitor };
};

const directId = () => reader.directChannel().id;
const received = () => bot.discord.messages(directId()).filter(({ embeds }) => embeds.length > 0);
const setMessages = (areAccepted: boolean) => {
  const user = bot.discord.world.users.get(reader.id);
  if (user !== undefined) user.acceptsDirectMessages = areAccepted;
};
const blockOf = async () => (await bot.store.channel(directId()))?.blockedReason ?? null;

async function subscribe(person = reader, topic = 'diffusion') {
  const done = await person.press(await person.run('/subscribe', { topic }), 'Subscribe');
  await bot.router.whenIdle();
  return done.refresh();
}

async function nextDay(...subjects: readonly string[]): Promise<void> {
  await bot.announce(subjects.flatMap((subject) => inventPapers(1, subject)));
  bot.pass(dayMs);
  await bot.wake();
}

describe('a personal digest', () => {
  it('is made by /subscribe in direct messages, and comes there', async () => {
    const done = await subscribe();
    expect(done.content).toMatch(/^Done: our chat gets papers on \*\*diffusion\*\*\./);
    expect(bot.discord.messages(directId()).at(-1)?.content).toContain('subscribed this channel to **diffusion**');
    await nextDay('diffusion');
    expect(received().map(({ embeds }) => embeds[0]?.title)).toEqual(['Invented **diffusion**, part 1']);
    expect((await bot.store.channel(directId()))?.guildId).toBe(personalGuildOf(reader.id));
  });

  it('has all commands for managers', async () => {
    await subscribe();
    const run = async (line: string, options = {}) => (await reader.run(line, options)).content;
    expect(await run('/subscriptions')).toBe('You have 1 subscription.');
    expect(await run('/digest settings', { time: '07:00' })).toContain('Digest settings of our chat');
    await bot.announce(inventPapers(1, 'diffusion'));
    expect((await reader.run('/digest preview')).embeds[0]?.title).toContain('diffusion');
    expect(await run('/digest now')).not.toContain('<#');
    await bot.wake();
    const [message] = received();
    expect(await run('/digest why', { paper: '2606.00001' })).toContain(
      `https://discord.com/channels/@me/${directId()}/${message?.id}`,
    );
    expect(await run('/digest pause', { until: '2 weeks' })).toContain('our chat gets no digests until');
    expect(await run('/digest status')).toContain('our chat');
    await run('/digest resume');
    expect(await run('/unsubscribe', { subscription: 'diffusion' })).toContain('Done: our chat gets no more papers');
    expect(await run('/subscriptions')).toBe('You have no subscriptions. Make one with `/subscribe`.');
  });

  it('is made on any server by people who installed the app, and says so', async () => {
    const { visitor, channel } = foreignServer();
    const preview = await visitor.run('/subscribe', { topic: 'diffusion' });
    expect(preview.ephemeral).toBe(true);
    const done = await visitor.press(preview, 'Subscribe');
    await bot.router.whenIdle();
    expect(done.content).toContain('This is about your personal digest, which comes as a direct message.');
    await nextDay('diffusion');
    expect(received()).toHaveLength(1);
    expect(bot.discord.messages(channel).filter(({ embeds }) => embeds.length > 0)).toEqual([]);
    const settings = await visitor.run('/digest settings', { channel });
    expect(settings.content).toContain('I am not on this server, so here I can only change your personal digest.');
  });

  it('is apart from the digests of servers that the bot is on', async () => {
    await subscribe();
    await bot.subscribe('graphs');
    const member = bot.person({
      name: 'ada',
      user: reader.id,
      guild: bot.guildId,
      permissions: ['ManageChannels'],
      channel: bot.channelId,
    });
    const here = await member.run('/subscriptions');
    expect(here.embeds[0]?.description).toContain('graphs');
    expect(here.embeds[0]?.description).not.toContain('diffusion');
    expect((await reader.run('/subscriptions')).embeds[0]?.description).not.toContain('graphs');
  });

  it('can be neither seen nor changed by anybody else', async () => {
    await subscribe();
    const [own] = await bot.store.subscriptions(personalGuildOf(reader.id));
    const other = bot.discord.person({ name: 'eve', hasInstalled: true });
    const place = other.directChannel().id;
    for (const customId of [
      `edit-subscription:${own?.id}`,
      `restore:${own?.id}`,
      `subscribe:1`,
      `drop-topics:${directId()}`,
      `list-page:${directId()}:0`,
    ]) {
      const reply = await pressForged(bot, other, { customId }, place);
      expect(JSON.stringify([reply.content, reply.embeds])).not.toContain('diffusion');
    }
    const menu = await pressForged(bot, other, { customId: 'list-remove:all:0', value: String(own?.id) }, place);
    expect(outcomeOf(bot, menu)).toBe('stale');
    expect((await other.run('/unsubscribe', { subscription: `#${own?.id}` })).content).toContain('no subscription');
    expect(await other.complete('/unsubscribe', 'subscription', '')).toEqual([]);
    const forged = await pressForged(bot, bot.manager, { customId: `drop-topics:${directId()}` }, bot.channelId);
    expect(outcomeOf(bot, forged)).not.toBe('granted');
    expect(await bot.store.subscriptions(personalGuildOf(reader.id))).toHaveLength(1);
  });

  it('stays when the bot compares its servers at start', async () => {
    await subscribe();
    const watch = await createGuildWatch({ store: bot.store, clock: bot.now, log: bot.log });
    await watch.reconcile(new Set([bot.guildId]));
    expect(await bot.store.guildsRemovedBefore(Number.MAX_SAFE_INTEGER)).toEqual([]);
    await nextDay('diffusion');
    expect(received()).toHaveLength(1);
  });
});

it('the settings of a personal digest have what only a person has, and nothing that only servers have', async () => {
  await subscribe();
  const panel = await reader.run('/digest settings');
  const labels = panel.components[0]?.components?.[0]?.options?.map(({ label }) => label);
  expect(labels).toContain('Papers that a server showed you');
  expect(labels).not.toContain('Pings');
  expect(panel.content).not.toContain('Pings');
  const draft = /:(\d+)$/.exec(panel.components[0]?.components?.[0]?.custom_id ?? '')?.[1];
  for (const customId of [`set-setting:${draft}:mention:nobody`, `set-setting:${draft}:publish`]) {
    const forged = await pressForged(bot, reader, { customId }, directId());
    expect([customId, outcomeOf(bot, forged)]).toEqual([customId, 'stale']);
  }
  await bot.subscribe('graphs');
  const onServer = await bot.manager.run('/digest settings');
  expect(onServer.content).toContain('Pings: nobody');
  expect(onServer.content).not.toContain('Papers that a server showed you');
});

it('a personal digest leaves out what a server showed its owner, if they want that', async () => {
  await subscribe();
  const ada = { name: 'ada', user: reader.id, permissions: ['ManageChannels'] as const };
  const manager = bot.person({ ...ada, channel: bot.channelId });
  await manager.press(await manager.run('/subscribe', { topic: 'diffusion title:invented' }), 'Subscribe');
  const other = inventPaper({ id: '2606.00009', title: 'Another Diffusion' });
  await bot.announce([...inventPapers(1, 'diffusion'), other]);
  await manager.run('/digest now');
  const titles = async () => (await reader.run('/digest preview')).embeds.map(({ title }) => title);
  expect(await titles()).toHaveLength(2);
  const panel = await reader.run('/digest settings');
  expect(panel.content).toContain('Papers that a server showed you: come again');
  const seen = 'Papers that a server showed you';
  const menu = await reader.choose(panel, 'Change a setting…', seen);
  const change = await reader.choose(menu, seen, 'Leave them out');
  expect(change.content).toContain(`${seen}: come again → **left out**`);
  await reader.press(change, 'Save');
  expect(await titles()).toEqual(['Another **Diffusion**']);
  expect((await manager.run('/digest status')).content).toContain('1 of 1 matching paper');
});

describe('closed direct messages', () => {
  const nextStep = 'Allow direct messages in the privacy settings of a server that we share, or unblock me.';

  it('are noticed when somebody subscribes, with a next step, and nothing is lost', async () => {
    const { visitor } = foreignServer();
    setMessages(false);
    const done = await subscribe(visitor);
    expect(done.followUps.map(({ content }) => content).join()).toContain(
      `It is done, but I cannot write to you: you do not accept direct messages from me. ${nextStep}`,
    );
    expect(await blockOf()).toBe('you do not accept direct messages from me');
    setMessages(true);
    await visitor.run('/subscriptions');
    expect(await blockOf()).toBeNull();
    await nextDay('diffusion');
    expect(received()).toHaveLength(1);
  });

  it('hold a digest back until its owner runs a command', async () => {
    await subscribe();
    setMessages(false);
    await nextDay('diffusion');
    expect(await blockOf()).toBe('you do not accept direct messages from me');
    const { visitor } = foreignServer();
    expect((await visitor.run('/digest status')).content).toContain(nextStep);
    expect(await blockOf()).not.toBeNull();
    setMessages(true);
    await visitor.run('/subscriptions');
    await bot.wake();
    expect(received()).toHaveLength(1);
    await bot.wake();
    expect(received()).toHaveLength(1);
  });

  it('make no notice, and are not looked at again and again', async () => {
    await subscribe();
    setMessages(false);
    await nextDay('diffusion');
    const [blocked] = await bot.store.unnotifiedBlocks(10);
    if (blocked === undefined) throw new Error('Nothing is blocked.');
    const sent = bot.discord.requests.length;
    expect(await notifyBlock(blocked, bot.rest)).toBe('nobody');
    expect(await outlookOf(blocked, bot.discord.applicationId, bot.rest)).toBe('closed');
    expect(bot.discord.requests.length).toBe(sent);
  });
});

it('a personal digest is in the language of the words around it', async () => {
  const german = bot.discord.person({ name: 'gerda', locale: 'de' });
  await german.press(await german.run('/subscribe', { topic: 'graphs' }), 'Abonnieren');
  await bot.announce([inventPaper({ title: 'Graphs' })]);
  expect((await german.run('/digest pause', { until: '2 weeks' })).content).toContain('„Unser Chat“');
});
