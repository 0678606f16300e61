import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digestReader } from '../../src/discord/authorization/paper-rules.ts';
import { authorizationTable } from '../../src/discord/authorization/table.ts';
import { commands } from '../../src/discord/commands/registry.ts';
import { components } from '../../src/discord/components/registry.ts';
import {
  authorizeCommands,
  authorizeComponents,
  authorizeMenus,
} from '../../src/discord/interactions/authorization.ts';
import { menus } from '../../src/discord/menus/registry.ts';
import { english } from '../../src/language/english.ts';
import type { Person } from '../../src/playground/person.ts';
import type { OptionValues } from '../../src/playground/person-options.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { dayMs, utcDate } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { type ForgedPress, offerToEverybody, outcomeOf, pressForged, submitForged } from './forged-requests.ts';

let bot: BotUnderTest;
startBotForEach(
  (started) => {
    bot = started;
    offerToEverybody(bot);
  },
  // Each forged press needs a message.
  { limits: { messagesPerWindow: 1_000, globalPerSecond: 1_000 } },
);

const secret = 'confidential';

/** The people of the test. Each acts in a channel, and the server's subscription is in its first channel. */
const people = [
  'owner',
  'manager',
  'manager of the channel',
  'manager of another channel',
  'reader',
  'stranger',
] as const;
type Role = (typeof people)[number];

interface Actor {
  readonly person: Person;
  readonly channelId: string;
}

function actAs(role: Role): Actor {
  const { world } = bot.discord;
  const guild = world.guild(bot.guildId);
  const [here = '', other = ''] = guild.channelIds;
  switch (role) {
    case 'owner': {
      const person = bot.person({ name: role });
      world.guilds.set(guild.id, { ...guild, ownerId: person.id });
      return { person, channelId: here };
    }
    case 'manager':
      return { person: bot.manager, channelId: here };
    case 'reader':
      return { person: bot.person({ name: role }), channelId: here };
    case 'stranger': {
      const foreign = world.createGuild({ name: 'Another server', channels: ['elsewhere'] });
      const [channel = ''] = foreign.channelIds;
      return {
        person: bot.person({ name: role, guild: foreign, channel, permissions: ['ManageChannels'] }),
        channelId: channel,
      };
    }
    default: {
      const person = bot.person({ name: 'local' });
      const channelId = role === 'manager of the channel' ? here : other;
      world.setOverwrite(channelId, { member: person, allow: ['ManageChannels'] });
      return { person, channelId };
    }
  }
}

const otherChannel = (): string => [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';

let prepared = 0;

/** Adds to what the server has: a subscription, and drafts of the manager. */
async function prepare() {
  prepared += 1;
  const subscription = await subscribe(`${secret} ${prepared}`);
  const draft = async (topicText: string, replaces: number | null = null) => {
    const whose = { guildId: bot.guildId, channelId: bot.channelId, userId: bot.manager.id };
    return (await bot.store.saveDraft({ ...whose, topicText, replaces, replacedTopic: null, at: bot.now() })).id;
  };
  const whose = { guildId: bot.guildId, channelId: bot.channelId, userId: bot.manager.id, at: bot.now() };
  // What is saved differs each time, so that the state of the channel does.
  const change = { changes: { minUpvotes: prepared }, seen: { minUpvotes: await upvotesAtPresent() } };
  return {
    settings: (await bot.store.saveSettingsDraft({ ...whose, ...change })).id,
    setup: (await bot.store.saveSetupDraft({ ...whose, topics: [secret], time: null, zone: null })).id,
    subscription,
    draft: await draft('about:"learning graphs"'),
    search: await draft(secret),
    removal: await removed(draft),
    ping: await addPing(),
    email: await addEmail(),
    digest: await postedDigest(),
    present: await heldMeeting(null),
    release: await heldMeeting(bot.manager.id),
    webhook: await addWebhook(),
    cited: await draft(`2606.${String(prepared).padStart(5, '0')}`),
  };
}

/** A digest of the first channel, with one paper. */
async function postedDigest(): Promise<string> {
  const id = `2606.${String(prepared).padStart(5, '0')}`;
  await bot.announce([inventPaper({ id })]);
  const [channelId, at] = [bot.channelId, bot.now()];
  const date = utcDate(prepared * dayMs);
  const nonce = `nonce-${prepared}`;
  const plan = {
    channelId,
    date,
    papers: [id],
    leftOut: ['2606.00001'],
    parts: [{ json: '{}', nonce }],
    consideredNewsNumber: 0,
    at,
  };
  await bot.store.planDigest({ ...plan, isRequested: true });
  return nonce;
}

/** A meeting of the club of the first channel, on the paper of the digest. The club goes on. */
async function heldMeeting(presenterId: string | null): Promise<number> {
  const { channelId, guildId, store } = bot;
  const [at, closesAt] = [bot.now(), bot.now() + dayMs + 2 * prepared + Number(presenterId === null)];
  const times = { closes: { day: 1, time: '17:00' }, meets: { day: 2, time: '12:00' }, weeks: 1 } as const;
  const club = { channelId, guildId, ...times, winners: 1, voiceChannelId: null, openedAt: 0, closesAt };
  await store.stopClub(channelId);
  await store.startClub(club);
  const paperId = paperOf(`nonce-${prepared}`);
  await store.voteForPaper({ channelId, userId: bot.manager.id, paperId, at });
  await store.closeClub({ channelId, closesAt, meetsAt: closesAt + 1, nextClosesAt: closesAt + 2, at });
  const [{ id } = { id: 0 }] = await store.claimClubMeetings(at, 1);
  await store.settleClubMeeting(id, { state: 'sent' });
  if (presenterId !== null) await store.claimPresentation({ meetingId: id, place: 1, userId: presenterId, at });
  await store.stopClub(channelId);
  await store.startClub(club);
  return id;
}
type Prepared = Awaited<ReturnType<typeof prepare>>;

const upvotesAtPresent = async () => (await bot.store.channel(bot.channelId))?.minUpvotes ?? 0;
async function addPing(): Promise<number> {
  const whose = { guildId: bot.guildId, channelId: bot.channelId, userId: bot.manager.id };
  await bot.store.addPing({ ...whose, topic: 'gulls', way: 'mention', at: bot.now(), cap: 10 });
  return (await bot.store.pings(bot.manager.id))[0]?.id ?? 0;
}

async function addEmail(): Promise<number> {
  const whose = { guildId: bot.guildId, channelId: bot.channelId, userId: bot.manager.id };
  const address = `${secret}-${prepared}@example.org`;
  return (await bot.store.addDestination({ ...whose, kind: 'mail', address, at: bot.now() }))?.id ?? 0;
}

/** The channel's only webhook. */
async function addWebhook(): Promise<number | undefined> {
  const known = await bot.store.destinations(bot.channelId);
  for (const { id, kind } of known) if (kind === 'slack') await bot.store.removeDestination(id);
  const whose = { guildId: bot.guildId, channelId: bot.channelId, userId: bot.manager.id, at: bot.now() };
  const address = `https://hooks.slack.com/services/T012ABCDE/B012ABCDE/${secret}${prepared}`;
  return (await bot.store.addDestination({ ...whose, kind: 'slack', address }))?.id;
}

async function subscribe(topic: string): Promise<number> {
  await bot.subscribe(topic);
  return (await bot.store.subscriptions(bot.guildId)).find((one) => one.topic === topic)?.id ?? 0;
}

async function removed(draft: (text: string, replaces: number) => Promise<number>): Promise<number> {
  const id = await subscribe(`removed ${prepared}`);
  await bot.store.unsubscribe(bot.guildId, id, bot.now());
  return draft('removed', id);
}

/** A forged press for each component. */
const presses: Readonly<Record<keyof typeof authorizationTable.components, (ids: Prepared) => ForgedPress>> = {
  subscribe: ({ draft }) => ({ customId: `subscribe:${draft}` }),
  'edit-draft': ({ draft }) => ({ customId: `edit-draft:${draft}` }),
  'take-hint': ({ draft }) => ({ customId: `take-hint:${draft}` }),
  'set-strictness': ({ draft }) => ({ customId: `set-strictness:${draft}:8` }),
  'cancel-draft': ({ draft }) => ({ customId: `cancel-draft:${draft}` }),
  'show-missed': ({ draft }) => ({ customId: `show-missed:${draft}` }),
  'edit-subscription': ({ subscription }) => ({ customId: `edit-subscription:${subscription}` }),
  'list-page': () => ({ customId: 'list-page:all:0' }),
  'list-edit': ({ subscription }) => ({ customId: 'list-edit:all:0', value: String(subscription) }),
  'list-remove': ({ subscription }) => ({ customId: 'list-remove:all:0', value: String(subscription) }),
  'list-pause': () => ({ customId: 'list-pause:all:0', value: `pause ${bot.channelId}` }),
  restore: ({ removal }) => ({ customId: `restore:${removal}` }),
  // A channel of the server that is there. The other one is its second channel.
  'move-topics': () => ({ customId: `move-topics:${bot.channelId}`, channel: otherChannel() }),
  'drop-topics': () => ({ customId: `drop-topics:${bot.channelId}` }),
  'feed-page': () => ({ customId: `feed-page:${bot.channelId}:0` }),
  'renew-feeds': () => ({ customId: `renew-feeds:${bot.channelId}` }),
  'revoke-feeds': () => ({ customId: `revoke-feeds:${bot.channelId}` }),
  'search-page': ({ search }) => ({ customId: `search-page:${search}:best:0` }),
  'search-share': ({ search }) => ({ customId: `search-share:${search}:best:0` }),
  'digest-actions': ({ digest }) => ({ customId: `digest-actions:${digest}`, value: 'why' }),
  'digest-page': ({ digest }) => ({ customId: `digest-page:${digest}:save:0` }),
  'digest-pick': ({ digest }) => ({ customId: `digest-pick:${digest}:why:0`, value: paperOf(digest) }),
  'cite-format': ({ cited }) => ({ customId: `cite-format:${cited}`, value: 'ris' }),
  'club-vote': ({ digest }) => ({ customId: `club-vote:${digest}` }),
  'club-pick': ({ digest }) => ({ customId: `club-pick:${bot.channelId}`, value: paperOf(digest) }),
  'club-present': ({ present }) => ({ customId: `club-present:${present}:1` }),
  'club-release': ({ release }) => ({ customId: `club-release:${release}:1` }),
  'show-rest': ({ digest }) => ({ customId: `show-rest:${digest}` }),
  'rest-page': ({ digest }) => ({ customId: `rest-page:${digest}:0` }),
  'paper-actions': ({ digest }) => ({ customId: `paper-actions:${paperOf(digest)}`, value: 'why' }),
  unsave: () => ({ customId: 'unsave:1' }),
  'drop-saved': ({ digest }) => ({ customId: `drop-saved:${paperOf(digest)}` }),
  'saved-page': () => ({ customId: 'saved-page:0' }),
  'saved-note': ({ digest }) => ({ customId: 'saved-note:0', value: paperOf(digest) }),
  'saved-remove': ({ digest }) => ({ customId: 'saved-remove:0', value: paperOf(digest) }),
  'restore-saved': ({ digest }) => ({ customId: `restore-saved:0:${paperOf(digest)}` }),
  'change-setting': ({ settings }) => ({ customId: `change-setting:${settings}`, value: 'layout' }),
  'set-setting': ({ settings }) => ({ customId: `set-setting:${settings}:layout`, value: 'list' }),
  'show-settings': ({ settings }) => ({ customId: `show-settings:${settings}` }),
  'save-settings': ({ settings }) => ({ customId: `save-settings:${settings}` }),
  'cancel-settings': ({ settings }) => ({ customId: `cancel-settings:${settings}` }),
  'ask-forget': ({ settings }) => ({ customId: `ask-forget:${settings}` }),
  'forget-marks': ({ settings }) => ({ customId: `forget-marks:${settings}` }),
  'remove-ping': ({ ping }) => ({ customId: 'remove-ping', value: String(ping) }),
  'email-step': ({ email }) => ({ customId: `email-step:${bot.channelId}`, value: `remove ${email}` }),
  'slack-step': ({ webhook }) => ({ customId: `slack-step:${bot.channelId}`, value: `remove ${webhook}` }),
  'erase-server': () => ({ customId: 'erase-server' }),
  'export-mine': () => ({ customId: 'export-mine' }),
  'erase-mine': () => ({ customId: 'erase-mine' }),
  'set-up': () => ({ customId: 'set-up' }),
  'setup-channel': ({ setup }) => ({ customId: `setup-channel:${setup}`, channel: bot.channelId }),
  'setup-field': ({ setup }) => ({ customId: `setup-field:${setup}`, value: 'Physics' }),
  'setup-topics': ({ setup }) => ({ customId: `setup-topics:${setup}:0`, value: 'LLM agents' }),
  'setup-words': ({ setup }) => ({ customId: `setup-words:${setup}` }),
  'setup-clear': ({ setup }) => ({ customId: `setup-clear:${setup}` }),
  'setup-time': ({ setup }) => ({ customId: `setup-time:${setup}` }),
  'setup-step': ({ setup }) => ({ customId: `setup-step:${setup}:preview` }),
  'setup-done': ({ setup }) => ({ customId: `setup-done:${setup}` }),
  'setup-cancel': ({ setup }) => ({ customId: `setup-cancel:${setup}` }),
};
const paperOf = (digest: string): string => `2606.${digest.replace('nonce-', '').padStart(5, '0')}`;
type Verb = keyof typeof presses;
const verbs = Object.keys(presses) as Verb[];

const outcomes = (...[owner, manager, ofChannel, ofOther, reader, stranger]: string[]) => ({
  owner,
  manager,
  'manager of the channel': ofChannel,
  'manager of another channel': ofOther,
  reader,
  stranger,
});
const ofDrafts = outcomes('not-the-owner', 'granted', 'not-the-owner', 'not-the-owner', 'not-the-owner', 'stale');
const ofRows = outcomes('granted', 'granted', 'granted', 'not-a-manager', 'not-a-manager', 'stale');
// Only these two manage both channels. To a stranger, neither is there.
const ofMoves = outcomes('granted', 'granted', 'not-a-manager', 'not-a-manager', 'not-a-manager', 'no-such-channel');
// To a stranger, the channel is not there.
const ofPauses = outcomes('granted', 'granted', 'granted', 'not-a-manager', 'not-a-manager', 'no-such-channel');
// A stranger who manages a channel elsewhere sees the list of that server.
const ofList = outcomes('granted', 'granted', 'granted', 'granted', 'not-a-manager', 'granted');

// Digests are for readers of the channel, and to a stranger they are not there.
const ofDigests = outcomes('granted', 'granted', 'granted', 'granted', 'granted', 'no-such-digest');
// The same for clubs, to which a stranger's buttons are stale.
const ofClubs = outcomes('granted', 'granted', 'granted', 'granted', 'granted', 'stale');
const ofAll = outcomes('granted', 'granted', 'granted', 'granted', 'granted', 'granted');
// The owner has Manage Server, and the managers do not. A stranger manages a channel of another server.
const notTheServer = 'not-a-server-manager';
const ofServer = outcomes('granted', notTheServer, notTheServer, notTheServer, 'not-a-manager', notTheServer);
// Everybody reaches their own reading list only, which is empty.
const ofLists = outcomes('stale', 'stale', 'stale', 'stale', 'stale', 'stale');

/** What each person gets, by who may use the component. */
const expected: Readonly<Record<Verb, Readonly<Record<Role, string | undefined>>>> = {
  subscribe: ofDrafts,
  'edit-draft': ofDrafts,
  'take-hint': ofDrafts,
  'set-strictness': ofDrafts,
  'cancel-draft': ofDrafts,
  // No papers were given.
  'show-missed': outcomes('not-the-owner', 'forgotten', 'not-the-owner', 'not-the-owner', 'not-the-owner', 'stale'),
  'edit-subscription': ofRows,
  'list-page': ofList,
  'list-edit': ofRows,
  'list-remove': ofRows,
  'list-pause': ofPauses,
  restore: ofDrafts,
  'move-topics': ofMoves,
  'drop-topics': ofRows,
  'feed-page': ofPauses,
  'renew-feeds': ofPauses,
  'revoke-feeds': ofPauses,
  'search-page': ofDrafts,
  'search-share': ofDrafts,
  'cite-format': ofDrafts,
  'digest-actions': ofDigests,
  'digest-page': ofDigests,
  'digest-pick': ofDigests,
  'club-vote': ofDigests,
  'club-pick': ofClubs,
  'club-present': ofClubs,
  'club-release': outcomes('granted', 'granted', 'granted', 'not-your-paper', 'not-your-paper', 'stale'),
  'show-rest': ofDigests,
  'rest-page': ofDigests,
  'paper-actions': ofAll,
  unsave: ofLists,
  'drop-saved': ofLists,
  'saved-page': ofAll,
  'saved-note': ofLists,
  'saved-remove': ofLists,
  'restore-saved': ofLists,
  'change-setting': ofDrafts,
  'set-setting': ofDrafts,
  'show-settings': ofDrafts,
  'save-settings': ofDrafts,
  'cancel-settings': ofDrafts,
  'ask-forget': ofDrafts,
  'forget-marks': ofDrafts,
  'remove-ping': outcomes('stale', 'granted', 'stale', 'stale', 'stale', 'stale'),
  'email-step': ofRows,
  // To a stranger, the webhook is not there.
  'slack-step': ofRows,
  'erase-server': ofServer,
  'export-mine': ofAll,
  'erase-mine': ofAll,
  'set-up': ofList,
  'setup-channel': ofDrafts,
  'setup-field': ofDrafts,
  'setup-topics': ofDrafts,
  'setup-words': ofDrafts,
  'setup-clear': ofDrafts,
  'setup-time': ofDrafts,
  'setup-step': ofDrafts,
  'setup-done': ofDrafts,
  'setup-cancel': ofDrafts,
};

/** Everything that a reply shows. */
const textOf = (reply: Reply): string => {
  const { message, followUps, modal } = reply.refresh();
  // A refused press leaves the message with the button as it was.
  return JSON.stringify([reply.kind === 'deferred-update' ? undefined : message, followUps, modal]);
};

const topics = async () => (await bot.store.subscriptions(bot.guildId)).map(({ topic }) => topic);

async function state() {
  return { topics: await topics(), channel: await bot.store.channel(bot.channelId) };
}

describe.each(people)('%s', (role) => {
  it('who forges a button or a menu gets what the table says', async () => {
    const { person, channelId } = actAs(role);
    for (const verb of verbs) {
      const press = presses[verb](await prepare());
      const before = await state();
      const reply = await pressForged(bot, person, press, channelId);
      const outcome = outcomeOf(bot, reply);
      expect([verb, outcome]).toEqual([verb, expected[verb][role]]);
      if (outcome === 'granted' && role !== 'stranger') continue;
      expect(textOf(reply)).not.toContain(secret);
      expect(await state()).toEqual(before);
    }
  });

  it('who forges a form gets what the table says', async () => {
    const { person, channelId } = actAs(role);
    const ids = await prepare();
    const form = await pressForged(bot, bot.manager, presses['edit-draft'](ids), bot.channelId);
    for (const verb of ['edit-draft', 'edit-subscription'] as const) {
      const { customId } = presses[verb](ids);
      const reply = await submitForged(bot, person, { form, customId, text: 'gulls' }, channelId);
      expect(outcomeOf(bot, reply)).toBe(expected[verb][role]);
      if (outcomeOf(bot, reply) !== 'granted') expect(textOf(reply)).not.toContain(secret);
    }
  });
});

/** Options that let each command do its work on the server's first channel. */
const optionsOf = (name: string, { subscription }: Prepared): OptionValues => {
  const isChosen = /^(?:digest |club |subscribe$)/.test(name) && !ofWholeServer.has(name) && !isForAll(name);
  return {
    ...(isChosen ? { channel: bot.channelId } : {}),
    ...(name === 'subscribe' ? { topic: 'gulls' } : {}),
    ...(name === 'unsubscribe' ? { subscription: `#${subscription}` } : {}),
    ...(name === 'digest settings' ? { max: 3 } : {}),
    ...(name === 'club start' ? { closes: 'Thu 17:00' } : {}),
    ...(name === 'digest why' || name === 'papers show' || name === 'papers similar' ? { paper: '2606.00001' } : {}),
    ...(name === 'papers search' ? { query: 'gulls' } : {}),
    ...(name === 'papers ping' ? { topic: 'gulls' } : {}),
  };
};

/** The commands that are about the whole server, and not about a chosen channel. */
const ofWholeServer = new Set(['subscriptions', 'digest export', 'digest erase']);

const refusals = new Set(['not-a-manager', 'not-the-owner', 'stale', 'no-such-channel']);
const names = commands.map(({ definition: { name } }) => name);
const isForAll = (name: string): boolean => name.startsWith('papers ') || name === 'club status';

describe.each(people.filter((role) => role !== 'stranger'))('%s', (role) => {
  it('who runs a command gets what the table says', async () => {
    const { person, channelId } = actAs(role);
    for (const name of names) {
      const ids = await prepare();
      const before = await state();
      const reply = await person.run(`/${name}`, optionsOf(name, ids), { in: channelId });
      const outcome = outcomeOf(bot, reply);
      const isElsewhere = role === 'manager of another channel' && !ofWholeServer.has(name);
      if (isForAll(name) || (role !== 'reader' && !isElsewhere)) {
        expect(refusals).not.toContain(outcome);
        continue;
      }
      expect([name, outcome]).toEqual([name, 'not-a-manager']);
      expect(textOf(reply)).not.toContain(secret);
      expect(await state()).toEqual(before);
    }
  });

  it('gets the suggestions of the server only as a manager', async () => {
    const { person, channelId } = actAs(role);
    await prepare();
    for (const [name, option] of [
      ['subscribe', 'topic'],
      ['unsubscribe', 'subscription'],
    ] as const) {
      const choices = await person.complete(`/${name}`, option, secret, {}, { in: channelId });
      expect(choices.some(({ name: shown }) => shown.includes(secret) && shown !== secret)).toBe(role !== 'reader');
    }
    const zones = await person.complete('/digest settings', 'zone', 'Ber', {}, { in: channelId });
    expect(zones.length > 0).toBe(role !== 'reader');
  });
});

describe('a stranger of another server', () => {
  it('sees nothing of the server, and changes nothing there', async () => {
    const { person, channelId } = actAs('stranger');
    const ids = await prepare();
    const before = await state();
    for (const name of names) {
      const { channel: _, ...options } = optionsOf(name, ids);
      const reply = await person.run(`/${name}`, options, { in: channelId });
      expect(textOf(reply)).not.toContain(secret);
    }
    for (const [name, option] of [
      ['subscribe', 'topic'],
      ['unsubscribe', 'subscription'],
    ] as const) {
      const choices = await person.complete(`/${name}`, option, '', {}, { in: channelId });
      expect(JSON.stringify(choices)).not.toContain(secret);
    }
    expect(await state()).toEqual(before);
  });
});

describe.each(['in direct messages', 'on a server that the bot is not on'])('%s', (where) => {
  it('nothing of a server can be seen or changed', async () => {
    const guild = bot.discord.world.createGuild({ name: 'Elsewhere', channels: ['talk'], bot: false });
    const outside = { name: 'reader', hasInstalled: true };
    const person = bot.discord.person(where === 'in direct messages' ? outside : { ...outside, guild });
    const ids = await prepare();
    const before = await state();
    for (const name of names.filter((one) => !isForAll(one))) {
      const { channel: _, ...options } = optionsOf(name, ids);
      expect(textOf(await person.run(`/${name}`, options))).not.toContain(secret);
    }
    for (const verb of verbs) {
      const reply = await pressForged(bot, person, presses[verb](ids), person.directChannel().id);
      expect(textOf(reply)).not.toContain(secret);
      const refusal = authorizationTable.components[verb] === digestReader ? 'no-such-digest' : 'stale';
      if (namingARow.includes(verb) && verb !== 'paper-actions')
        expect([verb, outcomeOf(bot, reply)]).toEqual([verb, refusal]);
    }
    expect(await state()).toEqual(before);
  });
});

/** The components that name a row of the store. The others name a channel, a page or nothing. */
const namingNoRow = new Set<Verb>([
  'feed-page',
  'renew-feeds',
  'revoke-feeds',
  'list-page',
  'list-pause',
  'move-topics',
  'drop-topics',
  'saved-page',
  'set-up',
  'slack-step',
]);
const ofData = new Set<Verb>(['erase-server', 'export-mine', 'erase-mine']);
const namingARow = verbs.filter((verb) => !namingNoRow.has(verb) && !ofData.has(verb));

describe('a manager', () => {
  it('who forges an id is refused', async () => {
    await prepare();
    const ids = ['', '0', '-1', '1e3', 'x', '99999', '9'.repeat(40)];
    for (const [verb, id] of namingARow.flatMap((one) => ids.map((given) => [one, given] as const))) {
      const isMenu = verb.startsWith('list-') || verb === 'remove-ping';
      const press = isMenu ? { customId: `${verb}:all:0`, value: id || 'none' } : { customId: `${verb}:${id}:best:0` };
      const reply = await pressForged(bot, bot.manager, press, bot.channelId);
      const refusal = authorizationTable.components[verb] === digestReader ? 'no-such-digest' : 'stale';
      expect([verb, id, outcomeOf(bot, reply)]).toEqual([verb, id, refusal]);
    }
  });

  it('who has lost the permission can no longer use the own drafts, except to cancel them', async () => {
    const ids = await prepare();
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.manager, deny: ['ManageChannels'] });
    for (const verb of ['subscribe', 'edit-draft', 'take-hint', 'set-strictness', 'restore', 'cancel-draft'] as const) {
      const reply = await pressForged(bot, bot.manager, presses[verb](ids), bot.channelId);
      expect(outcomeOf(bot, reply)).toBe(verb === 'cancel-draft' ? 'granted' : 'not-a-manager');
    }
  });
});

it('refuses another manager who presses the button of a hint', async () => {
  const ids = await prepare();
  const other = bot.person({ name: 'noor', permissions: ['ManageChannels'] });
  const reply = await pressForged(bot, other, presses['take-hint'](ids), bot.channelId);
  expect((reply.followUps.at(-1) ?? reply.message)?.content).toContain('Only the person who ran the command');
});

describe('the table', () => {
  it('has a row for each command and each component, and no others', () => {
    expect(Object.keys(authorizationTable.commands).toSorted()).toEqual(names.toSorted());
    expect(Object.keys(authorizationTable.components).toSorted()).toEqual(
      components.map(({ verb }) => verb).toSorted(),
    );
    expect(Object.keys(authorizationTable.menus).toSorted()).toEqual(menus.map(({ key }) => key).toSorted());
  });

  it('lets nothing be registered without a row', () => {
    const { subscribe: _run, ...otherCommands } = authorizationTable.commands;
    const { restore: _press, ...otherComponents } = authorizationTable.components;
    expect(() => authorizeCommands(commands, otherCommands)).toThrow('does not say who may use subscribe. Add a row.');
    expect(() => authorizeComponents(components, otherComponents)).toThrow('does not say who may use restore.');
    expect(() => authorizeMenus(menus, {})).toThrow('does not say who may use save.');
    const { suggest: _, ...row } = authorizationTable.commands.subscribe;
    const withoutSuggestions = { ...authorizationTable.commands, subscribe: row };
    expect(() => authorizeCommands(commands, withoutSuggestions)).toThrow('the suggestions of /subscribe');
    const forAll = { ...authorizationTable.commands, subscriptions: authorizationTable.commands['papers help'] };
    expect(() => authorizeCommands(commands, forAll)).toThrow('Discord offers /subscriptions to managers');
  });

  it('is the one in SECURITY.md', () => {
    const security = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');
    const rows = [
      ...Object.entries(authorizationTable.commands).map(([name, { run }]) => [`\`/${name}\``, run.who]),
      ...Object.entries(authorizationTable.components).map(([verb, { who }]) => [`\`${verb}\``, who]),
      ...Object.entries(authorizationTable.menus).map(([key, { who }]) => [english.menus[key as 'save'], who]),
    ];
    const byPeople = Map.groupBy(rows, ([, who]) => who);
    for (const [who, of] of byPeople) {
      expect(security).toContain(`| ${of.map(([what]) => what).join(', ')} | ${who} |`);
    }
  });
});
