import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nextOccurrence, type Schedule } from '../src/digests/schedule.ts';
import { openMeaning } from '../src/meaning/meaning.ts';
import { type LocalDiscord, startLocalDiscord } from '../src/playground/discord/local-discord.ts';
import type { Instant } from '../src/ports.ts';
import { openStore } from '../src/store/databases.ts';
import { dayMs, minuteMs, newYorkDate, utcDate } from '../src/time.ts';
import { parseTopic } from '../src/topics/language/parse.ts';
import { type Aim, type Bench, type BenchSetting, createSeries } from './bench.ts';
import { type BotProcess, type LogLine, startBot } from './bot-process.ts';
import { createCorpus, type InventedCorpus } from './invented-corpus.ts';
import { type LoopbackSources, startLoopbackSources } from './loopback-sources.ts';
import { residentMemory, settledMemory } from './resident-memory.ts';

const storedPapers = 50_000;
const papersOfToday = 2_000;
const subscribedChannels = 100;
const channelsPerGuild = 5;
const aims = { ready: 125, settled: 150, highest: 150 };
/** Searches of a day, each of words of other frequency. */
const searches = 20;

const manyGuilds = 10_000;
const channelsOfManyGuilds = 15;
const manyGuildsAimMb = 160;

/** Only some categories: each is one request, and the bot waits arXiv's three seconds between requests. */
const categories = ['cs.LG', 'cs.CV', 'cs.CL', 'cs.AI'];
/** Time for the bot to start, settle and pull before its channels are due. */
const leadMs = minuteMs;

export const memoryBench: Bench = {
  name: 'memory',
  title: `resident memory, ${subscribedChannels} subscriptions, ${storedPapers} stored papers`,
  method: [
    'The bot as npm start runs it, started on a database that another process filled with invented papers and their vectors. Measured from',
    'outside once it has been steady for 10 s: at ready, after it pulled 2,000 papers, after it planned and posted the',
    `digests of ${subscribedChannels} channels, after a person made ${searches} searches; then at ready with 10,000 guilds`,
    'joined. The highest is the most that the process ever held, as the system counts it, at no special moment (Linux',
    'only). MB are millions of bytes.',
  ],
  runs: 3,
  measure,
};

interface Scene {
  readonly corpus: InventedCorpus;
  /** A database with the stored papers, to be copied. */
  readonly template: string;
  readonly sources: LoopbackSources;
  readonly folder: string;
}

async function measure({ runs, folder, progress }: BenchSetting) {
  const series = createSeries();
  const corpus = createCorpus({ seed: 1, categories });
  const template = join(folder, 'template.db');
  progress(`storing ${storedPapers} papers`);
  await storePapers(corpus, template);
  await using sources = await startLoopbackSources(
    corpus.papers(papersOfToday, monthOf(Date.now())),
    newYorkDate(Date.now()),
  );
  const scene: Scene = { corpus, template, sources, folder };
  await warmUp(scene);
  for (let run = 1; run <= runs; run += 1) {
    progress(`run ${run} of ${runs}: a day`);
    await measureDay(scene, join(folder, `day-${run}.db`), series);
    progress(`run ${run} of ${runs}: ${manyGuilds} guilds`);
    await measureManyGuilds(scene, join(folder, `guilds-${run}.db`), series);
  }
  return series.measurements();
}

/** Stores the papers of the past, a listing of 2,000 a day, with their vectors, as a bot has them after some days. */
async function storePapers(corpus: InventedCorpus, path: string): Promise<void> {
  await using store = await openStore({ url: `file:${path}`, meaning: openMeaning(true) });
  const days = storedPapers / papersOfToday;
  for (let daysAgo = days; daysAgo > 0; daysAgo -= 1) {
    const at = Date.now() - daysAgo * dayMs;
    const entries = corpus.papers(papersOfToday, monthOf(at)).map((paper) => ({ paper, announceType: 'new' as const }));
    const date = utcDate(at);
    await store.recordListing({ source: 'arxiv', date, entries, skipped: [], etags: {}, isPartial: false }, at);
  }
  while (await store.embedSome());
}

type Series = ReturnType<typeof createSeries>;

/** The first start compiles the modules for all later ones. */
async function warmUp(scene: Scene): Promise<void> {
  await using discord = await startLocalDiscord();
  await using _bot = await startBotOn(discord, scene, join(scene.folder, 'warm-up.db'));
}

/** A bot's day: it starts, pulls, and posts at the time that its channels have chosen. */
async function measureDay(scene: Scene, databasePath: string, series: Series): Promise<void> {
  await using discord = await startLocalDiscord();
  const channels = createChannels(discord, subscribedChannels / channelsPerGuild, channelsPerGuild);
  await copyFile(scene.template, databasePath);
  await subscribe(scene.corpus, databasePath, channels);
  scene.sources.hold();
  await using bot = await startBotOn(discord, scene, databasePath);
  series.add('at ready', 'MB', (await settledMemory(bot.pid)).now, { atMost: aims.ready });
  scene.sources.release();
  await bot.whenLogged(({ event, source }) => event === 'pull.done' && source === 'arxiv');
  series.add(`after a pull of ${papersOfToday} papers`, 'MB', (await settledMemory(bot.pid)).now, aims.settled);
  await addHighest('  highest until then, with the pull', bot, series);
  await allDigestsPosted(bot);
  const digests = `after the digests of ${subscribedChannels} channels`;
  series.add(digests, 'MB', (await settledMemory(bot.pid)).now, aims.settled);
  await addHighest('  highest until then, with the digests', bot, series);
  await searchOften(discord, channels[0], scene.corpus);
  series.add(`after ${searches} searches`, 'MB', (await settledMemory(bot.pid)).now, aims.settled);
  await addHighest('highest of the day', bot, series, { atMost: aims.highest });
}

/** Adds the most memory that the bot held so far, where the system counts it. */
async function addHighest(what: string, bot: BotProcess, series: Series, aim?: Aim): Promise<void> {
  const { peak } = await residentMemory(bot.pid);
  if (peak !== null) series.add(what, 'MB', peak, aim);
}

async function searchOften(discord: LocalDiscord, place: GuildChannel | undefined, corpus: InventedCorpus) {
  if (place === undefined) throw new Error('there is no channel to search in');
  const person = discord.person({ name: 'ada', guild: place.guildId, channel: place.channelId });
  for (let number = 1; number <= searches; number += 1) {
    const answer = await person.run('/papers search', {
      query: `${corpus.word(30 * number)} ${corpus.word(number)}`,
    });
    const { content, embeds } = await answer.answered(); // On a busy machine, the first answer is “thinking”.
    if (content === '' && embeds.length === 0) throw new Error('nothing answered a search');
  }
}

async function measureManyGuilds(scene: Scene, databasePath: string, series: Series): Promise<void> {
  // Large bots may identify many shards at once. Waiting five seconds for each would measure nothing more.
  await using discord = await startLocalDiscord({ limits: { maxConcurrency: 16 } });
  const channels = createChannels(discord, manyGuilds, channelsOfManyGuilds);
  await copyFile(scene.template, databasePath);
  await subscribe(scene.corpus, databasePath, channels.slice(0, subscribedChannels));
  scene.sources.hold();
  await using bot = await startBotOn(discord, scene, databasePath);
  series.add(`at ready, ${manyGuilds} guilds`, 'MB', (await settledMemory(bot.pid)).now, { atMost: manyGuildsAimMb });
  await addHighest(`highest, ${manyGuilds} guilds`, bot, series);
  scene.sources.release();
}

interface GuildChannel {
  readonly guildId: string;
  readonly channelId: string;
}

function createChannels(discord: LocalDiscord, guilds: number, channelsEach: number): readonly GuildChannel[] {
  const channels = Array.from({ length: channelsEach }, (_, index) => `papers-${index + 1}`);
  return Array.from({ length: guilds }, (_, index) =>
    discord.world.createGuild({ name: `Reading group ${index + 1}`, channels }),
  ).flatMap(({ id: guildId, channelIds }) => Array.from(channelIds, (channelId) => ({ guildId, channelId })));
}

/** Gives each channel a topic with a different word. Frequent words fill a digest, rare ones match a paper or two. */
async function subscribe(corpus: InventedCorpus, path: string, channels: readonly GuildChannel[]): Promise<void> {
  await using store = await openStore({ url: `file:${path}` });
  const at = Date.now();
  const schedule = scheduleAt(Math.ceil((at + leadMs) / minuteMs) * minuteMs);
  const defaults = { schedule, maxPapers: 10, language: 'en' as const, nextDigestAt: nextOccurrence(schedule, at) };
  for (const [index, channel] of channels.entries()) {
    const parsed = parseTopic(corpus.word(500 + 45 * index));
    if (!parsed.ok) throw new Error(parsed.error.message);
    const whose = { ...channel, userId: '1' };
    await store.subscribe({ ...whose, topic: parsed.topic, at, defaults, cap: 1_000 });
  }
}

const scheduleAt = (due: Instant): Schedule => ({
  time: new Date(due).toISOString().slice(11, 16),
  zone: 'UTC',
  days: [1, 2, 3, 4, 5, 6, 7],
});

function startBotOn(discord: LocalDiscord, { sources, folder }: Scene, databasePath: string): Promise<BotProcess> {
  const { token, url: discordUrl } = discord;
  return startBot({
    token,
    discordUrl,
    sourcesUrl: sources.url,
    databaseUrl: `file:${databasePath}`,
    folder,
    categories,
  });
}

/** Waits until every channel's digest is planned and its last part is posted. */
async function allDigestsPosted(bot: BotProcess): Promise<void> {
  const done = new Set<unknown>();
  await bot.whenLogged((line) => {
    if (isLastWord(line)) done.add(line['channelId']);
    return done.size === subscribedChannels;
  });
}

const isLastWord = ({ event, part, parts }: LogLine): boolean =>
  event === 'digest.quiet' || (event === 'delivery.sent' && part === parts);

/** `YYMM`, as in an arXiv id. */
const monthOf = (at: Instant): string => new Date(at).toISOString().slice(2, 7).replace('-', '');
