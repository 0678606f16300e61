import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Connection from 'better-sqlite3';
import { type LocalDiscord, startLocalDiscord } from '../src/playground/discord/local-discord.ts';
import type { Instant } from '../src/ports.ts';
import { minuteMs } from '../src/time.ts';
import { type Bench, type BenchSetting, createSeries } from './bench.ts';
import { type BotProcess, startBot } from './bot-process.ts';
import { runMeasured } from './child-process.ts';
import { askEverySecond, createChannels, planDigests } from './deliver-scene.ts';
import { readSends } from './deliver-sends.ts';
import { type LoopbackSources, startLoopbackSources } from './loopback-sources.ts';
import type { NaiveDelivery } from './processes/deliver-naively.ts';
import { residentMemory, settledMemory } from './resident-memory.ts';

type Series = ReturnType<typeof createSeries>;

const channels = 3_000;
const outbox = { channels: 10_000, parts: 10 };
const planned = (outbox.channels * outbox.parts).toLocaleString('en');
const naiveMessages = 100;
const latencyMs = { min: 40, max: 80 };
const answerAimMs = 300;
const memoryAimMb = 150;
/** Time for the bot to start, connect to all its guilds and become idle before the deliveries are due. */
const leadMs = 50_000;
/** Longer than the deliveries can take at a quarter of the speed. */
const longestMs = (channels / 12) * 1_000;

export const deliverBench: Bench = {
  name: 'deliver',
  title: `the digests of ${channels} channels, all due at once`,
  method: [
    'The bot as npm start runs it, against the local Discord: 50 requests a second in all (a sliding window), 5 messages',
    'in 5 s a channel, 40–80 ms there and back. One message of ten papers a channel. One channel never answers, one',
    'answers 403, and a person runs /papers help every second. Sends are counted where they arrive; 47–50 a second are',
    `the most that the limit allows. Then the bot with ${planned} deliveries planned: at rest, and in its first minute of`,
    `sending them. The naive loop: for (…) await channel.send(…) with discord.js’ Client, ${naiveMessages} messages; its`,
    'time for all channels is extrapolated from them. MB are millions of bytes.',
  ],
  runs: 1,
  measure,
};

interface Scene {
  readonly sources: LoopbackSources;
  readonly folder: string;
}

async function measure({ runs, folder, progress }: BenchSetting) {
  const series = createSeries();
  await using sources = await startLoopbackSources([], '2026-06-12');
  const scene: Scene = { sources, folder };
  for (let run = 1; run <= runs; run += 1) {
    progress(`run ${run} of ${runs}: ${channels} channels`);
    await measureManyChannels(scene, join(folder, `channels-${run}.db`), series);
    progress(`run ${run} of ${runs}: the naive loop`);
    await measureNaively(series);
    progress(`run ${run} of ${runs}: ${planned} deliveries planned`);
    await measureFullOutbox(scene, join(folder, `outbox-${run}.db`), series);
  }
  return series.measurements();
}

async function measureManyChannels(scene: Scene, databasePath: string, series: Series): Promise<void> {
  await using discord = await startLocalDiscord({ latencyMs });
  const channelIds = createChannels(discord, channels);
  await planDigests(databasePath, { channelIds, parts: 1, dueAt: Date.now() });
  const [silent = '', forbidden = ''] = channelIds;
  discord.faults.add({ kind: 'hang', method: 'POST', path: pathOf(silent), times: Number.POSITIVE_INFINITY });
  discord.faults.add({ kind: 'refused', method: 'POST', path: pathOf(forbidden), status: 403, code: 50013 });
  await using bot = await startBotOn(discord, scene, databasePath);
  const person = askEverySecond(discord, '/papers help');
  const memory = watchMemory(bot);
  await allPosted(discord, { channelIds, but: [silent, forbidden] });
  const answers = await person.stop();
  const samples = await memory.stop();
  const sends = readSends(discord.requests);
  series.add('sends a second', '/s', sends.perSecond);
  series.add('  in the slowest five seconds', '/s', sends.slowestPerSecond);
  series.add('  most requests in any one second', '×', sends.mostInOneSecond, 51);
  series.add('  longest time without a send', 'ms', sends.longestGapMs);
  series.add(`all ${channels} channels`, 'ms', sends.tookMs);
  series.add('answers 429', '×', sends.refused, 1);
  series.add('/papers help meanwhile, median', 'ms', medianOf(answers));
  series.add('/papers help meanwhile, slowest', 'ms', Math.max(...answers), answerAimMs);
  const part = Math.floor(samples.length / 4);
  series.add('highest memory, second quarter of it', 'MB', Math.max(...samples.slice(part, 2 * part)));
  series.add('highest memory, last quarter of it', 'MB', Math.max(...samples.slice(-part)), memoryAimMb);
}

async function measureNaively(series: Series): Promise<void> {
  await using discord = await startLocalDiscord({ latencyMs });
  createChannels(discord, channels);
  const { url, token } = discord;
  const naive = await runMeasured<NaiveDelivery>('deliver-naively.ts', [url, token, String(naiveMessages)]);
  if (naive.messages !== naiveMessages) throw new Error(`the naive loop sent ${naive.messages} messages`);
  const perSecond = (naive.messages / naive.ms) * 1_000;
  series.add('naive loop: sends a second', '/s', perSecond);
  series.add(`naive loop: all ${channels} channels (extrapolated)`, 'ms', (channels / perSecond) * 1_000);
}

async function measureFullOutbox(scene: Scene, databasePath: string, series: Series): Promise<void> {
  await using discord = await startLocalDiscord({ latencyMs });
  const channelIds = createChannels(discord, outbox.channels);
  await planDigests(databasePath, { channelIds, parts: outbox.parts, dueAt: Date.now() });
  // The bot checks at each full minute.
  const dueAt = Math.ceil((Date.now() + leadMs) / minuteMs) * minuteMs;
  postpone(databasePath, dueAt);
  await using bot = await startBotOn(discord, scene, databasePath);
  series.add(`${planned} planned: memory at rest`, 'MB', (await settledMemory(bot.pid)).now, memoryAimMb);
  if (Date.now() >= dueAt) throw new Error('the deliveries were due before the bot became idle');
  await pause(dueAt - Date.now());
  const memory = watchMemory(bot);
  await pause(minuteMs);
  const samples = await memory.stop();
  const sends = readSends(discord.requests);
  series.add(`${planned} planned: highest memory, first minute of sending`, 'MB', Math.max(...samples), memoryAimMb);
  series.add(`${planned} planned: sends a second`, '/s', sends.perSecond);
  series.add(`${planned} planned: answers 429`, '×', sends.refused, 1);
}

const pathOf = (channelId: string): RegExp => new RegExp(`^/channels/${channelId}/messages$`);

/** Moves the due time, because filling the outbox takes long. */
function postpone(databasePath: string, dueAt: Instant): void {
  const connection = new Connection(databasePath);
  connection.prepare('update deliveries set due_at = ?').run(dueAt);
  connection.close();
}

function startBotOn(discord: LocalDiscord, { sources, folder }: Scene, databasePath: string): Promise<BotProcess> {
  const { token, url: discordUrl } = discord;
  return startBot({ token, discordUrl, sourcesUrl: sources.url, databaseUrl: `file:${databasePath}`, folder });
}

async function allPosted(discord: LocalDiscord, { but, channelIds }: Expected): Promise<void> {
  const waiting = new Set(channelIds.filter((id) => !but.includes(id)));
  const giveUpAt = Date.now() + longestMs;
  while (waiting.size > 0) {
    if (Date.now() > giveUpAt) throw new Error(`${waiting.size} channels are still without their digest`);
    await pause(200);
    for (const id of waiting) if (discord.messages(id).length > 0) waiting.delete(id);
  }
}

interface Expected {
  readonly channelIds: readonly string[];
  readonly but: readonly string[];
}

/** Samples the bot's memory four times a second until it is stopped. */
function watchMemory({ pid }: BotProcess) {
  const stopping = new AbortController();
  const samples: number[] = [];
  const look = async () => {
    while (!stopping.signal.aborted) {
      samples.push((await residentMemory(pid)).now);
      await pause(250);
    }
  };
  const watching = look();
  watching.catch(() => {}); // `stop` reports it. The bot may have ended by then for another reason.
  return {
    async stop(): Promise<readonly number[]> {
      stopping.abort();
      await watching;
      return samples;
    },
  };
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
