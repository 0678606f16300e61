import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nextOccurrence } from '../../../src/digests/schedule.ts';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import type { MessageView } from '../../../src/playground/discord/message-view.ts';
import type { Clock, Instant } from '../../../src/ports.ts';
import { openStore } from '../../../src/store/databases.ts';
import { topicOf } from '../../store/invented-listings.ts';
import { quickLimits } from '../../support/quick-discord.ts';
import type { LifePlan } from '../life.ts';
import { fastFolder } from '../mortal-lives.ts';
import { type CrewHostOptions, createCrewHost } from '../postgres/crew-host.ts';
import { graceMs } from './clocks.ts';
import { type Access, createProcessHost, createThreadHost, type Host } from './hosts.ts';
import type { ReplayChannel, ReplayPlan, Wake } from './replay-plan.ts';
import { startReplaySource } from './replay-source.ts';

export type ReplayOptions =
  | {
      /** `process`: a child that kills itself with SIGKILL. `thread`: everything after the point fails, in this process. */
      readonly death: 'process' | 'thread';
      /** A bug built into the bot; only for lives in this process. */
      readonly flaw?: LifePlan['flaw'];
    }
  /** Three workers on a server, any of which dies, or the server, or a connection. */
  | ({ readonly death: 'shared' } & CrewHostOptions);

/** The final contents of the channels, and the crashes of the bot. */
export interface ReplayRecord {
  readonly channels: readonly ReplayedChannel[];
  /** The crash points that were reached. */
  readonly crashes: readonly string[];
  /** How many of the bot's requests Discord would have refused. */
  readonly violations: number;
}

export interface ReplayedChannel {
  readonly channel: ReplayChannel;
  readonly channelId: string;
  readonly messages: readonly MessageView[];
}

/** Runs the bot's real parts through the plan, with Discord and the sources on loopback. */
export async function runReplay(plan: ReplayPlan, options: ReplayOptions): Promise<ReplayRecord> {
  await using opened = new AsyncDisposableStack();
  const time = { now: (plan.wakes[0]?.at ?? 0) - 3_600_000 };
  const clock = () => time.now;
  const folder = await mkdtemp(join(fastFolder(), 'paperboy-replay-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const source = opened.use(await startReplaySource(plan, clock));
  const limits = { ...quickLimits, messagesPerWindow: 10_000, globalPerSecond: 10_000 };
  const discord = opened.use(await startLocalDiscord({ clock, limits }));
  const guild = discord.world.createGuild({ name: 'Readers', channels: plan.channels.map(({ name }) => name) });
  const channelIds = [...guild.channelIds];
  const databaseUrl =
    options.death === 'shared' ? await options.server.newDatabase() : `file:${join(folder, 'replay.db')}`;
  await subscribeAll(plan, { guildId: guild.id, channelIds, databaseUrl, now: time.now });
  const places = { databaseUrl, discordUrl: discord.url, token: discord.token, sourcesUrl: source.url };
  const rest = { policy: 'paperboy', botUserId: discord.applicationId, beside: null } as const;
  const access: Access = { ...places, ...rest, channelId: '' };
  const host = opened.use(await openHost(options, access, clock));
  const crashes = await liveThrough(plan, host, time, discord);
  return {
    channels: plan.channels.map((channel, place) => {
      const channelId = channelIds[place] ?? '';
      return { channel, channelId, messages: discord.messages(channelId) };
    }),
    crashes,
    violations: discord.violations.length,
  };
}

async function openHost(options: ReplayOptions, access: Access, clock: Clock): Promise<Host> {
  if (options.death === 'shared') return await createCrewHost(access, clock, options);
  return options.death === 'process' ? createProcessHost(access, clock) : createThreadHost(access, clock, options.flaw);
}

interface Place {
  readonly guildId: string;
  readonly channelIds: readonly string[];
  readonly databaseUrl: string;
  readonly now: Instant;
}

/** A limit that never leaves out a paper. */
const maxPapers = 1_000;

async function subscribeAll(plan: ReplayPlan, { guildId, channelIds, databaseUrl, now }: Place): Promise<void> {
  await using store = await openStore({ url: databaseUrl });
  for (const [place, { zone, time, days, topics }] of plan.channels.entries()) {
    const channelId = channelIds[place] ?? '';
    const schedule = { zone, time, days };
    const defaults = { schedule, maxPapers, language: 'en' as const, nextDigestAt: nextOccurrence(schedule, now) };
    for (const { text } of topics) {
      const topic = topicOf(text);
      await store.subscribe({ guildId, channelId, topic, userId: '1', at: now, defaults, cap: 50 });
    }
    const changes = { graceMinutes: graceMs / 60_000 };
    await store.configureChannel({ channelId, guildId, changes, defaults, at: now });
  }
}

/** Runs each wake-up, and each crash with the start after it. */
async function liveThrough(
  plan: ReplayPlan,
  host: Host,
  time: { now: Instant },
  discord: LocalDiscord,
): Promise<readonly string[]> {
  const reached: string[] = [];
  const pending = [...plan.crashes];
  for (const wake of plan.wakes) {
    time.now = Math.max(time.now, wake.at);
    setWeather(discord, wake);
    const crash = pending[0];
    const point = await host.wake(crash !== undefined && crash.from <= wake.at ? crash : null);
    if (crash === undefined || point === null) continue;
    pending.shift();
    reached.push(point);
    time.now += crash.awayMs;
    await host.wake(null);
  }
  return reached;
}

function setWeather({ faults }: LocalDiscord, { discord }: Wake): void {
  faults.clear();
  if (discord !== undefined) faults.add({ ...discord, method: 'POST', path: /\/messages$/ });
}
