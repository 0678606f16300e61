import type { Config } from '../config.ts';
import type { DestinationKind } from '../digests/destination.ts';
import { type BotIdentity, readIdentity } from '../discord/bot-identity.ts';
import type { REST } from '../discord/discord-js.ts';
import type { GatewayPulse } from '../discord/gateway-pulse.ts';
import { checkingPace } from '../discord/posting/ended-requests.ts';
import { createPace, type Pace, unpaced } from '../discord/posting/pace.ts';
import { type ChannelPoster, createPoster } from '../discord/posting/poster.ts';
import { createSendGate, type SendGate } from '../discord/posting/send-gate.ts';
import { createSharedTurns } from '../discord/posting/turns.ts';
import { createRest } from '../discord/rest.ts';
import { openHealth } from '../health/health.ts';
import { type Alarm, createAlarm } from '../jobs/alarm.ts';
import { createDeliverer, type Deliverer } from '../jobs/deliver.ts';
import type { Job } from '../jobs/wake-up.ts';
import { keepLease, type LeaseKeeper, loneLeaseMs, sharedLeaseMs } from '../jobs/worker-lease.ts';
import { type Mail, openMail } from '../mail/mail.ts';
import { openMeaning } from '../meaning/meaning.ts';
import type { Clock, Logger, Measured, Meter, Random } from '../ports.ts';
import type { DestinationPoster } from '../posting/poster.ts';
import { createSlackPoster } from '../slack/poster.ts';
import { createWebhooks } from '../slack/webhooks.ts';
import { createSources, type SourceSet } from '../sources/registry.ts';
import type { PaperSource } from '../sources/source.ts';
import type { OpenOptions } from '../store/database.ts';
import { isShared } from '../store/database-url.ts';
import { openStore } from '../store/databases.ts';
import type { Store } from '../store/store.ts';
import { version } from '../version.ts';
import type { AppOptions } from './options.ts';

/** A part of a process, by its role. It is opened, and its jobs are woken by itself. */
export interface Part {
  /** Its jobs, in the order in which a test runs them. */
  jobs(): readonly Job[];
}

/** What opens a part. Whatever has to be closed, it adds to `opened`. */
export type OpenPart = (process: BotProcess, opened: AsyncDisposableStack) => Promise<Part>;

/** What every process of the bot has, whatever its role. */
export interface BotProcess {
  readonly config: Config;
  readonly options: AppOptions;
  readonly store: Store;
  /** Whether other processes may use the store. */
  readonly isShared: boolean;
  readonly lease: LeaseKeeper;
  readonly sourceSet: SourceSet;
  readonly sources: readonly PaperSource[];
  readonly clock: Clock;
  readonly log: Logger;
  readonly random: Random;
  readonly meter?: Meter;
  readonly gate: SendGate;
  readonly rest: REST;
  readonly poster: ChannelPoster;
  /** Wakes what delivers. It does nothing in a process that does not. */
  readonly alarm: Alarm;
  /** The same for what sends copies to destinations. */
  readonly copies: Alarm;
  readonly deliverer: Deliverer;
  readonly mail: Mail | null;
  readonly webhooks: ReturnType<typeof createWebhooks>;
  readonly destinationPosters: ReadonlyMap<DestinationKind, DestinationPoster>;
  readonly pulse: GatewayPulse;
  readonly identity: BotIdentity;
  /** Aborts the start. */
  readonly starting: AbortSignal;
  /** Aborts when the bot stops. */
  readonly stopped: AbortSignal;
  /** Ends the bot. */
  readonly onFatal: (error: Error) => void;
}

export type ProcessOptions = Pick<BotProcess, 'config' | 'options' | 'pulse' | 'starting' | 'stopped' | 'onFatal'>;

/**
 * Opens what every process has, and waits until Discord says who the bot is.
 * @throws StoreError or FatalDiscordError if no retry helps; the signal's reason if the start is aborted
 */
export async function openProcess(given: ProcessOptions, opened: AsyncDisposableStack): Promise<BotProcess> {
  const { config, options, pulse, starting } = given;
  const { log, clock = Date.now, random = Math.random } = options;
  const store = opened.use(await openBotStore(config, options, clock, starting));
  const isSharedStore = isShared(config.databaseUrl);
  const { leaseMs = isSharedStore ? sharedLeaseMs : loneLeaseMs } = options;
  const lease = opened.use(await keepLease({ store, leaseMs, log }));
  const sourceSet = opened.use(createSources({ ...config, ...options, version, clock }));
  const tools = { store, sources: sourceSet.list, clock, log, random };
  const gateway = config.role === 'worker' ? null : pulse.state;
  const health = opened.use(await openHealth(config, { ...tools, gateway, version }));
  const mail = await openMail(config, { store, clock });
  const meter = inTurn([health.meter, options.meter]);
  const gate = createSendGate({ clock, log });
  const pace = checkingPace(options.pace ?? choosePace(config, store, log), lease.check);
  const rest = createRest({ ...accessOf(config), log, gate, pace, ...meter });
  const poster = createPoster({ rest, log, clock, gate });
  const alarm = opened.use(createAlarm(clock, options.timer));
  const copies = opened.use(createAlarm(clock, options.timer));
  const deliverer = createDeliverer({ ...tools, ...meter, poster, lease: lease.current, wakeAt: alarm.setTo });
  const identity = await readIdentity(rest, { log, signal: starting });
  return {
    ...given,
    ...tools,
    ...meter,
    ...createDestinations(config, mail),
    ...{ isShared: isSharedStore, lease, sourceSet, gate, rest, poster, alarm, copies, deliverer, identity },
  };
}

/** Spreads the requests as this process must, alone or together with others. */
function choosePace({ hasRateLimitProxy, databaseUrl }: Config, store: Store, log: Logger): Pace {
  if (hasRateLimitProxy) return unpaced;
  if (!isShared(databaseUrl)) return createPace();
  const reserve = (wanted: number, apartMs: number) => store.reserveRequests('discord', wanted, apartMs);
  return createPace({ turns: createSharedTurns({ reserve, log }) });
}

/** How Discord's API is reached. */
const accessOf = ({ discordApiUrl, discordToken }: Config) => ({
  apiUrl: discordApiUrl,
  token: discordToken ?? '',
  userAgent: `paperboy/${version}`,
});

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

/** What posts to destinations. The host can turn email off. */
function createDestinations({ slackWebhooksUrl }: Config, mail: Mail | null) {
  const webhooks = createWebhooks({ base: slackWebhooksUrl, userAgent: `paperboy/${version}` });
  const destinationPosters = new Map<DestinationKind, DestinationPoster>([['slack', createSlackPoster(webhooks)]]);
  if (mail !== null) destinationPosters.set('mail', mail.poster);
  return { mail, webhooks, destinationPosters };
}

/** Everything but topics by meaning works without the table, so damage of it is only logged. `/digest status` says it, too. */
async function openBotStore(
  config: Config,
  { log, searchesHere = false }: AppOptions,
  clock: Clock,
  signal: AbortSignal,
): Promise<Store> {
  const meaning = openMeaning(config.isMeaningOn);
  const { damage } = meaning;
  if (damage !== null) log.error({ event: 'meaning.damaged', err: damage }, damage.message);
  const onBackup = (path: string) =>
    log.info({ event: 'store.updated', backup: path }, `the database was updated; it is kept as ${path}`);
  const told = { onBackup, onConnection: connectionLog(log) };
  return await openStore({ url: config.databaseUrl, isBot: true, meaning, searchesHere, at: clock(), signal, ...told });
}

/** Says once that the server of the database is lost, and once that it is back. */
const connectionLog =
  (log: Logger): NonNullable<OpenOptions['onConnection']> =>
  (state, reason) => {
    if (state === 'back') log.info({ event: 'store.back', reason }, 'the database is back');
    else log.warn({ event: 'store.lost', reason }, `the database cannot be reached (${reason}); the bot tries again`);
  };
