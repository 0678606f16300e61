import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import type { Timer } from '../../src/jobs/alarm.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import type { Person } from '../../src/playground/person.ts';
import type { Instant } from '../../src/ports.ts';
import { createKeptLog } from '../support/bot.ts';
import { checkSchema } from '../support/discord-schema.ts';
import { putNewDatabase } from '../support/new-database.ts';
import { createQuickPace, quickLimits } from '../support/quick-discord.ts';

/** The whole running bot: its real parts, a Discord on loopback, a new database file, and a clock set by hand. */
export interface RunningApp extends AsyncDisposable {
  readonly app: App;
  readonly discord: LocalDiscord;
  readonly channelId: string;
  readonly guildId: string;
  readonly databasePath: string;
  readonly manager: Person;
  readonly log: ReturnType<typeof createKeptLog>;
  setTime(now: Instant): void;
  /** Stops the bot and starts it with the same database. */
  restart(): Promise<void>;
  /** The same, with work while it is stopped. */
  whileStopped(doing: () => void): Promise<void>;
  /** The ids of the papers in the channel's messages, in order. */
  postedIds(): readonly string[];
}

export interface RunningAppOptions {
  readonly sourcesUrl: string;
  readonly now: Instant;
  readonly categories?: readonly string[];
  /** If given, the bot wakes itself, and this timer wakes it between two minutes. */
  readonly timer?: Timer;
  /** Further configuration, which may depend on the local Discord. */
  readonly config?: Partial<Config> | ((discord: LocalDiscord) => Partial<Config>);
}

export async function runApp(options: RunningAppOptions): Promise<RunningApp> {
  const { sourcesUrl, now: start, categories = [], timer } = options;
  await using opened = new AsyncDisposableStack();
  let now = start;
  const clock = () => now;
  const folder = await mkdtemp(join(tmpdir(), 'paperboy-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const discord = opened.use(
    await startLocalDiscord({
      clock,
      checkSchema,
      limits: { ...quickLimits, identifyWindowMs: 0 }, // A restart would wait out Discord's five seconds.
      interactionDeadlineMs: 10_000, // A busy machine may be slow.
    }),
  );
  const guild = discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
  const [channelId = ''] = guild.channelIds;
  const manager = discord.person({ name: 'maria', guild, channel: channelId, permissions: ['ManageChannels'] });
  const databasePath = join(folder, 'paperboy.db');
  putNewDatabase(databasePath);
  const config: Config = {
    ...loadConfig({}, { envFile: '' }),
    discordToken: discord.token,
    discordApiUrl: discord.url,
    databaseUrl: `file:${databasePath}`,
    huggingfaceUrl: sourcesUrl,
    arxivFeedUrl: sourcesUrl,
    arxivApiUrl: sourcesUrl,
    arxivOaiUrl: sourcesUrl,
    arxivCategories: categories,
    sources: ['arxiv', 'huggingface'],
    ...(typeof options.config === 'function' ? options.config(discord) : options.config),
  };
  const log = createKeptLog();
  const quick = { arxivSpacingMs: 0, huggingfaceSpacingMs: 0, biorxivSpacingMs: 0, arxivRetryPausesMs: [] };
  const wakes = timer === undefined ? { wakesItself: false } : { timer };
  const launch = () =>
    createApp(config, {
      log,
      clock,
      random: () => 0.5,
      pace: createQuickPace(),
      searchesHere: true,
      ...quick,
      ...wakes,
    });
  let app = await launch();
  opened.defer(async () => app[Symbol.asyncDispose]());
  const restart = async (meanwhile: () => void) => {
    await app[Symbol.asyncDispose]();
    meanwhile();
    app = await launch();
  };
  const closing = opened.move();
  return {
    get app() {
      return app;
    },
    discord,
    channelId,
    guildId: guild.id,
    databasePath,
    manager,
    log,
    setTime(instant) {
      now = instant;
    },
    restart: () => restart(() => {}),
    whileStopped: restart,
    postedIds: () =>
      discord
        .messages(channelId)
        .flatMap(({ embeds }) => embeds)
        .flatMap(({ url }) => url?.match(/^https:\/\/arxiv\.org\/abs\/(.+)$/)?.[1] ?? []),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
