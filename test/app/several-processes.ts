import { type App, createApp } from '../../src/app.ts';
import { type Config, loadConfig } from '../../src/config.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import type { LimitSettings } from '../../src/playground/discord/rate-limits.ts';
import { type SampleSources, startSampleSources } from '../../src/playground/sample-sources.ts';
import type { Instant } from '../../src/ports.ts';
import { utcDate } from '../../src/time.ts';
import { createKeptLog } from '../support/bot.ts';
import { checkSchema } from '../support/discord-schema.ts';
import { inventPapers } from '../support/invented-papers.ts';
import { quickLimits } from '../support/quick-discord.ts';

/** Seven in the morning of a Friday, two hours before the digest. */
const morning = Date.parse('2026-06-12T07:00:00Z');

/** A process of the bot, in this process of the tests. */
export interface BotProcess extends AsyncDisposable {
  readonly app: App;
  readonly log: ReturnType<typeof createKeptLog>;
  has(event: string): boolean;
}

/** One Discord and one database of PostgreSQL, which several processes of the bot use. */
export interface SharedWorld extends AsyncDisposable {
  readonly discord: LocalDiscord;
  /** A guild of each shard of four. */
  readonly guilds: readonly { readonly id: string; readonly channelId: string }[];
  now(): Instant;
  pass(ms: number): void;
  start(config?: Partial<Config>): Promise<BotProcess>;
  /** Announces papers on diffusion, through any process. */
  announce(papers: number, by: BotProcess): Promise<void>;
}

/** How long a process is missed before others take over, in milliseconds. */
export const leaseMs = 1_200;

export async function startSharedWorld(databaseUrl: string, limits: Partial<LimitSettings> = {}): Promise<SharedWorld> {
  await using opened = new AsyncDisposableStack();
  let now = morning;
  const sources: SampleSources = opened.use(await startSampleSources({ today: '2026-01-01' }));
  sources.setDay(utcDate(now));
  const discord = opened.use(
    await startLocalDiscord({
      clock: () => now,
      checkSchema,
      limits: { ...quickLimits, identifyWindowMs: 0, maxConcurrency: 16, ...limits },
      interactionDeadlineMs: 10_000, // A busy machine may be slow.
    }),
  );
  const guilds = [0, 1, 2, 3].map((shard) => {
    now += 1;
    const guild = discord.world.createGuild({ name: `Group ${shard}`, channels: ['papers'] });
    const [channelId = ''] = guild.channelIds;
    return { id: guild.id, channelId };
  });
  const base: Config = {
    ...loadConfig({}, { envFile: '' }),
    discordToken: discord.token,
    discordApiUrl: discord.url,
    databaseUrl,
    huggingfaceUrl: sources.url,
    arxivFeedUrl: sources.url,
    arxivApiUrl: sources.url,
    arxivOaiUrl: sources.url,
    arxivCategories: ['cs.CL'],
    sources: ['arxiv', 'huggingface'],
  };
  const closing = opened.move();
  return {
    discord,
    guilds,
    now: () => now,
    pass(ms) {
      now += ms;
      sources.setDay(utcDate(now));
    },
    async start(config = {}) {
      const log = createKeptLog();
      const quick = { arxivSpacingMs: 0, huggingfaceSpacingMs: 0, biorxivSpacingMs: 0, arxivRetryPausesMs: [] };
      const options = { log, clock: () => now, random: () => 0.5, searchesHere: true, wakesItself: false, leaseMs };
      const app = await createApp({ ...base, ...config }, { ...options, ...quick });
      return {
        app,
        log,
        has: (event) => log.lines.some((line) => line.event === event),
        [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
      };
    },
    async announce(papers, { app }) {
      const entries = inventPapers(papers, 'diffusion').map((paper) => ({ paper, announceType: 'new' as const }));
      const listing = { source: 'arxiv', date: utcDate(now), entries, skipped: [], etags: {}, isPartial: false };
      await app.store.recordListing(listing, now);
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}
