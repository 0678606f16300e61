import { setTimeout as sleep } from 'node:timers/promises';
import { SimpleIdentifyThrottler, WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import type { GatewayReadyDispatchData, REST } from 'discord.js';
import { type Backoff, backoffMs } from '../backoff.ts';
import type { Clock, Instant, Logger } from '../ports.ts';
import { minuteMs, showWait } from '../time.ts';
import { GatewayCloseCodes, GatewayIntentBits } from './discord-js.ts';
import { readFailure } from './failures.ts';
import { type FatalDiscordCode, FatalDiscordError } from './fatal-discord-error.ts';
import { createGatewayEnd, type GatewayEnd } from './gateway-end.ts';
import { type GatewayEvents, type GuildNote, takeDispatch } from './gateway-events.ts';
import type { GatewayPulse } from './gateway-pulse.ts';
import { createReconnectPace } from './reconnect-pace.ts';

export interface GatewayOptions extends GatewayEvents {
  readonly token: string;
  readonly rest: REST;
  readonly log: Logger;
  readonly clock: Clock;
  readonly pulse?: GatewayPulse;
  /** Called when an open connection is lost and cannot be restored: the process must end. */
  readonly onFatal?: (error: FatalDiscordError) => void;
  /** Aborts connecting. */
  readonly signal: AbortSignal;
}

export interface Gateway extends AsyncDisposable {
  readonly applicationId: string;
  readonly botUserId: string;
  readonly guilds: ReadonlyMap<string, GuildNote>;
  /** Ends the session cleanly. It does not wait for running interactions. */
  readonly close: () => Promise<void>;
}

/** Close codes after which Discord wants no reconnect, with the message for the host. */
const fatalCloses: Readonly<Partial<Record<number, readonly [FatalDiscordCode, string]>>> = {
  [GatewayCloseCodes.AuthenticationFailed]: [
    'token',
    'Discord does not accept the token. Check the token in DISCORD_TOKEN: it may be mistyped, or it was reset.',
  ],
  [GatewayCloseCodes.InvalidShard]: ['sharding', 'Discord does not accept the shard.'],
  [GatewayCloseCodes.ShardingRequired]: ['sharding', 'The bot is on too many servers: Discord wants it sharded.'],
  [GatewayCloseCodes.InvalidAPIVersion]: ['api-version', 'Discord no longer supports this version of its API.'],
  [GatewayCloseCodes.InvalidIntents]: ['intents', 'Discord does not know the requested intents.'],
  [GatewayCloseCodes.DisallowedIntents]: ['intents', 'Discord does not allow the requested intents.'],
};

/** The bounds of the doubling wait before a reconnect, so that an outage uses few of the 1,000 daily IDENTIFYs. */
const backoff: Backoff = { firstMs: 1_000, longestMs: 5 * minuteMs };

/**
 * Connects to the gateway with only the intent Guilds, and stays connected. Failures that may pass are retried with a
 * growing delay.
 * @throws FatalDiscordError if no retry helps; the signal's reason if it aborts
 */
export async function connectGateway(options: GatewayOptions): Promise<Gateway> {
  const { api } = options.rest.options;
  options.log.info({ event: 'gateway.connecting', api }, `waiting for Discord at ${api}`);
  for (let failures = 1; ; failures++) {
    options.signal.throwIfAborted();
    try {
      return await connectOnce(options);
    } catch (error) {
      options.signal.throwIfAborted();
      const fatal = toFatal(error);
      if (fatal !== null) throw fatal;
      const waitMs = Math.max(backoffMs(backoff, failures), error instanceof NoSessionsLeft ? error.resetAfterMs : 0);
      const reason = error instanceof NoSessionsLeft ? error.message : readFailure(error).reason;
      const fields = { event: 'gateway.unreachable', waitMs, reason };
      options.log.warn(fields, `waiting for Discord: ${reason}; trying again in ${showWait(waitMs)}`);
      await sleep(waitMs, undefined, { signal: options.signal });
    }
  }
}

interface GatewayState {
  readonly guilds: Map<string, GuildNote>;
  ready: GatewayReadyDispatchData | null;
  isOpen: boolean;
}

async function connectOnce(options: GatewayOptions): Promise<Gateway> {
  const state: GatewayState = { guilds: new Map(), ready: null, isOpen: false };
  const fatal = Promise.withResolvers<never>();
  const end = createGatewayEnd(createReconnectPace());
  const shards = createShards(options, { state, end, rejectConnecting: fatal.reject });
  const close = () => end.close(shards);
  const ready = await whoWeAre(shards, { ...options, state, fatal: fatal.promise }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  state.isOpen = true;
  const { user, application } = ready;
  const fields = { event: 'gateway.ready', guilds: state.guilds.size, botUserId: user.id };
  options.log.info(fields, `connected to Discord as ${user.username}`);
  const { guilds } = state;
  return { applicationId: application.id, botUserId: user.id, guilds, close, [Symbol.asyncDispose]: close };
}

interface Connecting {
  readonly state: GatewayState;
  readonly fatal: Promise<never>;
  readonly signal: AbortSignal;
}

async function whoWeAre(
  shards: WebSocketManager,
  { state, fatal, signal }: Connecting,
): Promise<GatewayReadyDispatchData> {
  await checkSessionLimit(shards);
  await Promise.race([shards.connect(), fatal, whenAborted(signal)]);
  if (state.ready === null) throw new Error('the gateway connected without saying who the bot is');
  return state.ready;
}

interface ShardSetting {
  readonly state: GatewayState;
  readonly end: GatewayEnd;
  readonly rejectConnecting: (error: FatalDiscordError) => void;
}

function createShards(
  { token, rest, log, clock, ...options }: GatewayOptions,
  { state, end, rejectConnecting }: ShardSetting,
): WebSocketManager {
  const shards: WebSocketManager = new WebSocketManager({
    token,
    rest,
    intents: GatewayIntentBits.Guilds,
    buildIdentifyThrottler: () => createIdentifyThrottler(shards, clock),
    ...end.sessions,
  });
  end.follow(shards);
  options.pulse?.follow(shards);
  shards.on(WebSocketShardEvents.Ready, ({ data }) => {
    state.ready = data;
    for (const { id } of data.guilds)
      state.guilds.set(id, { name: state.guilds.get(id)?.name ?? null, isAvailable: false });
  });
  shards.on(WebSocketShardEvents.Dispatch, ({ data }) => takeDispatch(data, state, options));
  shards.on(WebSocketShardEvents.Closed, ({ code, shardId }) => {
    log.info({ event: 'gateway.closed', code, shardId }, `a gateway connection closed with code ${code}`);
    const error = fatalClose(code);
    if (error === null) return;
    rejectConnecting(error);
    if (state.isOpen) options.onFatal?.(error);
  });
  shards.on(WebSocketShardEvents.Error, ({ error, shardId }) => {
    log.warn({ event: 'gateway.error', shardId, err: error }, 'a gateway connection failed');
  });
  return shards;
}

/** No IDENTIFYs are left today. Another one would make Discord reset the token. */
class NoSessionsLeft extends Error {
  readonly resetAfterMs: number;

  constructor(resetAfterMs: number) {
    super('no gateway sessions are left for today');
    this.name = 'NoSessionsLeft';
    this.resetAfterMs = resetAfterMs;
  }
}

async function checkSessionLimit(shards: WebSocketManager): Promise<void> {
  const { session_start_limit: limit, shards: needed } = await shards.fetchGatewayInformation();
  if (limit.remaining < needed) throw new NoSessionsLeft(limit.reset_after);
}

/**
 * Lets at most `max_concurrency` shards identify per five seconds, as Discord requires. A shard whose sessions do not
 * last identifies ever more slowly; the library alone would retry at once until the day's IDENTIFYs are used up.
 */
async function createIdentifyThrottler(shards: WebSocketManager, clock: Clock) {
  const { session_start_limit: limit } = await shards.fetchGatewayInformation();
  const inner = new SimpleIdentifyThrottler(limit.max_concurrency);
  const earlier = new Map<number, { readonly at: Instant; readonly failures: number }>();
  return {
    async waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> {
      const last = earlier.get(shardId);
      const hasLasted = last === undefined || clock() - last.at > backoff.longestMs;
      const failures = hasLasted ? 0 : last.failures + 1;
      const delayMs = backoffMs(backoff, failures);
      earlier.set(shardId, { at: clock() + delayMs, failures });
      if (delayMs > 0) await sleep(delayMs, undefined, { signal });
      await inner.waitForIdentify(shardId, signal);
    },
  };
}

function fatalClose(code: number): FatalDiscordError | null {
  const [kind, message] = fatalCloses[code] ?? [];
  return kind === undefined || message === undefined
    ? null
    : new FatalDiscordError(kind, `${message} (gateway close code ${code})`);
}

/** The fatal error behind a failure to connect. Null if the failure may pass. */
function toFatal(error: unknown): FatalDiscordError | null {
  if (error instanceof FatalDiscordError) return error;
  const failure = readFailure(error);
  if (failure.kind !== 'unauthorized') return null;
  const advice = 'Check the token in DISCORD_TOKEN: it may be mistyped, or it was reset.';
  return new FatalDiscordError('token', `Discord does not let the bot in: ${failure.reason}. ${advice}`, {
    cause: error,
  });
}

const whenAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
