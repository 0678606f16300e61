import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import type { APIGatewayBotInfo, GatewayReadyDispatchData, REST } from 'discord.js';
import type { Clock, Logger } from '../ports.ts';
import { GatewayCloseCodes, GatewayIntentBits, Routes } from './discord-js.ts';
import { type FatalDiscordCode, FatalDiscordError } from './fatal-discord-error.ts';
import { createGatewayEnd, type GatewayEnd } from './gateway-end.ts';
import { type GatewayEvents, type GuildNote, takeDispatch } from './gateway-events.ts';
import type { GatewayPulse } from './gateway-pulse.ts';
import {
  createIdentifyBackoff,
  createIdentifyThrottle,
  type IdentifyThrottle,
  type TakeIdentifyTurn,
} from './identify-throttle.ts';
import { NoSessionsLeft, untilReached } from './reaching-discord.ts';
import { createReconnectPace } from './reconnect-pace.ts';
import { idsOfShards, nameOfShards, type Shards } from './shards.ts';

export interface GatewayOptions extends GatewayEvents {
  readonly token: string;
  readonly rest: REST;
  readonly log: Logger;
  readonly clock: Clock;
  /** The shards to connect. Without them, Discord says how many there are, and all of them are connected. */
  readonly shards?: Shards | null;
  /** Takes turns with other processes. Absent if there are none. */
  readonly takeIdentifyTurn?: TakeIdentifyTurn | undefined;
  /** What slows down shards whose sessions do not last, if it has to remember earlier gateways. */
  readonly identifyBackoff?: IdentifyThrottle;
  readonly pulse?: GatewayPulse;
  /** Called when an open connection is lost and cannot be restored: the process must end. */
  readonly onFatal?: (error: FatalDiscordError) => void;
  /** Aborts connecting. */
  readonly signal: AbortSignal;
}

export interface Gateway extends AsyncDisposable {
  readonly applicationId: string;
  readonly botUserId: string;
  readonly shards: Shards;
  /** The guilds of these shards. */
  readonly guilds: ReadonlyMap<string, GuildNote>;
  /** Ends the sessions cleanly. It does not wait for running interactions. */
  readonly close: () => Promise<void>;
}

/** Close codes after which Discord wants no reconnect, with the message for the host. */
const fatalCloses: Readonly<Partial<Record<number, readonly [FatalDiscordCode, string]>>> = {
  [GatewayCloseCodes.AuthenticationFailed]: [
    'token',
    'Discord does not accept the token. Check the token in DISCORD_TOKEN: it may be mistyped, or it was reset.',
  ],
  [GatewayCloseCodes.InvalidShard]: [
    'sharding',
    'Discord does not accept the shard. Check SHARDS: the bot may need another number of shards.',
  ],
  [GatewayCloseCodes.ShardingRequired]: [
    'sharding',
    'A shard has too many servers. Name more shards in SHARDS, or leave it out: Discord then says how many it wants.',
  ],
  [GatewayCloseCodes.InvalidAPIVersion]: ['api-version', 'Discord no longer supports this version of its API.'],
  [GatewayCloseCodes.InvalidIntents]: ['intents', 'Discord does not know the requested intents.'],
  [GatewayCloseCodes.DisallowedIntents]: ['intents', 'Discord does not allow the requested intents.'],
};

/**
 * Connects shards to the gateway with only the intent Guilds, and keeps them connected. Failures that may pass are retried
 * with a growing delay.
 * @throws FatalDiscordError if no retry helps; the signal's reason if it aborts
 */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  const { rest, log, clock, pulse } = options;
  const readDirectory = createDirectory(rest);
  const { shards, maxConcurrency } = await untilReached(() => findShards(readDirectory, options.shards), options);
  const state: GatewayState = { guilds: new Map(), ready: null, isOpen: false };
  const fatal = Promise.withResolvers<never>();
  fatal.promise.catch(() => {});
  const { takeIdentifyTurn: takeTurn, identifyBackoff: backoff = createIdentifyBackoff(clock) } = options;
  const throttle = createIdentifyThrottle({ maxConcurrency, backoff, takeTurn });
  pulse?.expect(idsOfShards(shards).length);
  const close = await connectAll(shards, { ...options, readDirectory, throttle, count: shards.count, state, fatal });
  const { guilds, ready } = state;
  if (ready === null) throw new Error('the gateway connected without saying who the bot is');
  state.isOpen = true;
  const { user, application } = ready;
  const fields = { event: 'gateway.ready', guilds: guilds.size, botUserId: user.id, shards: nameOfShards(shards) };
  const name = shards.count === 1 ? '' : `, with the shards ${nameOfShards(shards)}`;
  log.info(fields, `connected to Discord as ${user.username}${name}`);
  return { applicationId: application.id, botUserId: user.id, shards, guilds, close, [Symbol.asyncDispose]: close };
}

interface GatewayState {
  readonly guilds: Map<string, GuildNote>;
  ready: GatewayReadyDispatchData | null;
  isOpen: boolean;
}

/** What the shards of a gateway share. */
interface ShardOptions extends GatewayOptions {
  readonly readDirectory: () => Promise<APIGatewayBotInfo>;
  readonly throttle: IdentifyThrottle;
  readonly count: number;
  readonly state: GatewayState;
  readonly fatal: PromiseWithResolvers<never>;
}

/** How long Discord's answer about its gateway holds: shards that connect together share it. */
const directoryMs = 5_000;

/** Asks Discord where its gateway is, how many shards it recommends, and how many sessions are left. */
function createDirectory(rest: REST): () => Promise<APIGatewayBotInfo> {
  let kept: { readonly at: number; readonly answer: Promise<APIGatewayBotInfo> } | null = null;
  return () => {
    const now = performance.now();
    if (kept === null || now - kept.at > directoryMs) {
      const answer = rest.get(Routes.gatewayBot()) as Promise<APIGatewayBotInfo>;
      kept = { at: now, answer };
      answer.catch(() => {
        kept = null;
      });
    }
    return kept.answer;
  };
}

async function findShards(readDirectory: () => Promise<APIGatewayBotInfo>, wanted: Shards | null | undefined) {
  const { session_start_limit: limit, shards: recommended } = await readDirectory();
  const shards = wanted ?? { first: 0, last: recommended - 1, count: recommended };
  if (limit.remaining < idsOfShards(shards).length) throw new NoSessionsLeft(limit.reset_after);
  return { shards, maxConcurrency: limit.max_concurrency };
}

/** Connects all of them, or none. The result closes them. */
async function connectAll(shards: Shards, options: ShardOptions): Promise<() => Promise<void>> {
  const giveUp = new AbortController();
  const signal = AbortSignal.any([options.signal, giveUp.signal]);
  const connecting = idsOfShards(shards).map((id) =>
    untilReached(() => connectShard(id, { ...options, signal }), { log: options.log, signal }),
  );
  try {
    const closes = await Promise.all(connecting);
    return async () => void (await Promise.all(closes.map((close) => close())));
  } catch (error) {
    giveUp.abort(error);
    const ended = await Promise.allSettled(connecting);
    await Promise.all(ended.map((one) => one.status === 'fulfilled' && one.value()));
    throw error;
  }
}

/** A manager for each shard, because the library can only close all shards of a manager together. */
class Shard extends WebSocketManager {
  override fetchGatewayInformation: () => Promise<APIGatewayBotInfo>;

  constructor(id: number, { token, rest, readDirectory, throttle, count }: ShardOptions, end: GatewayEnd) {
    super({
      token,
      rest,
      intents: GatewayIntentBits.Guilds,
      shardIds: [id],
      shardCount: count,
      buildIdentifyThrottler: () => throttle,
      ...end.sessions,
    });
    this.fetchGatewayInformation = readDirectory;
  }
}

/** Connects a shard. The result closes it. */
async function connectShard(id: number, options: ShardOptions): Promise<() => Promise<void>> {
  const { signal, fatal, readDirectory } = options;
  const end = createGatewayEnd(createReconnectPace());
  const shard = new Shard(id, options, end);
  end.follow(shard);
  options.pulse?.follow(shard);
  followShard(shard, options);
  const close = () => end.close(shard);
  try {
    const { session_start_limit: limit } = await readDirectory();
    if (limit.remaining < 1) throw new NoSessionsLeft(limit.reset_after);
    await Promise.race([shard.connect(), fatal.promise, whenAborted(signal)]);
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

function followShard(shard: Shard, { log, state, fatal, ...options }: ShardOptions): void {
  shard.on(WebSocketShardEvents.Ready, ({ data }) => {
    state.ready = data;
    for (const { id } of data.guilds)
      state.guilds.set(id, { name: state.guilds.get(id)?.name ?? null, isAvailable: false });
  });
  shard.on(WebSocketShardEvents.Dispatch, ({ data }) => takeDispatch(data, state, options));
  shard.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
    log.info({ event: 'gateway.closed', code, shardId }, `a gateway connection closed with code ${code}`);
    const error = fatalClose(code);
    if (error === null) return;
    fatal.reject(error);
    if (state.isOpen) options.onFatal?.(error);
  });
  shard.on(WebSocketShardEvents.Error, ({ error, shardId }) => {
    log.warn({ event: 'gateway.error', shardId, err: error }, 'a gateway connection failed');
  });
}

function fatalClose(code: number): FatalDiscordError | null {
  const [kind, message] = fatalCloses[code] ?? [];
  return kind === undefined || message === undefined
    ? null
    : new FatalDiscordError(kind, `${message} (gateway close code ${code})`);
}

const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
