import { setTimeout as sleep } from 'node:timers/promises';
import type { TestServer } from '../../store/postgres/server.ts';
import { type Crew, leaseMs, type Member } from './crew.ts';

/**
 * What happens at a place to die, while a worker has asked for a commit or a send, or has got the answer without knowing it.
 * - `worker`: SIGKILL for the worker
 * - `other worker`: SIGKILL for another one
 * - `every worker`: SIGKILL for all of them; others are started
 * - `frozen worker`: the worker stands still longer than its lease, and goes on
 * - `server`: PostgreSQL is ended at once (SIGQUIT), and started again
 * - `killed server`: SIGKILL for all processes of PostgreSQL, and it is started again
 * - `connection`: nothing comes through between the worker and the database
 */
export const failures = [
  'worker',
  'other worker',
  'every worker',
  'frozen worker',
  'server',
  'killed server',
  'connection',
] as const;
export type Failure = (typeof failures)[number];

/** A server of somebody else is not ended. */
export const failuresOn = (servers: readonly TestServer[]): readonly Failure[] =>
  servers.every(({ process }) => process !== null) ? failures : failures.filter((one) => !/server/.test(one));

export interface FailureScene {
  readonly crew: Crew;
  readonly server: TestServer;
  /** Whether the failure lasts longer than any lease and any patience. */
  readonly isLong: boolean;
  /** Work that goes on beside the story. It has ended when the story ends. */
  readonly beside: (work: Promise<unknown>) => void;
  /** Fulfilled when the others have done everything. */
  readonly othersDone: Promise<void>;
}

/** How many workers there are. */
export const crewSize = 3;

/** Longer than a lease, and than a verb waits for the server. */
const longMs = 4_000;
/** How long a worker stays cut off if the others do not finish. */
const cutAtMostMs = 10_000;

/** Lets it happen. Fulfilled when the message that is held can go on, if it still can. */
export const fail: Readonly<Record<Failure, (at: Member, scene: FailureScene) => Promise<void>>> = {
  async worker(at, scene) {
    await at.kill();
    scene.beside(replace(scene));
  },
  async 'other worker'(at, scene) {
    await scene.crew
      .living()
      .find((one) => one !== at)
      ?.kill();
    scene.beside(replace(scene));
  },
  async 'every worker'(_at, { crew, beside }) {
    await Promise.all(crew.living().map((one) => one.kill()));
    beside(Promise.all(Array.from({ length: crewSize }, () => crew.add())));
  },
  async 'frozen worker'({ worker }, { beside }) {
    worker.freeze();
    beside(sleep(1.5 * leaseMs).then(worker.thaw));
  },
  server: (_at, scene) => endServer('SIGQUIT', scene),
  'killed server': (_at, scene) => endServer('SIGKILL', scene),
  async connection({ database }, { isLong, beside, othersDone }) {
    database.close();
    beside(within(cutAtMostMs, othersDone).then(database.reopen));
    // A slow Discord: the request has left, and arrives when others may have taken over.
    if (isLong) await within(1.5 * leaseMs, othersDone);
  },
};

async function endServer(
  signal: 'SIGQUIT' | 'SIGKILL',
  { server, isLong, beside }: Pick<FailureScene, 'server' | 'isLong' | 'beside'>,
): Promise<void> {
  await server.process?.stop(signal);
  beside(sleep(isLong ? longMs : 0).then(() => server.process?.start()));
}

/** Starts another worker after a while, as whatever watches over processes does. */
async function replace({ crew, othersDone }: FailureScene): Promise<void> {
  if (!(await within(1.5 * leaseMs, othersDone))) await crew.add();
}

/** Waits for something, but not longer. Whether it happened. */
async function within(ms: number, event: Promise<void>): Promise<boolean> {
  const late = new AbortController();
  const isThere = await Promise.race([event.then(() => true), sleep(ms, false, { signal: late.signal })]);
  late.abort();
  return isThere;
}
