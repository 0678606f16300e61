import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Random } from '../../../src/ports.ts';
import type { TestServer } from '../../store/postgres/server.ts';
import { isCounted } from '../mortal-lives.ts';
import type { Access, Host } from '../replay/hosts.ts';
import type { Crash } from '../replay/replay-plan.ts';
import { type Crew, gatherCrew, leaseMs, type Member } from './crew.ts';
import { crewSize, type Failure, fail, failures, failuresOn } from './failures.ts';
import { openWorkerPool } from './worker-process.ts';

/** The failures of a replay with three workers. A killed worker is the most frequent one. */
const usual: readonly Failure[] = ['worker', ...failures];

/** Long enough for the others to take over. */
const takeOverMs = 1.3 * leaseMs;
/** How long somebody who has found nothing to do waits before the next look. */
const lookMs = 50;

export interface CrewHostOptions {
  readonly server: TestServer;
  readonly random: Random;
}

/**
 * Three workers on one server of PostgreSQL. The time of the replay stands still while they work. A crash is one of the
 * failures, at a commit or a send of any of them.
 */
export async function createCrewHost(access: Access, clock: Clock, { server, random }: CrewHostOptions): Promise<Host> {
  await using opened = new AsyncDisposableStack();
  const pool = opened.use(openWorkerPool());
  const blows = createBlows(server, random);
  const time = () => ({ at: clock(), real: 0, speed: 0 });
  const sources = ['arxiv', 'huggingface'] as const;
  const orders = {
    ...{ token: access.token, sourcesUrl: access.sourcesUrl ?? '', sources },
    ...{ mailPort: null, wakesItself: false },
  };
  const { databaseUrl, discordUrl } = access;
  const crew = opened.use(gatherCrew({ pool, databaseUrl, discordUrl, reach: blows.reach, time, orders }));
  await refill(crew);
  const closing = opened.move();
  return {
    async wake(crash) {
      for (const { worker } of crew.living()) worker.setTime(time());
      blows.await(crash, crew);
      await wakeUntilDone(crew);
      const place = await blows.over();
      if (place === null) return null;
      await refill(crew);
      await sleep(takeOverMs);
      return place;
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  };
}

async function refill(crew: Crew): Promise<void> {
  const missing = crewSize - crew.living().length;
  await Promise.all(Array.from({ length: missing }, () => crew.add()));
}

/** Wakes all workers until one of them has done all jobs, and nobody has lost a lease meanwhile. */
async function wakeUntilDone(crew: Crew): Promise<void> {
  for (;;) {
    const members = crew.living();
    if (members.length === 0) return;
    const before = lossesOf(members);
    if (await wakeOnce(members)) {
      if (lossesOf(members) === before) return;
      await sleep(takeOverMs);
    } else await sleep(lookMs);
  }
}

const lossesOf = (members: readonly Member[]): number => members.reduce((sum, { worker }) => sum + worker.losses(), 0);

/** True if somebody has done all jobs. The others look for work as long as somebody does them. */
async function wakeOnce(members: readonly Member[]): Promise<boolean> {
  let isOver = false;
  let isDone = false;
  const wakeLeader = async ({ worker }: Member) => {
    const failure = await worker.wake();
    isOver = true;
    isDone ||= failure === null && worker.leads();
  };
  const wakeOther = async ({ worker }: Member) => {
    for (; !isOver && worker.isAlive() && !worker.leads(); await sleep(lookMs)) await worker.wake();
  };
  const leads = members.some(({ worker }) => worker.leads());
  if (!leads) return false;
  await Promise.all(members.map((one) => (one.worker.leads() ? wakeLeader(one) : wakeOther(one))));
  return isDone;
}

/** Lets the next crash happen at its place. */
function createBlows(server: TestServer, random: Random) {
  const possible = failuresOn([server]);
  const drawn = usual.filter((failure) => possible.includes(failure));
  const besides: Promise<unknown>[] = [];
  let next: { readonly crash: Crash; passed: number } | null = null;
  let crew: Crew | null = null;
  let place: string | null = null;
  let done = Promise.withResolvers<void>();
  return {
    /** The count of places goes on over several wake-ups. */
    await(crash: Crash | null, given: Crew): void {
      crew = given;
      place = null;
      done = Promise.withResolvers();
      if (crash === null) next = null;
      else if (next?.crash !== crash) next = { crash, passed: 0 };
    },
    async reach(member: Member, reached: string): Promise<void> {
      if (next === null || crew === null || place !== null || !isCounted(reached, next.crash)) return;
      next.passed += 1;
      if (next.passed < next.crash.point) return;
      place = reached;
      const failure = drawn[Math.floor(random() * drawn.length)] ?? 'worker';
      const beside = (work: Promise<unknown>) => void besides.push(work);
      await fail[failure](member, { crew, server, isLong: random() < 0.5, beside, othersDone: done.promise });
    },
    /** Ends what goes on beside the replay. @returns where the crash was; null if it has not happened */
    async over(): Promise<string | null> {
      done.resolve();
      await Promise.all(besides.splice(0));
      if (place !== null) next = null;
      return place;
    },
  };
}
