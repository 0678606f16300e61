import { startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { openStore } from '../../src/store/databases.ts';
import type { createSeries } from '../bench.ts';
import { createChannels, day } from '../deliver-scene.ts';
import { readSends } from '../deliver-sends.ts';
import { startLoopbackSources } from '../loopback-sources.ts';
import { collect, latencyMs, startCrew, wrongChannels } from './crew.ts';
import { drop, fileIn, pairOf, type ScaleTools } from './databases.ts';
import { planOutbox } from './outbox.ts';

const workers = 4;
const rateAim = { atLeast: 47 };
const noneAim = { atMost: 0 };

/** Longer than the sends can take at a quarter of the speed. */
const longestMs = (channels: number): number => 60_000 + (channels / 12) * 1_000;

/** Measures how fast several workers send what is planned. */
export async function measureDrain(
  tools: ScaleTools,
  series: ReturnType<typeof createSeries>,
  { channels, runs }: { readonly channels: number; readonly runs: number },
): Promise<void> {
  for (let run = 1; run <= runs; run += 1) {
    const drained = await drain(tools, { channels, run, runs });
    const { steady, whole } = drained;
    series.add('sends a second, by four workers together', '/s', steady.perSecond, rateAim);
    series.add('  in the slowest five seconds', '/s', steady.slowestPerSecond);
    series.add('  most requests in any one second', '×', whole.mostInOneSecond, 51);
    series.add('  longest time without a send', 'ms', steady.longestGapMs);
    series.add(`all ${channels} channels`, 'ms', whole.tookMs);
    series.add('answers 429', '×', whole.refused, noneAim);
    series.add('channels without exactly one message', '×', drained.wrong, noneAim);
    series.add('deliveries that are not stored as sent', '×', drained.unsettled, noneAim);
  }
}

interface Drain {
  readonly channels: number;
  readonly run: number;
  readonly runs: number;
}

async function drain(tools: ScaleTools, { channels, run, runs }: Drain) {
  await using discord = await startLocalDiscord({ latencyMs });
  await using sources = await startLoopbackSources([], day);
  const channelIds = createChannels(discord, channels);
  tools.progress(`run ${run} of ${runs}: ${channels} deliveries are planned`);
  const path = fileIn(tools, `drain-${run}.db`);
  await planOutbox(path, channelIds, Date.now());
  const { PostgreSQL: databaseUrl } = await pairOf(path, tools.server);
  using received = collect(discord);
  let readyAt = 0;
  {
    await using _crew = await startCrew(tools, { size: workers, discord, sources, databaseUrl });
    readyAt = Date.now();
    tools.progress(`run ${run} of ${runs}: ${workers} workers send`);
    await received.untilSent(channelIds, longestMs(channels));
  }
  const unsettled = channels - (await countSent(databaseUrl));
  await drop(databaseUrl, tools.server);
  return {
    whole: readSends(received.requests),
    steady: readSends(received.requests.filter(({ at }) => at >= readyAt)),
    wrong: wrongChannels(discord, received, channelIds),
    unsettled,
  };
}

async function countSent(url: string): Promise<number> {
  await using store = await openStore({ url, mustExist: true });
  return (await store.counts()).deliveriesByState['sent'] ?? 0;
}
