import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deliveryNonce } from '../../src/digests/delivery-nonce.ts';
import { digestReference } from '../../src/discord/rendering/digest-messages.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { openStore } from '../../src/store/databases.ts';
import { beginLife, type Policy, silentLog } from './life.ts';
import { fastFolder, type LifeOrders, liveInProcess, liveInThread } from './mortal-lives.ts';
import { prepareDatabase, scene, sceneSource } from './scene.ts';

/** How long the bot is stopped after each crash. Discord remembers a nonce for three minutes. */
export const outages = { short: 20_000, long: 3_600_000 } as const;

/** The places that a digest goes to. */
export const crashPlaces = ['text', 'forum'] as const;
export type CrashPlace = (typeof crashPlaces)[number];

/** One story: where each life except the last dies, how long the bot is stopped, and whether an answer is lost. */
export interface CrashPlan {
  readonly policy: Policy;
  /** Where the digest goes; a text channel by default. */
  readonly place?: CrashPlace;
  /** The crash point of each life, counted from 1. */
  readonly crashes: readonly number[];
  readonly outage: keyof typeof outages;
  /** Whether the first message is accepted but answered with 502. */
  readonly isAnswerLost: boolean;
  /** `process`: a child that kills itself with SIGKILL. `thread`: everything after the point fails, in this process. */
  readonly death: 'process' | 'thread';
}

export interface CrashRun {
  readonly plan: CrashPlan;
  /** The crash points that were reached. */
  readonly points: readonly string[];
  /** Messages beyond the first of each part. */
  readonly duplicates: number;
  /** Parts that never came. */
  readonly lost: number;
  readonly isInOrder: boolean;
}

/** How many wake-ups a story has to settle after its last crash. */
const mostRounds = 20;

/** Runs stories on one Discord, each with a separate channel and database. */
export interface CrashTheatre extends AsyncDisposable {
  run(plan: CrashPlan): Promise<CrashRun>;
}

export async function openCrashTheatre(): Promise<CrashTheatre> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(fastFolder(), 'paperboy-proof-'));
  opened.defer(() => rm(folder, { recursive: true, force: true }));
  const template = join(folder, 'template.db');
  await (await openStore({ url: `file:${template}` }))[Symbol.asyncDispose]();
  const time = { now: scene.start };
  const discord = opened.use(
    await startLocalDiscord({
      clock: () => time.now,
      nonceWindowMs: 180_000,
      limits: { messagesPerWindow: 10_000, globalPerSecond: 10_000 },
    }),
  );
  let count = 0;
  const closing = opened.move();
  return {
    async run(plan) {
      count += 1;
      time.now = scene.start;
      const path = join(folder, `${count}.db`);
      await copyFile(template, path);
      return await runStory(plan, discord, time, `file:${path}`);
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

async function runStory(
  plan: CrashPlan,
  discord: LocalDiscord,
  time: { now: number },
  databaseUrl: string,
): Promise<CrashRun> {
  const guild = discord.world.createGuild({ name: 'Proof' });
  const kind = plan.place ?? 'text';
  const { id: channelId } = discord.world.createChannel({ guild, name: 'papers', kind });
  await prepareDatabase(databaseUrl, { guildId: guild.id, channelId, kind });
  if (plan.isAnswerLost) discord.faults.add({ kind: 'bad-gateway', method: 'POST', path: /\/(messages|threads)$/ });
  const access = {
    databaseUrl,
    discordUrl: discord.url,
    token: discord.token,
    channelId,
    policy: plan.policy,
    sourcesUrl: null,
  };
  const points: string[] = [];
  for (const crashAt of plan.crashes) {
    const live = plan.death === 'process' ? liveInProcess : liveInThread;
    const point = await live({ ...access, now: time.now, crashAt, among: 'all' });
    if (point !== null) points.push(point);
    time.now += outages[plan.outage];
  }
  await liveOn(access, time, outages[plan.outage]);
  discord.faults.clear();
  return { plan, points, ...judge(channelId, discord) };
}

type Access = Omit<LifeOrders, 'now' | 'crashAt' | 'among'>;

/** The rest of the story, without crashes: a life that wakes until everything is settled. */
async function liveOn(access: Access, time: { now: number }, pauseMs: number): Promise<void> {
  const plan = { ...access, clock: () => time.now, sources: [sceneSource], reach: () => {}, log: silentLog };
  await using life = await beginLife(plan);
  for (let round = 0; round < mostRounds; round++) {
    await life.wake();
    if (await life.isSettled()) return;
    time.now += pauseMs;
  }
}

/** Counts the errors that a reader of the channel and its threads sees. */
function judge(channelId: string, discord: LocalDiscord): Pick<CrashRun, 'duplicates' | 'lost' | 'isInOrder'> {
  const rooms = [...discord.world.channels.values()].filter(({ id, parentId }) => [id, parentId].includes(channelId));
  const messages = rooms
    .flatMap((room) => discord.messages(room))
    .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
    .map(({ content }) => content);
  const parts = Array.from({ length: scene.parts }, (_, index) => {
    const reference = digestReference(deliveryNonce(channelId, scene.date, index + 1));
    return messages.flatMap((content, place) => (content.endsWith(reference) ? [place] : []));
  });
  const firsts = parts.flatMap(([first]) => first ?? []);
  return {
    duplicates: parts.reduce((sum, places) => sum + Math.max(0, places.length - 1), 0),
    lost: parts.filter((places) => places.length === 0).length,
    isInOrder: firsts.every((place, index) => index === 0 || place > (firsts[index - 1] ?? 0)),
  };
}
