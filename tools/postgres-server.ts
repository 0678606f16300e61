import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const { Client } = createRequire(import.meta.url)('pg') as typeof import('pg');

/** A server of PostgreSQL for tests and benches. */
export interface PostgresServer {
  /** Makes an empty database, and returns its DATABASE_URL. */
  newDatabase(encoding?: string): Promise<string>;
  /** Runs a statement in the database `postgres`, as a user who may do everything. */
  run(statement: string): Promise<readonly unknown[]>;
  /** Null if the server is not ours. */
  readonly process: ServerProcess | null;
}

/** A server that was started here. */
export interface ServerProcess {
  /** The path of its socket. The user `barred` needs a password there. */
  readonly socket: string;
  /**
   * Ends it at once or in order, and waits until it is gone.
   * - `SIGKILL`: all of its processes end in the middle of anything
   * - `SIGQUIT`: it tells its processes to end at once, without a checkpoint
   * - `SIGINT`: in order
   */
  stop(signal: 'SIGKILL' | 'SIGQUIT' | 'SIGINT'): Promise<void>;
  /** Starts it again at the same place. */
  start(): Promise<void>;
}

/** Why there is no server. */
export interface NoServer {
  readonly why: string;
}

export interface ServerOptions {
  /** Settings of a server that is started here, such as `fsync=off`. */
  readonly settings: readonly string[];
  /** Begins the names of the databases that are made, such as `paperboy_test_`. */
  readonly namePrefix: string;
  /** Where a server that is started here has its files. The default is the folder for temporary files. */
  readonly folder?: string;
}

/**
 * The server of TEST_POSTGRES_URL, or one that is started for this process, if PostgreSQL's programs are installed. It ends
 * with the process.
 */
export async function findServer(options: ServerOptions): Promise<PostgresServer | NoServer> {
  const url = process.env['TEST_POSTGRES_URL'];
  if (url !== undefined && url !== '') {
    await dropLeftovers(url, options);
    return serverAt(url, options, null);
  }
  const programs = findPrograms();
  if (programs === null)
    return {
      why: 'there is no PostgreSQL: set TEST_POSTGRES_URL, or install it (on Debian: apt-get install postgresql)',
    };
  const user = ordinaryUser();
  if (user === null) return { why: 'PostgreSQL does not run as root, and there is no user to run it as' };
  return await startServer(programs, user, options);
}

/** The folder of `initdb` and `postgres`: that of the newest version on Debian, or in PATH. Null if there is none. */
function findPrograms(): string | null {
  const version = (folder: string): number => Number(/\/(\d+)\//.exec(folder)?.[1]);
  const debian = globSync('/usr/lib/postgresql/*/bin').toSorted((one, other) => version(other) - version(one));
  const folders = [...debian, ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null;
}

/** How a program is run as an ordinary user, which is what PostgreSQL wants. */
interface OrdinaryUser {
  readonly prefix: readonly string[];
  /** Gives a folder to the user. */
  own(folder: string): void;
}

function ordinaryUser(): OrdinaryUser | null {
  if (userInfo().uid !== 0) return { prefix: [], own: () => {} };
  const name = ['postgres', 'nobody'].find((each) => spawnSync('id', [each]).status === 0);
  if (name === undefined || spawnSync('setpriv', ['--version']).status !== 0) return null;
  return {
    prefix: [
      'setpriv',
      `--reuid=${name}`,
      `--regid=${execFileSync('id', ['-g', name]).toString().trim()}`,
      '--clear-groups',
    ],
    own: (folder) => void execFileSync('chown', [name, folder]),
  };
}

async function startServer(
  programs: string,
  { prefix, own }: OrdinaryUser,
  options: ServerOptions,
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(options.folder ?? tmpdir(), 'pg-')); // The path of a socket has at most 107 bytes.
  own(folder);
  // The user has to get through the folders above.
  for (let above = tmpdir(); above.includes('paperboy-tests-'); above = join(above, '..')) chmodSync(above, 0o711);
  const data = join(folder, 'data');
  const initdb = [...prefix, join(programs, 'initdb'), '-D', data, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', '-N'];
  execFileSync(initdb[0] ?? '', [...initdb.slice(1), '--locale=C.UTF-8'], { stdio: 'pipe', cwd: folder });
  writeFileSync(join(data, 'pg_hba.conf'), 'local all barred scram-sha-256\nlocal all all trust\n');
  const place = ['listen_addresses=', `unix_socket_directories=${folder}`];
  const settings = [...place, 'log_min_messages=fatal', ...options.settings];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const command = [...prefix, ...untilWeEnd, join(programs, 'postgres'), ...args];
  const url = `postgres://tests@/postgres?host=${folder}`;
  const child = await startedProcess(command, folder, url);
  process.once('exit', () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  return serverAt(url, options, child);
}

/** Linux ends the server when this process ends, even if it is killed. */
const untilWeEnd =
  spawnSync('setpriv', ['--pdeathsig', 'QUIT', 'true']).status === 0 ? ['setpriv', '--pdeathsig', 'QUIT'] : [];

async function startedProcess(
  [program = '', ...args]: readonly string[],
  cwd: string,
  url: string,
): Promise<ServerProcess & { kill(): void }> {
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = spawn(program, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr?.on('data', (text) => {
      said += String(text);
    });
    child.unref();
    (child.stderr as Socket).unref(); // A program that is done does not wait for it.
    await answering(url, () => (child.exitCode === null ? null : said));
  };
  await start();
  return {
    socket: join(cwd, '.s.PGSQL.5432'),
    start,
    kill() {
      child.kill('SIGQUIT');
      waitUntilGone(child.pid ?? 0);
    },
    async stop(signal) {
      const gone = once(child, 'exit');
      const below = signal === 'SIGKILL' ? freezeFamily(child) : [];
      child.kill(signal);
      for (const pid of below) killIfThere(pid);
      await gone;
      // While one of them is there, it has the shared memory, and no server starts at this place.
      while (below.some(isRunning)) await sleep(lookMs);
    },
  };
}

/** Stops a server from starting more processes, and returns the ids of those that it has. */
function freezeFamily(child: ChildProcess): readonly number[] {
  child.kill('SIGSTOP');
  try {
    return (readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').match(/\d+/g) ?? []).map(Number);
  } catch {
    return []; // They notice the end of the server by themselves.
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {} // It has ended meanwhile.
}

const goneMs = 2_000;

/** Waits without letting anything else run, as a process has to that is ending itself. A server that ends deletes files. */
function waitUntilGone(pid: number): void {
  const nobodyWakes = new Int32Array(new SharedArrayBuffer(4));
  for (const since = performance.now(); isRunning(pid) && performance.now() - since < goneMs; )
    Atomics.wait(nobodyWakes, 0, 0, lookMs);
}

/** Whether a process is there, and not only its exit code. */
function isRunning(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

const startMs = 30_000;
const lookMs = 20;

/** Waits until the server answers. @param ended what it said before it ended; null while it runs */
async function answering(url: string, ended: () => string | null): Promise<void> {
  for (const since = performance.now(); ; await sleep(lookMs)) {
    const said = ended();
    if (said !== null) throw new Error(`PostgreSQL ended at its start: ${said}`);
    try {
      return void (await runAt(url, 'select 1'));
    } catch (error) {
      if (performance.now() - since > startMs) throw error;
    }
  }
}

/** Drops databases whose process has ended. */
async function dropLeftovers(url: string, { namePrefix }: ServerOptions): Promise<void> {
  const rows = await runAt(url, `select datname as name from pg_database where datname like '${namePrefix}%'`);
  for (const { name } of rows as readonly { readonly name: string }[]) {
    const [pid] = name.slice(namePrefix.length).split('_');
    if (!existsSync(`/proc/${pid}`)) await runAt(url, `drop database ${name} with (force)`);
  }
}

let databases = 0;

function serverAt(url: string, { namePrefix }: ServerOptions, child: ServerProcess | null): PostgresServer {
  const run = (statement: string): Promise<readonly unknown[]> => runAt(url, statement);
  return {
    run,
    process: child,
    async newDatabase(encoding = 'UTF8') {
      databases += 1;
      const name = `${namePrefix}${process.pid}_${databases}`;
      await run(`create database ${name} encoding '${encoding}' lc_collate 'C' lc_ctype 'C' template template0`);
      return url.replace(/(\/)[^/?]*(\?|$)/, `$1${name}$2`);
    },
  };
}

/** Runs a statement in the database that the URL names. */
export async function runAt(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // The server may end at once.
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
