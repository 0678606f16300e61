import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { openStore } from '../../src/store/databases.ts';
import { textIn } from '../support/compact-messages.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { quickLimits } from '../support/quick-discord.ts';
import { beginLife, type Policy, silentLog } from './life.ts';
import { fastFolder, type LifeOrders, liveInProcess, liveInThread } from './mortal-lives.ts';
import { scene, sceneSource } from './scene.ts';
import { type CrashPlace, prepareStage, type Stage } from './stages.ts';

/** How long the bot is stopped after each crash. Discord remembers a nonce for three minutes. */
export const outages = { short: 20_000, long: 3_600_000 } as const;

/** One story: where each life except the last dies, how long the bot is stopped, and whether an answer is lost. */
export interface CrashPlan {
  readonly policy: Policy;
  /** What is posted; by default a digest in a text channel. */
  readonly place?: CrashPlace;
  /** The crash point of each life, counted from 1. */
  readonly crashes: readonly number[];
  readonly outage: keyof typeof outages;
  /** Whether the first post is accepted but answered with 502. */
  readonly isAnswerLost: boolean;
  /** `process`: a child that kills itself with SIGKILL. `thread`: everything after the point fails, in this process. */
  readonly death: 'process' | 'thread';
}

export interface CrashRun {
  readonly plan: CrashPlan;
  /** The crash points that were reached. */
  readonly points: readonly string[];
  /** Messages beyond the first of each that is expected. */
  readonly duplicates: number;
  /** Messages that never came. */
  readonly lost: number;
  /** Messages that never came, and of which the outbox says so. Only emails can be, because they cannot be looked for. */
  readonly uncertain: number;
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
      limits: { ...quickLimits, messagesPerWindow: 10_000, globalPerSecond: 10_000 },
    }),
  );
  const mailServer = opened.use(await startMailServer());
  let count = 0;
  const closing = opened.move();
  return {
    async run(plan) {
      count += 1;
      time.now = scene.start;
      const path = join(folder, `${count}.db`);
      await copyFile(template, path);
      return await runStory(plan, { discord, mailServer }, time, `file:${path}`);
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

async function runStory(
  plan: CrashPlan,
  { discord, mailServer }: { readonly discord: LocalDiscord; readonly mailServer: MailServer },
  time: { now: number },
  databaseUrl: string,
): Promise<CrashRun> {
  const stage = await prepareStage({ place: plan.place ?? 'text', discord, time, databaseUrl, mailServer });
  const { channelId, beside } = stage;
  if (plan.isAnswerLost && beside === 'mail') mailServer.treat('data-end', 'cut');
  else if (plan.isAnswerLost) discord.faults.add({ kind: 'bad-gateway', method: 'POST', path: stage.posts });
  const access = {
    databaseUrl,
    discordUrl: discord.url,
    token: discord.token,
    channelId,
    policy: plan.policy,
    botUserId: discord.applicationId,
    beside,
    mailPort: mailServer.port,
    sourcesUrl: null,
  };
  const points: string[] = [];
  for (const crashAt of plan.crashes) {
    const live = plan.death === 'process' ? liveInProcess : liveInThread;
    const point = await live({ ...access, now: time.now, crashAt, among: beside === null ? 'all' : 'changes' });
    if (point !== null) points.push(point);
    time.now += outages[plan.outage];
  }
  await liveOn(access, time, outages[plan.outage]);
  discord.faults.clear();
  mailServer.forgetTreatments();
  return { plan, points, ...(await judge(stage, discord)) };
}

type Access = Omit<LifeOrders, 'now' | 'crashAt' | 'among'>;

/** The rest of the story, without crashes: a life that wakes until everything is settled. */
async function liveOn(access: Access, time: { now: number }, pauseMs: number): Promise<void> {
  const plan = { ...access, clock: () => time.now, sources: [sceneSource], reach: () => {}, log: silentLog };
  await using life = await beginLife(plan);
  for (let round = 0; round < mostRounds; round++) {
    await life.wake();
    // Follow-ups, pings and publications are not settled with their digest.
    const canTell = access.beside === null || access.beside === 'clubs' || access.beside === 'mail';
    if (canTell && (await life.isSettled())) return;
    time.now += pauseMs;
  }
}

/** Counts the errors that readers see. */
export async function judge(
  { expected, isOrdered, isUnsure = async () => false }: Stage,
  discord: LocalDiscord,
): Promise<Omit<CrashRun, 'plan' | 'points'>> {
  const found = expected.map((one) => {
    if ('ids' in one) return one.ids().map(BigInt);
    const { rooms, isIt } = one;
    return rooms()
      .flatMap((room) => discord.messages(room))
      .filter((message) => isIt(textIn(message)))
      .map(({ id }) => BigInt(id));
  });
  const missing = found.filter((ids) => ids.length === 0).length;
  const isKnown = missing > 0 && (await isUnsure());
  const firsts = found.flatMap(([first]) => first ?? []);
  return {
    duplicates: found.reduce((sum, ids) => sum + Math.max(0, ids.length - 1), 0),
    lost: isKnown ? 0 : missing,
    uncertain: isKnown ? missing : 0,
    isInOrder: !isOrdered || firsts.every((id, index) => index === 0 || id > (firsts[index - 1] ?? 0n)),
  };
}
