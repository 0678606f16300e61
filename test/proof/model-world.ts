import { copyFileSync, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import { yieldTurn } from '../../src/cooperate.ts';
import { nextOccurrence } from '../../src/digests/schedule.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import type { Person } from '../../src/playground/person.ts';
import type { Instant } from '../../src/ports.ts';
import { utcDate } from '../../src/time.ts';
import { topicOf } from '../store/invented-listings.ts';
import { createKeptLog } from '../support/bot.ts';
import { createQuickPace, quickLimits } from '../support/quick-discord.ts';
import { startGeneratedSource } from './generated-source.ts';

/**
 * The whole bot of `createApp` with its own Discord, source and database files, and a clock set by hand. It can die in
 * the middle of its work.
 */
export interface ModelWorld extends AsyncDisposable {
  readonly discord: LocalDiscord;
  readonly app: App;
  /** Channels that can be subscribed. */
  readonly channelIds: readonly string[];
  /** Channels that are never subscribed; one is in another guild. */
  readonly foreignIds: readonly string[];
  readonly manager: Person;
  readonly log: ReturnType<typeof createKeptLog>;
  now(): Instant;
  pass(ms: number): void;
  announce(count: number): readonly string[];
  subscribe(channelId: string): Promise<void>;
  unsubscribe(channelId: string): Promise<void>;
  /** Stops the bot in order, and starts it again. */
  restart(): Promise<void>;
  /** Wakes the bot. It dies once Discord has accepted `count` messages, and is started again. */
  dieAfterMessages(count: number): Promise<void>;
  /** Gives or removes the bot's permission to post to the channel. */
  allow(channelId: string, isAllowed: boolean): void;
  /** Starts or ends an outage of Discord's REST API. */
  outage(isDown: boolean): void;
  isDown(): boolean;
}

const everyDay = [1, 2, 3, 4, 5, 6, 7] as const;
/** 2026-06-12, a Friday. */
export const modelStart: Instant = Date.UTC(2026, 5, 12, 6);

export async function openModelWorld(): Promise<ModelWorld> {
  await using opened = new AsyncDisposableStack();
  let now = modelStart;
  const clock = () => now;
  const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  const folder = await mkdtemp(join(parent, 'paperboy-model-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const source = opened.use(await startGeneratedSource());
  const discord = opened.use(
    await startLocalDiscord({
      clock,
      // The bot can die after Discord accepts a message and before it answers.
      latencyMs: 4,
      limits: { ...quickLimits, identifyWindowMs: 0, messagesPerWindow: 1_000, globalPerSecond: 1_000 },
    }),
  );
  const guild = discord.world.createGuild({ name: 'Reading group', channels: ['one', 'two', 'quiet'] });
  const other = discord.world.createGuild({ name: 'Strangers', channels: ['elsewhere'] });
  const [one = '', two = '', quiet = ''] = guild.channelIds;
  const manager = discord.person({ name: 'maria', guild, channel: one, permissions: ['ManageChannels'] });
  const log = createKeptLog();
  let life = 0;
  const databasePath = () => join(folder, `${life}.db`);
  const launch = () => {
    const config = {
      ...loadConfig({}, { envFile: '' }),
      discordToken: discord.token,
      discordApiUrl: discord.url,
      databaseUrl: `file:${databasePath()}`,
      huggingfaceUrl: source.url,
      arxivFeedUrl: source.url,
      arxivApiUrl: source.url,
      arxivOaiUrl: source.url,
      arxivCategories: ['cs.LG'],
      sources: ['arxiv', 'huggingface'],
    };
    const pace = {
      arxivSpacingMs: 0,
      huggingfaceSpacingMs: 0,
      arxivRetryPausesMs: [],
      random: () => 0.5,
      pace: createQuickPace(),
    };
    return createApp(config, { log, clock, wakesItself: false, ...pace });
  };
  let app = await launch();
  opened.defer(async () => app[Symbol.asyncDispose]());

  /** The next life starts from the present contents of the disk. Later actions of the old one have no effect. */
  async function die(wake: Promise<void>): Promise<void> {
    const dead = databasePath();
    life += 1;
    for (const end of ['', '-wal']) if (existsSync(dead + end)) copyFileSync(dead + end, databasePath() + end);
    refuseAll(discord);
    await wake.catch(() => {});
    await startAnew();
  }
  /** A start waits in real time until Discord answers, so it interrupts an outage. */
  async function startAnew(): Promise<void> {
    await app[Symbol.asyncDispose]();
    discord.faults.clear();
    app = await launch();
    if (isDown) refuseAll(discord);
  }
  let isDown = false;
  const posts = () => accepted(discord);
  const closing = opened.move();
  return {
    discord,
    get app() {
      return app;
    },
    channelIds: [one, two],
    foreignIds: [quiet, ...other.channelIds],
    manager,
    log,
    now: clock,
    isDown: () => isDown,
    pass(ms) {
      now += ms;
    },
    announce: (count) => source.announce(utcDate(now), count),
    async subscribe(channelId) {
      const schedule = { time: '09:00', zone: 'UTC', days: everyDay };
      const defaults = {
        schedule,
        maxPapers: 100,
        language: 'en' as const,
        nextDigestAt: nextOccurrence(schedule, now),
      };
      const whose = { guildId: guild.id, channelId, userId: manager.id };
      await app.store.subscribe({ ...whose, topic: topicOf('diffusion'), at: now, defaults, cap: 50 });
      // arXiv never reports its day here. One channel waits for it as usual, the other does not wait.
      if (channelId !== one) return;
      const changes = { graceMinutes: 0 };
      await app.store.configureChannel({ channelId, guildId: guild.id, changes, defaults, at: now });
    },
    async unsubscribe(channelId) {
      for (const { id } of await app.store.subscriptions(guild.id, channelId)) {
        await app.store.unsubscribe(guild.id, id, now);
      }
    },
    restart: startAnew,
    outage(nowDown) {
      if (isDown === nowDown) return;
      isDown = nowDown;
      discord.faults.clear();
      if (isDown) refuseAll(discord);
    },
    async dieAfterMessages(count) {
      const before = posts();
      let isAwake = true;
      const wake = app.wake().finally(() => {
        isAwake = false;
      });
      wake.catch(() => {});
      while (isAwake && posts() - before < count) await yieldTurn();
      await die(wake);
    },
    allow(channelId, isAllowed) {
      const bot = { member: discord.applicationId };
      discord.world.setOverwrite(channelId, { ...bot, [isAllowed ? 'allow' : 'deny']: ['SendMessages'] });
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

/** An outage of REST, which posting needs. The gateway stays, because it reconnects only in real time. */
function refuseAll({ faults }: LocalDiscord): void {
  faults.clear();
  faults.add({ kind: 'unavailable', times: Number.POSITIVE_INFINITY });
}

/** Messages that Discord has accepted, whether its answer has arrived or not. */
const accepted = ({ requests }: LocalDiscord): number =>
  requests.filter(({ method, path, status }) => method === 'POST' && path.endsWith('/messages') && status < 300).length;
