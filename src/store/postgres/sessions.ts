import type { Connection } from '../sql/connection.ts';
import { StoreError } from '../store-error.ts';
import type { Outage } from './outage.ts';
import type { PostgresClient } from './postgres-client.ts';
import { postgresConnection } from './postgres-connection.ts';
import { transactionsOf } from './transactions.ts';

/**
 * Connections to PostgreSQL, each with verbs of its own, because prepared statements belong to a connection. A verb has
 * a session for itself. One that loses its connection makes another.
 */
export interface Sessions<Verbs> extends AsyncDisposable {
  /** Runs a verb on a free session, on one more if none is free, or after others if there are enough. */
  run<Result>(verb: (verbs: Verbs) => Promise<Result>): Promise<Result>;
}

export interface SessionOptions<Verbs> {
  /** Makes a client that is not connected yet. */
  readonly makeClient: () => PostgresClient;
  readonly verbsOf: (connection: Connection) => Verbs;
  /** The place of the database, for people. */
  readonly place: string;
  readonly outage: Outage;
  /** How many sessions there are at most. */
  readonly atMost?: number | undefined;
  readonly patienceMs?: number | undefined;
}

interface Session<Verbs> {
  readonly client: PostgresClient;
  readonly verbs: Verbs;
  calledAt: number;
}

/** Some connections are enough for one process, and a server has a hundred for all. */
const defaultAtMost = 8;

export function openSessions<Verbs>({
  makeClient,
  verbsOf,
  place,
  outage,
  atMost = defaultAtMost,
  patienceMs,
}: SessionOptions<Verbs>): Sessions<Verbs> {
  const all: Session<Verbs>[] = [];
  /** The last one is used first, so that the others can rest. */
  const free: Session<Verbs>[] = [];
  const waiting: ((session: Session<Verbs>) => void)[] = [];
  const running = new Set<Promise<unknown>>();
  let isClosed = false;

  function openOne(): Session<Verbs> {
    const client = makeClient();
    const patience = patienceMs === undefined ? {} : { patienceMs };
    const transact = transactionsOf({ client, place, outage, calledAt: () => session.calledAt, ...patience });
    const session: Session<Verbs> = { client, verbs: verbsOf(postgresConnection(client, transact)), calledAt: 0 };
    all.push(session);
    return session;
  }
  const take = async (): Promise<Session<Verbs>> =>
    free.pop() ?? (all.length < atMost ? openOne() : await new Promise((resolve) => waiting.push(resolve)));
  function giveBack(session: Session<Verbs>): void {
    const next = waiting.shift();
    if (next === undefined) free.push(session);
    else next(session);
  }
  async function runOn<Result>(verb: (verbs: Verbs) => Promise<Result>): Promise<Result> {
    const calledAt = performance.now();
    const session = await take();
    session.calledAt = calledAt;
    try {
      return await verb(session.verbs);
    } finally {
      giveBack(session);
    }
  }
  return {
    async run(verb) {
      if (isClosed) throw new StoreError('closed', 'The store is closed. Start Paperboy again.');
      const result = runOn(verb);
      running.add(result);
      try {
        return await result;
      } finally {
        running.delete(result);
      }
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      await Promise.allSettled(running);
      await Promise.all(all.map(({ client }) => client.close()));
    },
  };
}
