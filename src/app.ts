import type { Config } from './config.ts';
import type { DestinationKind } from './digests/destination.ts';
import { authorizationTable as table } from './discord/authorization/table.ts';
import { commands } from './discord/commands/registry.ts';
import { components } from './discord/components/registry.ts';
import { fileOrigins } from './discord/file-origins.ts';
import { connectGateway, type Gateway } from './discord/gateway.ts';
import { createGatewayPulse, type GatewayPulse } from './discord/gateway-pulse.ts';
import type { InteractionsRouteOptions } from './discord/http/interactions-route.ts';
import { registerCommands } from './discord/interactions/registration.ts';
import { createRouter } from './discord/interactions/router.ts';
import { inviteLink } from './discord/invite-link.ts';
import { menus } from './discord/menus/registry.ts';
import { notifyBlock, outlookOf } from './discord/notices/block-notice.ts';
import { advanceMeeting } from './discord/notices/club-meeting.ts';
import { notifyDestinationBlock } from './discord/notices/destination-notice.ts';
import { createGreeter } from './discord/notices/greeting.ts';
import { notifyLoss } from './discord/notices/loss-notice.ts';
import { sendPingNotice } from './discord/notices/ping-notice.ts';
import { createPace, type Pace } from './discord/posting/pace.ts';
import { createPoster } from './discord/posting/poster.ts';
import { type PublishableMessage, publishMessage } from './discord/posting/publisher.ts';
import { createSendGate, type SendGate } from './discord/posting/send-gate.ts';
import { count } from './discord/rendering/numbers.ts';
import { createRest } from './discord/rest.ts';
import { feedRoutes } from './feeds/feed-routes.ts';
import { openHealth } from './health/health.ts';
import { type Alarm, createAlarm, type Timer } from './jobs/alarm.ts';
import { type BlockWatch, createBlockWatch } from './jobs/block-watch.ts';
import { createClubMeetings } from './jobs/club-meetings.ts';
import { createDeliverer, type Deliverer } from './jobs/deliver.ts';
import { UnauthorizedError } from './jobs/delivery-outcome.ts';
import { notifyDestinationBlocks } from './jobs/destination-notices.ts';
import { createDestinationSending, type DestinationSending } from './jobs/destination-sending.ts';
import { createEnrichment } from './jobs/enrichment.ts';
import { planFollowUps } from './jobs/follow-ups.ts';
import { notifyLosses } from './jobs/loss-notices.ts';
import { fillVectors } from './jobs/paper-vectors.ts';
import { createPingNotices } from './jobs/ping-notices.ts';
import { planDueDigests } from './jobs/planning/due-digests.ts';
import { createKeptTopics } from './jobs/planning/kept-topics.ts';
import type { PlanTools } from './jobs/planning/planning-round.ts';
import { publishDue } from './jobs/publish.ts';
import { pullDueListings } from './jobs/pull.ts';
import { pullDueRankings } from './jobs/rankings.ts';
import { fillSearchIndex } from './jobs/search-index.ts';
import { createStoredTopicsCheck } from './jobs/stored-topics.ts';
import { createGuildWatch, createUpkeep, type GuildWatch, type UpkeepTools } from './jobs/upkeep.ts';
import { type Job, startWakeUps } from './jobs/wake-up.ts';
import { planWeeklyReviews } from './jobs/weekly-reviews.ts';
import { type Mail, openMail } from './mail/mail.ts';
import { openMeaning } from './meaning/meaning.ts';
import { createFileFetch } from './paper-files/attached-file.ts';
import { createPaperFileReader } from './paper-files/paper-file-thread.ts';
import { createPictureThread } from './pictures/picture-thread.ts';
import type { Clock, Logger, Measured, Meter, Random } from './ports.ts';
import type { DestinationPoster } from './posting/poster.ts';
import { createSlackPoster } from './slack/poster.ts';
import { createWebhooks } from './slack/webhooks.ts';
import { userAgentOf } from './sources/polite-fetch.ts';
import { createSources, type SourceSet } from './sources/registry.ts';
import type { BlockedChannel } from './store/blocks.ts';
import type { ChannelNote } from './store/channel-places.ts';
import { openStore } from './store/databases.ts';
import type { Store } from './store/store.ts';
import { createServices, type Services } from './use-cases/services.ts';
import { version } from './version.ts';
import { openWeb } from './web/web.ts';

/** Replacements for the real time and pace, in tests and in the demo. */
export interface AppOptions {
  readonly log: Logger;
  readonly clock?: Clock;
  readonly random?: Random;
  /** The pause between two requests to arXiv, in milliseconds. arXiv's terms say 3,000. */
  readonly arxivSpacingMs?: number;
  /** The same for Hugging Face. */
  readonly huggingfaceSpacingMs?: number;
  /** The same for bioRxiv and medRxiv. */
  readonly biorxivSpacingMs?: number;
  /** The pauses before retries of a failed request to arXiv. */
  readonly arxivRetryPausesMs?: readonly number[];
  /** Spreads the requests to Discord. */
  readonly pace?: Pace;
  /** Whether searches run in this thread. */
  readonly searchesHere?: boolean;
  /** If false, jobs run only when `wake` is called. */
  readonly wakesItself?: boolean;
  /** Waits in real time for work that is due before the next minute. */
  readonly timer?: Timer;
  /** Takes note of what happens, beside the metrics. */
  readonly meter?: Meter;
}

/** The running bot. Disposing it finishes running work and closes everything in reverse order. */
export interface App extends AsyncDisposable {
  readonly store: Store;
  /** Rejects with the error that ends the bot, such as a token that is no longer valid. Never fulfilled. */
  readonly failure: Promise<never>;
  /** The connection to Discord's gateway. */
  gateway(): ReturnType<GatewayPulse['state']>;
  /** The state of each source. */
  sources(): ReturnType<Services['readSourceStates']>;
  /** Runs every job once: pulls, plans, delivers. */
  wake(): Promise<void>;
}

/**
 * Composes the rooms and starts the bot. Fulfilled once it answers commands.
 * @throws StoreError or FatalDiscordError if no retry helps; the signal's reason if it aborts meanwhile
 */
export async function createApp(config: Config, options: AppOptions, signal = neverAborted()): Promise<App> {
  const { log, clock = Date.now, random = Math.random, wakesItself = true, pace = createPace() } = options;
  const failure = createFailure();
  const stopping = new AbortController();
  await using opened = new AsyncDisposableStack();

  const store = opened.use(await openBotStore(config, options, clock));
  const sources = opened.use(createSources({ ...config, ...options, version, clock }));
  const pulse = createGatewayPulse();
  const given = { store, sources: sources.list, clock, log };
  const health = opened.use(await openHealth(config, { ...given, gateway: pulse.state, version }));
  const mail = await openMail(config, { store, clock });
  const web = opened.use(await openWeb(config, [...feedRoutes({ store, clock }), ...(mail?.routes ?? [])], log));
  const meter = inTurn([health.meter, options.meter]);
  const gate = createSendGate({ clock, log });
  const rest = createRest({ ...accessOf(config), log, gate, pace, ...meter });
  const poster = createPoster({ rest, log, clock, gate });
  const alarm = opened.use(createAlarm(clock, options.timer));
  const interrupted = await store.interruptedDeliveries();
  const destinations = createDestinations(config, mail);
  const base = { ...given, ...meter, ...destinations, poster, random, webUrl: web.url };
  const deliverer = createDeliverer({ ...base, wakeAt: alarm.setTo }, interrupted);
  const { signal: stopped } = stopping;
  const sending = await createDestinationSending({ ...base, signal: stopped }, interrupted, options.timer);
  const tools = { ...base, deliverer, sending, signal: stopped };
  const services = createServices({ ...tools, authors: sources.authors, ...fileTools(config, clock, opened) });
  const pictures = opened.use(createPictureThread());
  const router = createRouter({ rest, store, services, pictures, clock, log, commands, components, menus, table });
  opened.defer(() => router.whenIdle());
  const greeter = opened.use(createGreeter({ store, rest, clock, log }));
  const guilds = await createGuildWatch({ store, clock, log });
  const check = (channel: BlockedChannel) => outlookOf(channel, gateway.botUserId, rest);
  const blocks = createBlockWatch({ ...tools, notify: (channel) => notifyBlock(channel, rest), check });

  const gateway = await connectGateway({
    ...{ rest, log, clock, pulse, signal, token: config.discordToken ?? '' },
    onInteraction: router.route,
    ...guildEvents(guilds, blocks),
    onGuildArrived: greeter.arrived,
    onChannelsSeen: rememberChannels(store, log),
    onFatal: failure.reject,
  });
  opened.use(gateway);
  await guilds.reconcile(gateway.guilds);
  await registerCommands({ rest, applicationId: gateway.applicationId, commands, menus, log, signal });
  opened.use(await openInteractions(config, { log, clock, onInteraction: router.route }));

  const jobs = [
    ...createJobs(tools, alarm, failure.reject),
    ...sending.jobs,
    ...createAddingJobs(tools, sources),
    // Deliveries of an unblocked channel do not wait for the next minute.
    { name: 'blocks', run: () => blocks.run(stopping.signal).then(() => alarm.setTo(clock())) },
    ...createNoticeJobs(tools, { rest, gate, gateway }),
    ...createStoreJobs({ ...tools, keepDays: config.keepDays }, stopping.signal),
  ];
  if (wakesItself) opened.use(startWakeUps(jobs, log));
  opened.defer(() => stopping.abort());
  logReady(gateway, log);

  const closing = opened.move();
  return {
    store,
    failure: failure.promise,
    gateway: pulse.state,
    sources: services.readSourceStates,
    wake: () => runAll(jobs),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

/** A failure that has not happened yet. The caller of the bot may listen to it later, or never. */
function createFailure() {
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => {});
  return failure;
}

/**
 * Takes interactions at a port of their own, if the host wants it. Nothing is loaded otherwise.
 * @throws HttpPortError if the port or the address cannot be used
 */
async function openInteractions(
  { interactionsHost: host, interactionsPort: port, discordPublicKey: publicKey }: Config,
  options: Omit<InteractionsRouteOptions, 'publicKey'>,
): Promise<AsyncDisposable> {
  if (port === null || publicKey === null) return { [Symbol.asyncDispose]: async () => {} };
  const { createInteractionsRoute, interactionsNames: names } = await import('./discord/http/interactions-route.ts');
  const { serveRoutes } = await import('./web/web-server.ts');
  const { log } = options;
  const server = await serveRoutes([createInteractionsRoute({ ...options, publicKey })], {
    place: { host, port },
    names,
    log,
  });
  log.info(
    { event: 'interactions.ready', url: server.url },
    `Discord can post interactions to ${server.url}/interactions`,
  );
  return server;
}

/** The jobs that add to papers what other services know of them. */
function createAddingJobs(tools: JobTools, { enrichers, rankings }: SourceSet): Job[] {
  const { signal } = tools;
  const enrich = createEnrichment({ ...tools, enrichers });
  return [
    { name: 'rankings', run: () => pullDueRankings({ ...tools, rankings }, signal) },
    { name: 'enrichment', run: () => enrich(signal) },
  ];
}

interface NoticeAccess {
  readonly rest: ReturnType<typeof createRest>;
  readonly gate: SendGate;
  readonly gateway: Gateway;
}

/** The jobs that tell people what happened, and the one that publishes messages to the servers that follow a channel. */
function createNoticeJobs(tools: JobTools, { rest, gate, gateway }: NoticeAccess): Job[] {
  const { signal } = tools;
  const sendPings = createPingNotices({ ...tools, send: (notice) => sendPingNotice(notice, gateway.botUserId, rest) });
  const club = { rest, clock: tools.clock, botUserId: gateway.botUserId };
  const holdClubs = createClubMeetings({ ...tools, advance: (meeting) => advanceMeeting(meeting, club) });
  const publish = (message: PublishableMessage) => publishMessage(message, rest, gate);
  return [
    { name: 'losses', run: () => notifyLosses({ ...tools, notify: (one) => notifyLoss(one, rest) }, signal) },
    { name: 'pings', run: () => sendPings(signal) },
    { name: 'clubs', run: () => holdClubs(signal) },
    { name: 'publish', run: () => publishDue({ ...tools, publish }, signal) },
    {
      name: 'destination blocks',
      run: () => notifyDestinationBlocks({ ...tools, notify: (one) => notifyDestinationBlock(one, rest) }, signal),
    },
  ];
}

/** How Discord's API is reached. */
const accessOf = ({ discordApiUrl, discordToken }: Config) => ({
  apiUrl: discordApiUrl,
  token: discordToken ?? '',
  userAgent: `paperboy/${version}`,
});

async function runAll(jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) await job.run();
}

/** One meter for those that are there; absent if there is none. */
function inTurn(given: readonly (Meter | undefined)[]): { readonly meter?: Meter } {
  const meters = given.filter((one) => one !== undefined);
  if (meters.length === 0) return {};
  return {
    meter(one: Measured) {
      for (const meter of meters) meter(one);
    },
  };
}

/** What the guild watch and the block watch do at events of the gateway. */
const guildEvents = (guilds: GuildWatch, blocks: BlockWatch) => ({
  onGuildRemoved: guilds.removed,
  onGuildPresent(guildId: string) {
    guilds.present(guildId);
    blocks.permissionsChanged(guildId);
  },
  onPermissionsChanged: blocks.permissionsChanged,
});

/** Stores the names and kinds of channels. The next start sees them again, so a failure is only logged. */
const rememberChannels = (store: Store, log: Logger) => (guildId: string, notes: ReadonlyMap<string, ChannelNote>) => {
  store.noteChannels(guildId, notes).catch((err: unknown) => {
    log.error({ event: 'channels.unnamed', guildId, err }, 'the names of channels could not be stored');
  });
};

/** What posts to destinations. The host can turn email off. */
function createDestinations({ slackWebhooksUrl }: Config, mail: Mail | null) {
  const webhooks = createWebhooks({ base: slackWebhooksUrl, userAgent: `paperboy/${version}` });
  const destinationPosters = new Map<DestinationKind, DestinationPoster>([['slack', createSlackPoster(webhooks)]]);
  if (mail !== null) destinationPosters.set('mail', mail.poster);
  return { mail, webhooks, destinationPosters };
}

/** What reads the files that people attach. */
const fileTools = ({ discordApiUrl, contact }: Config, clock: Clock, opened: AsyncDisposableStack) => ({
  fetchFile: createFileFetch({ origins: fileOrigins(discordApiUrl), userAgent: userAgentOf(version, contact), clock }),
  paperFiles: opened.use(createPaperFileReader()),
});

/** Everything but topics by meaning works without the table, so damage of it is only logged. `/digest status` says it, too. */
async function openBotStore(config: Config, { log, searchesHere = false }: AppOptions, clock: Clock): Promise<Store> {
  const meaning = openMeaning(config.isMeaningOn);
  const { damage } = meaning;
  if (damage !== null) log.error({ event: 'meaning.damaged', err: damage }, damage.message);
  const onBackup = (path: string) =>
    log.info({ event: 'store.updated', backup: path }, `the database was updated; it is kept as ${path}`);
  return await openStore({ url: config.databaseUrl, isBot: true, meaning, searchesHere, at: clock(), onBackup });
}

function logReady({ applicationId, guilds }: Gateway, log: Logger): void {
  const invite = inviteLink(applicationId);
  const fields = { event: 'app.ready', version, guilds: guilds.size, invite };
  log.info(fields, `Paperboy ${version} is ready on ${count(guilds.size, 'server')}; invite it: ${invite}`);
}

interface JobTools extends PlanTools {
  readonly deliverer: Deliverer;
  readonly sending: DestinationSending;
  readonly random: Random;
  readonly signal: AbortSignal;
}

/** The jobs of a digest. They are separate, so that a slow source or channel delays no other digest. */
function createJobs(tools: JobTools, alarm: Alarm, onFatal: (error: Error) => void): Job[] {
  const { signal, deliverer, clock, store } = tools;
  const keptTopics = createKeptTopics(store.meaning, clock());
  const plan = async () => {
    await planDueDigests({ ...tools, keptTopics }, signal);
    await planFollowUps(tools, signal);
    // Digests do not wait for the reviews of thousands of channels.
    alarm.setTo(clock());
    await planWeeklyReviews(tools, signal);
    alarm.setTo(clock());
    tools.sending.wakeNow();
  };
  const deliver = async () => {
    try {
      await deliverer.recover(signal);
      await deliverer.deliverDue(signal);
    } catch (error) {
      if (error instanceof UnauthorizedError) onFatal(error);
      throw error;
    }
  };
  return [
    { name: 'pull', run: async () => void (await pullDueListings(tools.sources, tools, signal)) },
    { name: 'plan', run: plan },
    { name: 'deliver', run: deliver, alarm, mayOverlap: true },
  ];
}

/** The jobs that delete old data, and that read again what an older version of the bot stored. */
function createStoreJobs(tools: UpkeepTools, signal: AbortSignal): Job[] {
  const upkeep = createUpkeep(tools);
  const checkTopics = createStoredTopicsCheck(tools);
  return [
    { name: 'upkeep', run: () => upkeep(signal) },
    { name: 'stored topics', run: () => checkTopics(signal) },
    { name: 'search index', run: () => fillSearchIndex(tools, signal) },
    { name: 'vectors', run: () => fillVectors(tools, signal) },
  ];
}

const neverAborted = (): AbortSignal => new AbortController().signal;
