import { beforeEach, describe, expect, it } from 'vitest';
import type { MessageView } from '../../src/playground/discord/message-view.ts';
import type { PermissionName } from '../../src/playground/discord/permissions.ts';
import type { ScheduledEvent } from '../../src/playground/discord/world-shapes.ts';
import type { Person } from '../../src/playground/person.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { act, menu, postDigest } from './actions/posted-digest.ts';

const all = inventPapers(5, 'diffusion');
const [papers, others] = [all.slice(0, 3), all.slice(3)];
const [one, two, three] = papers.map(({ id }) => id) as [string, string, string];
const permissions: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'CreateEvents',
];

let bot: BotUnderTest;
let ada: Person;
let eve: Person;
startBotForEach(
  (started) => {
    bot = started;
  },
  { sharesClock: true, limits: { messagesPerWindow: 1_000, globalPerSecond: 1_000 } },
);
beforeEach(() => {
  bot.discord.world.setBotPermissions(bot.guildId, permissions);
  ada = bot.person({ name: 'ada' });
  eve = bot.person({ name: 'eve' });
});

/** The bot starts on Friday, 12 June 2026, at 7:00. The digest comes a day later, and the agenda closes on Monday. */
const toMonday = 2 * dayMs + 10 * hourMs;
const plan = { closes: 'Mon 17:00', meets: 'Tue 12:00' };

/** Starts a club, and posts a digest of three papers. */
async function started(options: object = {}): Promise<MessageView> {
  await bot.subscribe('diffusion');
  await bot.manager.run('/club start', { ...plan, ...options });
  return await postDigest(bot, papers);
}
async function pass(ms: number): Promise<void> {
  bot.pass(ms);
  await bot.wake();
}
const close = () => pass(toMonday);
const texts = (channelId = bot.channelId) => bot.discord.messages(channelId).map(({ content }) => content);
const events = (): readonly ScheduledEvent[] => bot.discord.world.eventsOf(bot.guildId);
const threads = (channelId = bot.channelId) =>
  [...bot.discord.world.channels.values()].filter(({ parentId }) => parentId === channelId);
const inThread = (): MessageView => {
  const [thread] = threads();
  const message = bot.discord.messages(thread?.id ?? '').at(-1);
  if (message === undefined) throw new Error('There is no message in a thread.');
  return message;
};
const titleOf = (id: string) => papers.find((paper) => paper.id === id)?.title ?? '';

describe('a journal club', () => {
  it('goes from the command over votes to a thread and an event, and somebody presents', async () => {
    const digest = await started();
    expect(texts()[0]).toBe(
      `<@${bot.manager.id}> started a journal club here. Vote for papers with **Vote** below the digests, or with \`/club status\`. The agenda closes <t:1781542800:F>, and the club meets <t:1781611200:F>.`,
    );
    const voted = await act(ada, digest, 'Vote', [one, two]);
    expect(voted.ephemeral).toBe(true);
    expect(voted.content).toContain(`You voted for **${titleOf(two)}**. It has 1 vote.`);
    const asked = await eve.press(digest, 'Vote');
    expect((await eve.choose(asked, 'Choose papers…', two)).content).toContain('It has 2 votes.');
    const agenda = await eve.run('/club status');
    expect(agenda.content).toContain('2 people have voted.');
    expect(agenda.content).toMatch(new RegExp(`1\\. .*${titleOf(two)}.* · 2 votes, one is yours\n2\\. .* · 1 vote$`));
    await close();
    expect(texts().at(-1)).toMatch(
      new RegExp(
        `^\\*\\*Journal club\\*\\*: the agenda is closed. This paper has the most votes:\n1. .*${titleOf(two)}.* · 2 votes\n-# ref \\w{12}$`,
      ),
    );
    expect(threads().map(({ name }) => name)).toEqual([`Journal club: ${titleOf(two)}`]);
    const [event] = events();
    expect(event).toMatchObject({
      name: `Journal club: ${titleOf(two)}`,
      type: 3,
      location: '#papers',
      startsAt: Date.parse('2026-06-16T12:00Z'),
      endsAt: Date.parse('2026-06-16T13:00Z'),
    });
    const card = inThread();
    expect(card.content).toContain(`The event: https://discord.com/events/${bot.guildId}/${event?.id}`);
    expect(card.content).toContain('Nobody presents it yet');
    expect(card.embeds.map(({ url }) => url)).toEqual([`https://arxiv.org/abs/${two}`]);
    await ada.press(card, 'Present');
    expect(inThread().content).toContain(`<@${ada.id}> presents it`);
    expect((await eve.press(card, 'Give back')).content).toContain(`<@${ada.id}> presents this paper. Only they`);
    await ada.press(inThread(), 'Give back');
    expect(inThread().content).toContain('Nobody presents it yet');
    await pass(2 * hourMs);
    expect([events().length, threads().length]).toEqual([1, 1]);
  });

  it('lets a manager give a paper back for its presenter, which everybody reads', async () => {
    const digest = await started({ papers: 2 });
    await act(ada, digest, 'Vote', [one, three]);
    await close();
    expect(inThread().embeds).toHaveLength(2);
    await ada.press(inThread(), 'Present 2');
    const [thread] = threads();
    await bot.manager.press(inThread(), 'Give 2 back');
    await bot.router.whenIdle();
    expect(texts(thread?.id).at(-1)).toMatch(new RegExp(`^<@${bot.manager.id}> gave back .* <@${ada.id}> wanted`));
    expect(texts(thread?.id)[0]).not.toContain(`<@${ada.id}>`);
  });

  it('says that nobody voted, and makes no thread and no event', async () => {
    await started();
    await close();
    expect(texts().at(-1)).toMatch(/^\*\*Journal club\*\*: nobody voted, .* closes <t:1782147600:F>\.\n-# ref \w{12}$/);
    expect([events(), threads()]).toEqual([[], []]);
    const before = texts().length;
    await pass(7 * dayMs);
    expect(texts()).toHaveLength(before);
  });

  it('takes votes of one round only, and none after the close', async () => {
    const digest = await started();
    await act(ada, digest, 'Vote', one);
    expect((await act(ada, digest, 'Vote', one)).content).toContain('Taken back: your vote');
    bot.pass(toMonday);
    expect((await act(ada, digest, 'Vote', one)).content).toContain('The agenda with this paper is closed');
    await bot.wake();
    expect((await act(ada, digest, 'Vote', one)).content).toContain('The agenda with this paper is closed');
    expect(texts().at(-1)).toContain('nobody voted');
  });

  it('says where equal votes decided', async () => {
    const digest = await started();
    await act(ada, digest, 'Vote', three);
    bot.pass(hourMs);
    await act(eve, digest, 'Vote', one);
    await close();
    expect(texts().at(-1)).toMatch(
      new RegExp(`${titleOf(three)}.*\n-# Where votes were equal, the earlier first vote`),
    );
  });

  it('closes once and late if the bot was away for weeks, and meets at the next such time', async () => {
    const digest = await started();
    await act(ada, digest, 'Vote', one);
    await pass(toMonday + 15 * dayMs);
    expect(texts().at(-1)).toContain('I was away when the agenda had to close (<t:1781542800:F>)');
    expect(events().map(({ startsAt }) => startsAt)).toEqual([Date.parse('2026-07-07T12:00Z')]);
    expect(threads()).toHaveLength(1);
    expect((await ada.run('/club status')).content).toContain('<t:1783962000:F>');
  });

  it('votes from /club status, also for digests from before the club', async () => {
    await postDigest(bot, papers);
    expect((await ada.run('/club status')).content).toContain('has no journal club. Someone who manages the channel');
    await bot.manager.run('/club start', plan);
    const agenda = await ada.run('/club status');
    const after = await ada.choose(agenda, 'Vote, or take a vote back…', two);
    expect(after.content).toContain('You voted for');
    expect(after.content).toContain('One person has voted.');
    const again = await ada.choose(after, 'Vote, or take a vote back…', two);
    expect(again.content).toContain('It has no votes.');
  });

  it('ends with /club stop, and drops its votes', async () => {
    const digest = await started();
    await act(ada, digest, 'Vote', one);
    expect((await bot.manager.run('/club stop')).content).toContain('has no journal club any more');
    await bot.router.whenIdle();
    expect(texts().at(-1)).toBe(`<@${bot.manager.id}> ended the journal club here.`);
    const before = texts().length;
    await close();
    expect(texts()).toHaveLength(before);
    expect((await act(ada, digest, 'Vote', one)).content).toContain('has no journal club');
    expect((await bot.manager.run('/club stop')).content).toContain('has no journal club');
  });
});

describe('a meeting', () => {
  const voted = async (options: object = {}) => {
    const digest = await started(options);
    await act(ada, digest, 'Vote', one);
  };

  it('has a thread without an event where the bot may not create events, and says what to do', async () => {
    bot.discord.world.setBotPermissions(
      bot.guildId,
      permissions.filter((name) => name !== 'CreateEvents'),
    );
    await bot.subscribe('diffusion');
    expect((await bot.manager.run('/club start', plan)).content).toContain('I lack the permission Create Events');
    await act(ada, await postDigest(bot, papers), 'Vote', one);
    await close();
    expect(events()).toEqual([]);
    expect(inThread().content).toContain('There is no event, because I lack the permission Create Events.');
  });

  it('takes place in a voice channel', async () => {
    const voice = bot.discord.world.createChannel({ guild: bot.guildId, name: 'Seminar', kind: 'voice' });
    await voted({ voice });
    await close();
    expect(events()).toMatchObject([{ type: 2, channelId: voice.id }]);
  });

  it('says why there is no event if its voice channel is gone', async () => {
    const voice = bot.discord.world.createChannel({ guild: bot.guildId, name: 'Seminar', kind: 'voice' });
    await voted({ voice });
    bot.discord.world.deleteChannel(voice);
    await close();
    expect(inThread().content).toContain(`I could not create one in <#${voice.id}>`);
  });

  it('says why there is no event if the server has too many, or if Discord refuses it', async () => {
    const refuse = (code: number) =>
      bot.discord.faults.add({ kind: 'refused', code, method: 'POST', path: /scheduled-events$/ });
    await voted();
    refuse(30038);
    await close();
    expect(inThread().content).toContain('because the server has 100 events already');
    refuse(50035);
    await bot.announce(others);
    await pass(dayMs);
    await act(ada, bot.discord.messages(bot.channelId).at(-1) as MessageView, 'Vote', others[0]?.id ?? '');
    await pass(6 * dayMs);
    const second = threads().at(-1);
    expect(texts(second?.id).at(-1)).toContain('because Discord refused it');
  });

  it('gives up on an event after an hour, and on everything after its time', async () => {
    await voted();
    bot.discord.faults.add({ kind: 'unavailable', method: 'POST', path: /\/scheduled-events$/, times: 20 });
    await close();
    expect(threads()).toEqual([]);
    for (let hours = 0; hours < 3; hours++) await pass(hourMs);
    expect(inThread().content).toContain('because Discord did not take it for an hour');
  });

  it('is dropped with a line of the log if it can never be announced', async () => {
    await voted();
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: ['SendMessages'] });
    await close();
    for (let hours = 0; hours < 30; hours += 2) await pass(2 * hourMs);
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId });
    await pass(hourMs);
    expect([events(), threads()]).toEqual([[], []]);
    expect(bot.log.lines.filter(({ event }) => event === 'club.dropped')).toHaveLength(1);
  });

  it('has its papers in the channel where there can be no thread', async () => {
    await voted();
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.discord.applicationId, deny: ['CreatePublicThreads'] });
    await close();
    expect(threads()).toEqual([]);
    expect(texts().at(-1)).toContain('There is no thread, because I lack the permission Create Public Threads here.');
    expect(events()).toHaveLength(1);
  });

  it('waits while Discord is away, and has everything once', async () => {
    await voted();
    bot.discord.faults.add({ kind: 'bad-gateway', method: 'POST', path: /\/scheduled-events$/ });
    bot.discord.faults.add({ kind: 'unavailable', method: 'POST', path: /\/threads$/ });
    await close();
    for (let minutes = 0; minutes < 5; minutes++) await pass(10 * 60_000);
    expect([events().length, threads().length]).toEqual([1, 1]);
    expect(texts().filter((text) => text.includes('the agenda is closed'))).toHaveLength(1);
  });

  it('ends the club where the channel was deleted', async () => {
    await voted();
    bot.discord.world.deleteChannel(bot.channelId);
    await close();
    expect(await bot.store.club(bot.channelId)).toBeNull();
    expect(events()).toEqual([]);
  });

  it('is a post where the digests go to a forum', async () => {
    const forum = bot.discord.world.createChannel({ guild: bot.guildId, name: 'posts', kind: 'forum' });
    await bot.subscribe('diffusion', forum.id);
    await bot.store.noteChannels(bot.guildId, new Map([[forum.id, { name: 'posts', kind: 'forum' }]]));
    await bot.manager.run('/club start', { ...plan, channel: forum });
    await bot.announce(papers);
    await pass(dayMs);
    const [post] = threads(forum.id);
    const digest = bot.discord.messages(post?.id ?? '').at(-1) as MessageView;
    const asked = await ada.choose(digest, menu, 'Vote');
    await ada.choose(asked, 'Choose papers…', one);
    await close();
    const meeting = threads(forum.id).at(-1);
    expect(meeting?.name).toBe(`Journal club: ${titleOf(one)}`);
    expect(texts(meeting?.id)).toHaveLength(2);
    expect(events()).toHaveLength(1);
  });
});

describe('/club start is refused', () => {
  it.each([
    [{ closes: 'Thursday' }, '“Thursday” is not a weekday with a time. Write it like `Thu 17:00`'],
    [{ closes: 'Thu 17:00', meets: 'Thu 17:10' }, 'at least 15 minutes after its agenda closes'],
  ])('for %j', async (options, refusal) => {
    await bot.subscribe('diffusion');
    expect((await bot.manager.run('/club start', options)).content).toContain(refusal);
  });

  it('without digests, outside of servers, and for people who do not manage the channel', async () => {
    expect((await bot.manager.run('/club start', plan)).content).toContain('gets no digests');
    expect((await ada.run('/club start', plan)).content).toContain('Manage Channels');
    expect((await ada.run('/club status', {}, { in: ada.directChannel() })).content).toContain('needs a server');
    expect((await ada.run('/club start', plan, { in: ada.directChannel() })).content).toContain('needs a server');
  });
});
