import { setTimeout as pause } from 'node:timers/promises';
import { sharedLeaseMs } from '../../src/jobs/worker-lease.ts';
import { startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import type { Instant } from '../../src/ports.ts';
import { runAt } from '../../tools/postgres-server.ts';
import type { createSeries } from '../bench.ts';
import type { BotProcess, LogLine } from '../bot-process.ts';
import { createChannels, day } from '../deliver-scene.ts';
import { startLoopbackSources } from '../loopback-sources.ts';
import { collect, latencyMs, type Received, sentTo, startCrew, wrongChannels } from './crew.ts';
import { drop, fileIn, pairOf, type ScaleTools } from './databases.ts';
import { planOutbox } from './outbox.ts';

const workers = 3;
/** Enough for a death while all of them send, and so few that the others have sent the rest before they take over. */
const channels = 900;
const aim = { atMost: 30_000 };
const renewalMs = sharedLeaseMs / 4;
/** A request that had left the dead worker may still arrive. */
const arrivalMs = 500;
const longestMs = 120_000;

/** Measures how soon others send what a dead worker had claimed, and do the jobs that it did. */
export async function measureTakeover(
  tools: ScaleTools,
  series: ReturnType<typeof createSeries>,
  runs: number,
): Promise<void> {
  for (let run = 1; run <= runs; run += 1) {
    tools.progress(`run ${run} of ${runs}`);
    const taken = await killOne(tools, run, ((run - 0.5) / runs) * renewalMs);
    series.add('from the death to the next send of what it had claimed', 'ms', taken.firstSendMs, aim);
    series.add('  to the last of these sends', 'ms', taken.lastSendMs);
    series.add('  how many these were', '×', taken.amount);
    series.add('from the death until another one pulls and plans', 'ms', taken.leadingMs, aim);
    series.add('channels without exactly one message', '×', taken.wrong, { atMost: 0 });
  }
}

async function killOne(tools: ScaleTools, run: number, afterMs: number) {
  await using discord = await startLocalDiscord({ latencyMs });
  await using sources = await startLoopbackSources([], day);
  const channelIds = createChannels(discord, channels);
  const path = fileIn(tools, `takeover-${run}.db`);
  await planOutbox(path, channelIds, Date.now());
  const { PostgreSQL: databaseUrl } = await pairOf(path, tools.server);
  using received = collect(discord);
  let leadingMs = 0;
  let killedAt = 0;
  let stranded: readonly string[] = [];
  {
    await using crew = await startCrew(tools, { size: workers, discord, sources, databaseUrl });
    const [leader, ...others] = crew.workers;
    if (leader === undefined) throw new Error('there is no worker');
    const { workerId } = await leader.whenLogged(isLeading);
    await pause(afterMs);
    killedAt = Date.now();
    await leader.kill();
    const led = whenOneLeads(others).then((at) => at - killedAt);
    stranded = await strandedChannels(databaseUrl, String(workerId), received);
    await received.untilSent(channelIds, longestMs);
    leadingMs = await led;
  }
  await drop(databaseUrl, tools.server);
  return { ...sendsOf(stranded, received, killedAt), leadingMs, wrong: wrongChannels(discord, received, channelIds) };
}

const isLeading = ({ event }: LogLine): boolean => event === 'leases.leading';

const whenOneLeads = (workers: readonly BotProcess[]): Promise<Instant> =>
  Promise.race(workers.map((worker) => worker.whenLogged(isLeading))).then(() => Date.now());

/** The channels whose message the dead worker had claimed and not posted. */
async function strandedChannels(url: string, workerId: string, { sends }: Received): Promise<readonly string[]> {
  await pause(arrivalMs);
  const claimed = `select channel_id as id from deliveries where state = 'sending' and worker_id = '${workerId}'`;
  const rows = (await runAt(url, claimed)) as readonly { readonly id: string }[];
  const stranded = rows.map(({ id }) => id).filter((id) => !sends.has(id));
  if (stranded.length === 0) throw new Error('the worker had nothing in flight when it died');
  return stranded;
}

function sendsOf(channelIds: readonly string[], { requests }: Received, since: Instant) {
  const wanted = new Set(channelIds);
  const times = requests.filter((request) => wanted.has(sentTo(request) ?? '')).map(({ at }) => at - since);
  return { firstSendMs: Math.min(...times), lastSendMs: Math.max(...times), amount: channelIds.length };
}
