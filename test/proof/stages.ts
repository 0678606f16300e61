import { Routes } from 'discord.js';
import { deliveryNonce } from '../../src/digests/delivery-nonce.ts';
import type { PingWay } from '../../src/digests/pings.ts';
import { createSendGate } from '../../src/discord/posting/send-gate.ts';
import { digestReference } from '../../src/discord/rendering/digest-messages.ts';
import { createRest } from '../../src/discord/rest.ts';
import type { LocalDiscord } from '../../src/playground/discord/local-discord.ts';
import type { Channel } from '../../src/playground/discord/world-shapes.ts';
import type { ChangedSettings } from '../../src/store/channels.ts';
import type { Club } from '../../src/store/clubs.ts';
import { openStore } from '../../src/store/databases.ts';
import { followUpPart } from '../../src/store/follow-ups.ts';
import type { Store } from '../../src/store/store.ts';
import { reviewPart } from '../../src/store/weekly-reviews.ts';
import { dayMs, hourMs, utcDate } from '../../src/time.ts';
import type { MailServer } from '../support/mail-server.ts';
import { createQuickPace } from '../support/quick-discord.ts';
import { type Beside, beginLife, silentLog } from './life.ts';
import { prepareDatabase, type SceneChannel, scene, sceneSource } from './scene.ts';

/** What a story posts. The last seven come after a digest. */
export const crashPlaces = [
  'text',
  'forum',
  'compact',
  'follow-up',
  'review',
  'pings',
  'club',
  'club-forum',
  'publication',
  'mail',
] as const;
export type CrashPlace = (typeof crashPlaces)[number];

/** Where a story is prepared. */
export interface StagePlan {
  readonly place: CrashPlace;
  readonly discord: LocalDiscord;
  /** It is moved to the moment at which the story begins. */
  readonly time: { now: number };
  readonly databaseUrl: string;
  readonly mailServer: MailServer;
}

export interface Stage {
  readonly channelId: string;
  /** The job that runs beside those of digests. */
  readonly beside: Beside | null;
  /** The requests of which the first one's answer can be lost. */
  readonly posts: RegExp;
  /** What readers must find once. */
  readonly expected: readonly Expected[];
  /** Whether they must find it in this order. */
  readonly isOrdered: boolean;
  /** Whether the outbox says that something may not have arrived. Then it is not lost without a word. */
  isUnsure?(): Promise<boolean>;
}

/** A message, or something else by its ids. */
type Expected = { rooms(): readonly Channel[]; isIt(text: string): boolean } | { ids(): readonly string[] };

/** Prepares a story. A digest that comes before what the story posts is posted by a life that does not die. */
export async function prepareStage(plan: StagePlan): Promise<Stage> {
  const { discord, place } = plan;
  const guild = discord.world.createGuild({ name: 'Proof' });
  const { kind, layout } = channels[place];
  const channel = discord.world.createChannel({ guild, name: 'papers', kind });
  const whose = { guildId: guild.id, channelId: channel.id };
  await prepareDatabase(plan.databaseUrl, { ...whose, kind, layout });
  const dates = [scene.date, utcDate(scene.start + dayMs)];
  const digest = Array.from({ length: scene.parts }, (_, index) => partOf(channel, dates, index + 1, plan));
  const common = { channelId: channel.id, beside: null, posts: /\/(messages|threads)$/, isOrdered: true };
  switch (place) {
    case 'text':
    case 'forum':
    case 'compact':
      return { ...common, expected: digest };
    case 'follow-up':
      await postDigest(whose, plan, (store) => configure(whose, { followsUp: true }, store));
      await changePapers(plan);
      return {
        ...common,
        beside: 'follow-ups',
        expected: [partOf(channel, [utcDate(plan.time.now)], followUpPart, plan)],
      };
    case 'review':
      await postDigest(whose, plan, (store) => configure(whose, { reviewDay: saturday }, store));
      await markPaper(whose, plan);
      return { ...common, beside: 'reviews', expected: [partOf(channel, [utcDate(plan.time.now)], reviewPart, plan)] };
    case 'pings':
      return { ...common, beside: 'pings', expected: await pingTwo(whose, plan), isOrdered: false };
    case 'mail':
      return { ...common, beside: 'mail', ...(await addressOf(whose, plan)) };
    case 'publication': {
      const follower = await follow(channel, plan);
      await postDigest(whose, plan);
      const expected = digest.map((part) => ({ ...part, rooms: () => [follower] }));
      return { ...common, posts: /\/crosspost$/, beside: 'publications', expected };
    }
    case 'club':
    case 'club-forum': {
      const expected = await closeAgenda(whose, channel, plan);
      const posts = /\/(messages|threads|scheduled-events)$/;
      return { ...common, posts, beside: 'clubs', expected, isOrdered: false };
    }
  }
}

/** The kinds of channels, and the forms of messages, by which a part is recognised. */
const channels = {
  text: { kind: 'text', layout: 'cards' },
  forum: { kind: 'forum', layout: 'cards' },
  compact: { kind: 'text', layout: 'compact' },
  'follow-up': { kind: 'text', layout: 'cards' },
  review: { kind: 'text', layout: 'cards' },
  pings: { kind: 'text', layout: 'cards' },
  club: { kind: 'text', layout: 'cards' },
  'club-forum': { kind: 'forum', layout: 'cards' },
  publication: { kind: 'announcement', layout: 'cards' },
  mail: { kind: 'text', layout: 'cards' },
} as const satisfies Record<CrashPlace, Pick<SceneChannel, 'kind' | 'layout'>>;

/**
 * A message of the outbox, in the channel or in a thread of it. It belongs to the digest of one of these dates: papers that
 * could not be pulled in time come with the next digest.
 */
function partOf(channel: Channel, dates: readonly string[], part: number, { discord }: StagePlan): Expected {
  const references = dates.map((date) => digestReference(deliveryNonce(channel.id, date, part)));
  return {
    rooms: () => [...discord.world.channels.values()].filter(({ id, parentId }) => [id, parentId].includes(channel.id)),
    isIt: (content) => references.some((reference) => content.endsWith(reference)),
  };
}

interface Whose {
  readonly guildId: string;
  readonly channelId: string;
}

/** Lets the digest of the scene be posted, without what runs beside it. */
async function postDigest(
  { channelId }: Whose,
  { databaseUrl, discord, time }: StagePlan,
  before: (store: Store) => Promise<unknown> = async () => {},
): Promise<void> {
  {
    await using store = await openStore({ url: databaseUrl });
    await before(store);
  }
  const access = { databaseUrl, discordUrl: discord.url, token: discord.token, botUserId: discord.applicationId };
  const parts = { clock: () => time.now, sources: [sceneSource], reach: () => {}, log: silentLog };
  await using life = await beginLife({ ...access, ...parts, channelId, policy: 'paperboy', beside: null });
  await life.wake();
  if (!(await life.isSettled())) throw new Error('The digest before the story was not posted.');
}

const configure = ({ guildId, channelId }: Whose, changes: ChangedSettings, store: Store) =>
  store.configureChannel({
    ...{ guildId, channelId, changes, at: scene.start },
    defaults: { schedule: { time: '09:00', zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7] }, maxPapers: 20, language: 'en' },
  });

/** Two papers get a new version in the afternoon. The story begins with the digest of the next day. */
async function changePapers({ databaseUrl, time }: StagePlan): Promise<void> {
  await using store = await openStore({ url: databaseUrl });
  const at = scene.start + hourMs;
  const entries = scene.papers
    .slice(0, 2)
    .map((paper) => ({ paper: { ...paper, version: 2 }, announceType: 'replace' as const }));
  const listing = { source: 'arxiv', date: utcDate(at), entries, skipped: [], etags: {}, isPartial: true } as const;
  await store.recordListing(listing, at);
  time.now = scene.start + dayMs;
}

/** The day after the scene. */
const saturday = 6;

/** A reader marks a paper. The story begins with the digest of the next day, which is that of the review. */
async function markPaper({ channelId }: Whose, { databaseUrl, time }: StagePlan): Promise<void> {
  await using store = await openStore({ url: databaseUrl });
  const [paper] = scene.papers;
  const mark = { channelId, userId: '1', paperId: paper?.id ?? '', wish: 'more', at: scene.start + hourMs } as const;
  await store.markPaper(mark);
  time.now = scene.start + dayMs;
}

/** Two people want a ping for papers of the digest: one by a mention, one by a direct message. */
async function pingTwo(whose: Whose, plan: StagePlan): Promise<readonly Expected[]> {
  const { discord } = plan;
  const { guildId: guild, channelId: channel } = whose;
  const [ada, eve] = [discord.person({ name: 'ada', guild, channel }), discord.person({ name: 'eve', guild, channel })];
  const add = (userId: string, way: PingWay) => (store: Store) =>
    store.addPing({ guildId: guild, channelId: channel, userId, topic: 'invented', way, at: scene.start, cap: 10 });
  await postDigest(whose, plan, async (store) => {
    await add(ada.id, 'mention')(store);
    await add(eve.id, 'message')(store);
  });
  const inChannel = discord.world.channel(channel);
  return [
    { rooms: () => [inChannel], isIt: (content) => content.startsWith(`<@${ada.id}>`) },
    { rooms: () => [eve.directChannel()], isIt: () => true },
  ];
}

/**
 * A club with two votes, whose agenda closes half an hour after the digest. The story begins with the close. Readers must find
 * its message or post, the thread, the papers in it, and the event.
 */
async function closeAgenda(whose: Whose, channel: Channel, plan: StagePlan): Promise<readonly Expected[]> {
  const { discord, time } = plan;
  discord.world.setBotPermissions(whose.guildId, clubPermissions);
  // Before the source is asked again.
  const closesAt = scene.start + hourMs / 2;
  const club: Club = {
    ...{ ...whose, closes: { day: 5, time: '09:30' }, meets: { day: 6, time: '18:00' }, weeks: 1 },
    ...{ winners: 2, voiceChannelId: null, openedAt: scene.start - dayMs, closesAt },
  };
  await postDigest(whose, plan, (store) => store.startClub(club));
  {
    await using store = await openStore({ url: plan.databaseUrl });
    for (const { id: paperId } of scene.papers.slice(0, 2))
      await store.voteForPaper({ channelId: channel.id, userId: '7', paperId, at: scene.start });
  }
  const posted = new Set(discord.world.channels.keys());
  time.now = closesAt + 30_000;
  const threads = () => threadsOf(channel, discord).filter(({ id }) => !posted.has(id));
  const inChannel = () => (channel.forum === null ? [channel] : threads());
  return [
    { rooms: inChannel, isIt: (content) => content.includes('the agenda is closed') },
    { ids: () => threads().map(({ id }) => id) },
    { rooms: () => [channel, ...threads()], isIt: (content) => content.includes('we meet') },
    { ids: () => discord.world.eventsOf(whose.guildId).map(({ id }) => id) },
  ];
}

const threadsOf = ({ id }: Channel, { world }: LocalDiscord): readonly Channel[] =>
  [...world.channels.values()].filter(({ parentId }) => parentId === id);

const clubPermissions = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'CreateEvents',
] as const;

/** An address that gets the digest as well. */
async function addressOf(whose: Whose, { databaseUrl, mailServer }: StagePlan) {
  const { guildId, channelId } = whose;
  const address = `channel-${channelId}@example.org`;
  const read = async <Read>(run: (store: Store) => Promise<Read>): Promise<Read> => {
    await using store = await openStore({ url: databaseUrl });
    return await run(store);
  };
  await read((store) =>
    store.addDestination({ guildId, channelId, kind: 'mail', address, userId: '1', at: scene.start }),
  );
  return {
    expected: [{ ids: () => mailServer.recipients.flatMap((one, index) => (one === address ? String(index) : [])) }],
    isUnsure: async () =>
      (await read((store) => store.destinations(channelId))).some(({ last }) => last?.state === 'uncertain'),
  };
}

/** A channel of another server that follows the channel. */
async function follow(channel: Channel, { discord, time }: StagePlan): Promise<Channel> {
  const elsewhere = discord.world.createGuild({ name: 'Elsewhere', bot: ['ManageWebhooks', 'ViewChannel'] });
  const follower = discord.world.createChannel({ guild: elsewhere, name: 'from-outside' });
  const gate = createSendGate({ clock: () => time.now, log: silentLog });
  const connection = { apiUrl: discord.url, token: discord.token, userAgent: 'paperboy/proof', timeoutMs: 5_000 };
  const rest = createRest({ ...connection, log: silentLog, gate, pace: createQuickPace() });
  await rest.post(Routes.channelFollowers(channel.id), { body: { webhook_channel_id: follower.id } });
  return follower;
}
