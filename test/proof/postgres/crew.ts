import type { NetConnectOpts } from 'node:net';
import { openDatabaseRoad } from './database-road.ts';
import { openDiscordRoad } from './discord-road.ts';
import { openMailRoad } from './mail-road.ts';
import type { Road } from './road.ts';
import type { StoryTime } from './story-clock.ts';
import type { WorkerOrders } from './worker-child.ts';
import type { WorkerPool, WorkerProcess } from './worker-process.ts';

/** A worker of a crew, and its ways to the database and to Discord. */
export interface Member {
  readonly worker: WorkerProcess;
  readonly database: Road;
  /** SIGKILL. Nothing that it has said and that has not arrived arrives any more. */
  kill(): Promise<void>;
}

/** Some workers that share a database and a Discord. Disposing it stops those that are left, in order. */
export interface Crew extends AsyncDisposable {
  /** Starts another worker. */
  add(): Promise<Member>;
  /** Those that live, the oldest first. */
  living(): readonly Member[];
  /** What each of them logged, also those that died. */
  logs(): string;
}

export interface CrewOptions {
  readonly pool: WorkerPool;
  readonly databaseUrl: string;
  readonly discordUrl: string;
  /** Called at each place to die, while a message of the member is held there. */
  readonly reach: (member: Member, place: string) => Promise<void>;
  readonly time: () => StoryTime;
  readonly orders: Omit<WorkerOrders, 'databaseUrl' | 'discordUrl' | 'time' | 'leaseMs'>;
}

/**
 * How long a worker has what it claimed, in milliseconds. The bot's lease is longer. A shorter one gets lost by itself when
 * the machine is busy.
 */
export const leaseMs = 2_500;

/** The limits of a worker's connections, in milliseconds, which are shorter than the bot's as its lease is. */
const limits = { statement_timeout: 4_000, idle_in_transaction_session_timeout: 4_000, query_timeout: 4_000 };

export function gatherCrew(options: CrewOptions): Crew {
  const { pool, reach, time, orders } = options;
  const all: Member[] = [];
  const roads = new AsyncDisposableStack();
  const living = () => all.filter(({ worker }) => worker.isAlive());

  async function add(): Promise<Member> {
    const atPlace = (place: string) => reach(member, place);
    const database = roads.use(await openDatabaseRoad(placeOf(options.databaseUrl), atPlace));
    const discord = roads.use(await openDiscordRoad(options.discordUrl, atPlace));
    const mail = orders.mailPort === null ? null : roads.use(await openMailRoad(orders.mailPort, atPlace));
    const worker = pool.take();
    const member: Member = {
      worker,
      database,
      async kill() {
        for (const road of [database, discord, mail]) road?.end();
        await worker.kill();
      },
    };
    all.push(member);
    const ways = { databaseUrl: urlOver(database.port, options.databaseUrl), discordUrl: discord.url };
    await begin(worker, { ...orders, ...ways, mailPort: mail?.port ?? null, leaseMs, time: time() });
    return member;
  }
  async function stop({ worker, kill }: Member): Promise<void> {
    await worker.end().catch(kill);
    pool.giveBack(worker);
  }
  return {
    add,
    living,
    logs: () => all.map(({ worker }, index) => [`worker ${index + 1}:`, ...worker.log].join('\n    ')).join('\n  '),
    async [Symbol.asyncDispose]() {
      await Promise.all(living().map(stop));
      await roads[Symbol.asyncDispose]();
    },
  };
}

const startsAtMost = 5;

/** A bot that could not start is started again, as by whatever watches over it. The server may just have been killed. */
async function begin(worker: WorkerProcess, orders: WorkerOrders, starts = 1): Promise<void> {
  try {
    await worker.begin(orders);
  } catch (error) {
    if (starts === startsAtMost) throw error;
    await begin(worker, orders, starts + 1);
  }
}

/** `postgres://user@/name?host=/folder` has no host that a URL can have. */
const readUrl = (url: string): URL => new URL(url.replace('@/', '@socket/'));

function placeOf(url: string): NetConnectOpts {
  const { hostname, port, searchParams } = readUrl(url);
  const folder = searchParams.get('host');
  return folder === null
    ? { host: hostname, port: Number(port || 5432) }
    : { path: `${folder}/.s.PGSQL.${port || 5432}` };
}

function urlOver(port: number, url: string): string {
  const over = readUrl(url);
  over.hostname = '127.0.0.1';
  over.port = String(port);
  over.searchParams.delete('host');
  for (const [name, ms] of Object.entries(limits)) over.searchParams.set(name, String(ms));
  return over.href;
}
