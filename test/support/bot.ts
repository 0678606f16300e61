import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { REST } from 'discord.js';
import { afterEach, beforeEach, expect } from 'vitest';
import { defaultSchedule, nextOccurrence } from '../../src/digests/schedule.ts';
import { authorizationTable as table } from '../../src/discord/authorization/table.ts';
import { commands } from '../../src/discord/commands/registry.ts';
import { components } from '../../src/discord/components/registry.ts';
import { fileOrigins } from '../../src/discord/file-origins.ts';
import { connectGateway, type Gateway } from '../../src/discord/gateway.ts';
import { registerCommands } from '../../src/discord/interactions/registration.ts';
import { createRouter, type Router } from '../../src/discord/interactions/router.ts';
import { menus } from '../../src/discord/menus/registry.ts';
import { advanceMeeting } from '../../src/discord/notices/club-meeting.ts';
import { sendPingNotice } from '../../src/discord/notices/ping-notice.ts';
import { type ChannelPoster, createPoster } from '../../src/discord/posting/poster.ts';
import { publishMessage } from '../../src/discord/posting/publisher.ts';
import { createSendGate } from '../../src/discord/posting/send-gate.ts';
import { createRest } from '../../src/discord/rest.ts';
import { createClubMeetings } from '../../src/jobs/club-meetings.ts';
import { createDeliverer, type DeliverTools } from '../../src/jobs/deliver.ts';
import { createDestinationSending } from '../../src/jobs/destination-sending.ts';
import { planFollowUps } from '../../src/jobs/follow-ups.ts';
import { createPingNotices } from '../../src/jobs/ping-notices.ts';
import { planDueDigests } from '../../src/jobs/planning/due-digests.ts';
import type { PlanTools } from '../../src/jobs/planning/planning-round.ts';
import { publishDue } from '../../src/jobs/publish.ts';
import { planWeeklyReviews } from '../../src/jobs/weekly-reviews.ts';
import type { Meaning } from '../../src/meaning/meaning.ts';
import { createFileFetch } from '../../src/paper-files/attached-file.ts';
import { createPaperFileReader, type PaperFileOptions } from '../../src/paper-files/paper-file-thread.ts';
import type { AnnounceType } from '../../src/papers/announce-type.ts';
import type { Paper } from '../../src/papers/paper.ts';
import { createPictureThread, type PictureDrawer } from '../../src/pictures/picture-thread.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import type { LimitSettings } from '../../src/playground/discord/rate-limits.ts';
import type { Person, PersonPlan } from '../../src/playground/person.ts';
import type { Instant, LogFields, Logger } from '../../src/ports.ts';
import { createSlackPoster } from '../../src/slack/poster.ts';
import { createWebhooks } from '../../src/slack/webhooks.ts';
import type { AuthorService } from '../../src/sources/author-service.ts';
import type { PaperSource } from '../../src/sources/source.ts';
import { openStore } from '../../src/store/databases.ts';
import type { Store } from '../../src/store/store.ts';
import { utcDate } from '../../src/time.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import type { EmailAddressTools } from '../../src/use-cases/email-addresses.ts';
import { createServices } from '../../src/use-cases/services.ts';
import { checkSchema } from './discord-schema.ts';
import { putNewDatabase } from './new-database.ts';
import { createQuickPace, quickLimits } from './quick-discord.ts';
import { meaning as shippedMeaning } from './shipped-meaning.ts';
import { livingLease } from './steady-lease.ts';

/** A log that keeps its lines. */
export function createKeptLog(): Logger & { readonly lines: (LogFields & { readonly level: string })[] } {
  const lines: (LogFields & { readonly level: string })[] = [];
  const keep = (level: string) => (fields: LogFields) => void lines.push({ level, ...fields });
  return { lines, debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
}

export interface BotUnderTest extends AsyncDisposable {
  readonly discord: LocalDiscord;
  readonly store: Store;
  /** The file of the store. */
  readonly databasePath: string;
  readonly rest: REST;
  readonly router: Router;
  readonly gateway: Gateway;
  readonly poster: ChannelPoster;
  readonly lease: DeliverTools['lease'];
  readonly log: ReturnType<typeof createKeptLog>;
  readonly guildId: string;
  /** The guild's first channel. */
  readonly channelId: string;
  /** A person who may manage channels. */
  readonly manager: Person;
  /** Advances the clock. */
  pass(ms: number): void;
  now(): Instant;
  /** Stores papers as announced now; by default as new ones. */
  announce(papers: readonly Paper[], announceType?: AnnounceType): Promise<void>;
  /** Subscribes without checking the reply. */
  subscribe(topic: string, channelId?: string): Promise<void>;
  /** Plans and posts the due digests, sends their pings, holds the meetings of clubs, and publishes. */
  wake(): Promise<void>;
  person(plan: Partial<PersonPlan> & { readonly name: string }): Person;
}

const startOfTest: Instant = Date.parse('2026-06-12T07:00:00Z');

/** Longer than any answer takes on a busy machine, because a test reads the answer and not its deferral. */
const patienceMs = 8_000;
const interactionDeadlineMs = 10_000;

export interface BotOptions {
  /** When an answer is deferred; by default `patienceMs`. */
  readonly deferAfterMs?: number;
  /** By default none. */
  readonly sources?: readonly PaperSource[];
  /** The deadline of a request. */
  readonly timeoutMs?: number;
  /** The limits of Discord; by default its own, which pass quickly. */
  readonly limits?: Partial<LimitSettings>;
  /** By default, topics are read with the table that is shipped. */
  readonly meaning?: Meaning;
  /** What sends to destinations; by default nothing. */
  readonly destinationPosters?: NonNullable<PlanTools['destinationPosters']>;
  /** What the addresses of feeds begin with. Nothing is served there. */
  readonly webUrl?: string | null;
  /** Whether Discord's clock is that of the bot, instead of the real one. */
  readonly sharesClock?: boolean;
  /** What sends codes by email; by default nothing. */
  readonly mail?: EmailAddressTools['mail'];
  /** Where the webhooks of Slack are; by default nowhere. */
  readonly slackUrl?: string;
  /** What draws pictures; by default a thread. */
  readonly pictures?: Pick<PictureDrawer, 'draw'>;
  /** The services that know the papers of authors; by default none. */
  readonly authors?: readonly AuthorService[];
  /** How files of papers are read. */
  readonly paperFiles?: PaperFileOptions;
}

/** Gives each test of a file a new bot. Discord must have accepted all of its requests. */
export function startBotForEach(use: (bot: BotUnderTest) => void, options: BotOptions = {}): void {
  let bot: BotUnderTest;
  beforeEach(async () => {
    bot = await startBot(options);
    use(bot);
  });
  afterEach(async () => {
    expect(bot.discord.violations).toEqual([]);
    await bot[Symbol.asyncDispose]();
  });
}

/** A port at which nothing is. */
const nowhere = 'http://127.0.0.1:9';

/** The bot with its commands, with a new Discord and a new database. */
export async function startBot({
  sources = [],
  deferAfterMs = patienceMs,
  timeoutMs = 15_000,
  limits = {},
  meaning = shippedMeaning,
  sharesClock = false,
  pictures: drawer,
  webUrl = 'https://papers.example',
  authors = [],
  paperFiles = {},
  mail = null,
  destinationPosters: posters,
  slackUrl = nowhere,
}: BotOptions = {}): Promise<BotUnderTest> {
  await using opened = new AsyncDisposableStack();
  let now = startOfTest;
  const clock = () => now;
  const folder = await mkdtemp(join(tmpdir(), 'paperboy-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'test.db');
  putNewDatabase(path);
  const store = opened.use(await openStore({ url: `file:${path}`, meaning, searchesHere: true }));
  const discord = opened.use(
    await startLocalDiscord({
      checkSchema,
      interactionDeadlineMs,
      limits: { ...quickLimits, ...limits },
      ...(sharesClock && { clock }),
    }),
  );
  const guild = discord.world.createGuild({ name: 'Reading group', channels: ['papers', 'other'] });
  const [channelId = ''] = guild.channelIds;
  const log = createKeptLog();
  const { signal } = new AbortController();
  const gate = createSendGate({ clock, log });
  const access = { apiUrl: discord.url, token: discord.token, userAgent: 'paperboy/test' };
  const rest = createRest({ ...access, log, gate, pace: createQuickPace(), timeoutMs });
  const poster = createPoster({ rest, log, clock, gate });
  const random = () => 0.5;
  const webhooks = createWebhooks({ base: slackUrl, userAgent: 'paperboy/test' });
  const ofSlack = new Map(slackUrl === nowhere ? [] : [['slack', createSlackPoster(webhooks)] as const]);
  const destinationPosters = posters ?? ofSlack;
  const lease = await livingLease(store);
  const delivering = { store, clock, log, random, lease };
  const sending = createDestinationSending({ ...delivering, signal, destinationPosters: ofSlack });
  const deliverer = createDeliverer({ ...delivering, poster });
  const senders = { poster, destinationPosters, mail, webhooks, deliverer, sending };
  const tools = { store, ...senders, clock, log, random, sources, signal, webUrl };
  const services = createServices({
    ...tools,
    authors,
    fetchFile: createFileFetch({ origins: fileOrigins(discord.url), userAgent: 'paperboy/test', clock }),
    paperFiles: opened.use(createPaperFileReader(paperFiles)),
  });
  const pictures = drawer ?? opened.use(createPictureThread());
  const router = createRouter({
    ...{ rest, store, services, pictures, clock, log },
    ...{ commands, components, menus, table, deferAfterMs },
  });
  opened.defer(() => router.whenIdle());
  const gateway = await connectGateway({
    token: discord.token,
    rest,
    log,
    clock,
    signal,
    onInteraction: (interaction) => void router.route(interaction),
  });
  opened.use(gateway);
  await registerCommands({ rest, applicationId: gateway.applicationId, commands, menus, log, signal });
  const person = (plan: Partial<PersonPlan> & { readonly name: string }) =>
    discord.person({ guild, channel: channelId, ...plan });
  const sendPings = createPingNotices({
    store,
    clock,
    log,
    send: (one) => sendPingNotice(one, gateway.botUserId, rest),
  });
  const club = { rest, botUserId: gateway.botUserId, clock };
  const holdClubs = createClubMeetings({ store, clock, log, advance: (meeting) => advanceMeeting(meeting, club) });
  const manager = person({ name: 'maria', permissions: ['ManageChannels'] });
  const closing = opened.move();
  return {
    discord,
    store,
    databasePath: path,
    rest,
    router,
    gateway,
    poster,
    lease,
    log,
    guildId: guild.id,
    channelId,
    manager,
    pass: (ms) => {
      now += ms;
    },
    now: clock,
    async announce(papers, announceType = 'new') {
      const entries = papers.map((paper) => ({ paper, announceType }));
      const date = utcDate(now);
      await store.recordListing({ source: 'arxiv', date, entries, skipped: [], etags: {}, isPartial: false }, now);
    },
    async subscribe(text, target = channelId) {
      const parsed = parseTopic(text, shippedMeaning);
      if (!parsed.ok) throw new Error(parsed.error.message);
      const defaults = {
        schedule: defaultSchedule,
        maxPapers: 10,
        language: 'en' as const,
        nextDigestAt: nextOccurrence(defaultSchedule, now),
      };
      const whose = { guildId: guild.id, channelId: target, userId: manager.id };
      await store.subscribe({ ...whose, topic: parsed.topic, at: now, defaults, cap: 1_000 });
    },
    async wake() {
      await planDueDigests(tools, signal);
      await planFollowUps(tools, signal);
      await planWeeklyReviews(tools, signal);
      await deliverer.deliverDue(signal);
      for (const job of sending.jobs) await job.run();
      await sendPings(signal);
      await holdClubs(signal);
      await publishDue({ store, clock, log, publish: (one) => publishMessage(one, rest, gate) }, signal);
    },
    person,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
