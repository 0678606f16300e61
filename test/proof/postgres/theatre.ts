import { setTimeout as sleep } from 'node:timers/promises';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { openStore } from '../../../src/store/databases.ts';
import { dayMs } from '../../../src/time.ts';
import type { TestServer } from '../../store/postgres/server.ts';
import { type MailServer, startMailServer } from '../../support/mail-server.ts';
import { quickLimits } from '../../support/quick-discord.ts';
import { type CrashRun, judge, outages } from '../crash-runs.ts';
import { isCounted, type PointKind } from '../mortal-lives.ts';
import { startReplaySource } from '../replay/replay-source.ts';
import { scene } from '../scene.ts';
import { type CrashPlace, prepareStage, type Stage } from '../stages.ts';
import { type Crew, gatherCrew, leaseMs, type Member } from './crew.ts';
import { copyDatabase, type OutboxReader, readOutbox } from './databases.ts';
import { crewSize, type Failure, fail } from './failures.ts';
import { scenePlan } from './scene-plan.ts';
import { createStoryClock, type StoryClock } from './story-clock.ts';
import { openWorkerPool, type WorkerPool } from './worker-process.ts';

/** Something that fails in a story. */
interface PlannedFailure {
  readonly failure: Failure;
  /** The place to die, counted from 1 after the failure before. */
  readonly at: number;
  /** Which places count; all of them by default. */
  readonly among?: PointKind;
}

/** One story with three workers: what it posts, and what happens at which places. */
export interface SharedPlan {
  readonly place: CrashPlace;
  /** In order. */
  readonly failures: readonly PlannedFailure[];
  /** How long the clock jumps with each failure, and whether the failure lasts long. */
  readonly outage: keyof typeof outages;
  /** Whether the first post is accepted but answered with 502. */
  readonly isAnswerLost: boolean;
}

export interface SharedRun extends Omit<CrashRun, 'plan'> {
  readonly plan: SharedPlan;
  /** Messages that had not come when the proof gave up, and that somebody still had to send. */
  readonly unfinished: number;
  /** Whether the papers came with the digest of the next day, because the failures lasted longer than that digest waits. */
  readonly isPutOff: boolean;
  /** Every place to die that was passed, also those at which nothing happened. */
  readonly passed: readonly string[];
  /** What the workers logged, if readers see an error; null if they see none. */
  readonly logs: string | null;
}

/** Runs stories on one server and one Discord, each with a database and a channel of its own. */
export interface SharedTheatre extends AsyncDisposable {
  run(plan: SharedPlan): Promise<SharedRun>;
}

interface Building {
  readonly server: TestServer;
  /** An empty database with Paperboy's tables. */
  readonly template: string;
  readonly discord: LocalDiscord;
  readonly mailServer: MailServer;
  readonly sourcesUrl: string;
  readonly pool: WorkerPool;
}

/** How many times as fast as real time a story passes, so that a retry after five seconds need not be waited for. */
const speed = 10;
/** After this real time, something has got lost. */
const patienceMs = 90_000;
const lookMs = 150;

export async function openSharedTheatre(server: TestServer): Promise<SharedTheatre> {
  await using opened = new AsyncDisposableStack();
  const template = await server.newDatabase();
  await (await openStore({ url: template, searchesHere: true }))[Symbol.asyncDispose]();
  let clock = createStoryClock(scene.start, speed);
  const now = () => clock.now;
  const limits = { ...quickLimits, messagesPerWindow: 10_000, globalPerSecond: 10_000 };
  const discord = opened.use(await startLocalDiscord({ clock: now, nonceWindowMs: 180_000, limits }));
  const mailServer = opened.use(await startMailServer());
  const source = opened.use(await startReplaySource(scenePlan, now));
  const pool = opened.use(openWorkerPool());
  const building = { server, template, discord, mailServer, sourcesUrl: source.url, pool };
  const closing = opened.move();
  return {
    async run(plan) {
      clock = createStoryClock(scene.start, speed);
      return await runStory(plan, building, clock);
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

async function runStory(plan: SharedPlan, building: Building, clock: StoryClock): Promise<SharedRun> {
  const { server, template, discord, mailServer, sourcesUrl } = building;
  await using opened = new AsyncDisposableStack();
  const { url: databaseUrl } = opened.use(await copyDatabase(server, template));
  const stage = await prepareStage({ place: plan.place, discord, time: clock, databaseUrl, mailServer });
  if (plan.isAnswerLost && stage.beside === 'mail') mailServer.treat('data-end', 'cut');
  else if (plan.isAnswerLost) discord.faults.add({ kind: 'bad-gateway', method: 'POST', path: stage.posts });
  opened.defer(() => {
    discord.faults.clear();
    mailServer.forgetTreatments();
  });
  const drama = createDrama(plan, server, clock);
  const mailPort = stage.beside === 'mail' ? mailServer.port : null;
  const orders = { token: discord.token, sourcesUrl, sources: ['arxiv'] as const, mailPort, wakesItself: true };
  const ways = { databaseUrl, discordUrl: discord.url, reach: drama.reach, time: () => clock.time };
  const crew = opened.use(gatherCrew({ pool: building.pool, ...ways, orders }));
  clock.onMove(() => crew.living().map(({ worker }) => worker.setTime(clock.time)));
  await drama.begin(crew);
  const outbox = opened.use(readOutbox(databaseUrl));
  const isPutOff = await liveToEnd(createEndFinder(stage, discord, outbox), drama, clock);
  // A process that still believes that something was not sent sends it now.
  await sleep(1.1 * leaseMs);
  const verdict = withoutUnfinished(await judge(stage, discord), (await outbox.read())?.isSettled === true);
  return {
    plan,
    points: drama.points,
    passed: drama.passed,
    isPutOff,
    ...verdict,
    logs: isClean(verdict) ? null : crew.logs(),
  };
}

/** `complete`: everything has come. `put off`: it comes with the digest of the next day. Null: nobody can tell yet. */
type FindEnd = () => Promise<'complete' | 'put off' | null>;

const createEndFinder =
  (stage: Stage, discord: LocalDiscord, outbox: OutboxReader): FindEnd =>
  async () => {
    const state = await outbox.read();
    if (state?.isSettled !== true) return null;
    const { lost } = await judge({ ...stage, isUnsure: async () => state.isUnsure }, discord);
    return lost === 0 ? 'complete' : state.isPutOff ? 'put off' : null;
  };

/** @returns whether the story had to go on to the next day */
async function liveToEnd(findEnd: FindEnd, drama: Drama, clock: StoryClock): Promise<boolean> {
  const isOver = async () => (await findEnd()) !== null;
  await until(isOver);
  await drama.end();
  await until(isOver);
  if ((await findEnd()) !== 'put off') return false;
  clock.now = Math.max(clock.now, scene.start + dayMs);
  await until(async () => (await findEnd()) === 'complete');
  return true;
}

type Verdict = Pick<SharedRun, 'duplicates' | 'lost' | 'uncertain' | 'unfinished' | 'isInOrder'>;

/** What somebody still has to send is late, and not lost. */
const withoutUnfinished = (verdict: Omit<Verdict, 'unfinished'>, isSettled: boolean): Verdict =>
  isSettled ? { ...verdict, unfinished: 0 } : { ...verdict, lost: 0, unfinished: verdict.lost };

const isClean = ({ duplicates, lost, unfinished, isInOrder }: Verdict): boolean =>
  duplicates === 0 && lost === 0 && unfinished === 0 && isInOrder;

/** Waits until something is true, or for a long time. The server may be gone while it looks. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (const since = performance.now(); performance.now() - since < patienceMs; await sleep(lookMs))
    if (await isTrue().catch(() => false)) return;
}

/** The failures of a story. */
interface Drama {
  /** The places at which something failed. */
  readonly points: readonly string[];
  readonly passed: readonly string[];
  reach(member: Member, place: string): Promise<void>;
  /** Starts the workers. Nothing is committed before all of them are there. */
  begin(crew: Crew): Promise<void>;
  /** Everything is sent: cut connections come back. */
  end(): Promise<void>;
}

function createDrama(plan: SharedPlan, server: TestServer, clock: StoryClock): Drama {
  const [points, passed]: [string[], string[]] = [[], []];
  const pending = [...plan.failures];
  const besides: Promise<unknown>[] = [];
  const [begun, done] = [Promise.withResolvers<Crew>(), Promise.withResolvers<void>()];
  let count = 0;
  return {
    points,
    passed,
    async reach(member, place) {
      const crew = await begun.promise;
      if (!member.worker.isAlive()) return;
      passed.push(place);
      const [next] = pending;
      if (next === undefined || !isCounted(place, { among: next.among ?? 'all' })) return;
      count += 1;
      if (count < next.at) return;
      count = 0;
      pending.shift();
      points.push(place);
      const beside = (work: Promise<unknown>) => void besides.push(work);
      const isLong = plan.outage === 'long';
      await fail[next.failure](member, { crew, server, isLong, beside, othersDone: done.promise });
      clock.now += outages[plan.outage];
    },
    async begin(crew) {
      await Promise.all(Array.from({ length: crewSize }, () => crew.add()));
      begun.resolve(crew);
    },
    async end() {
      done.resolve();
      await Promise.all(besides);
    },
  };
}
