import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compileCache } from '../mortal-lives.ts';
import type { StoryTime } from './story-clock.ts';
import type { Order, Report, WorkerOrders } from './worker-child.ts';

/** A real process with a worker of the bot, which can be killed. */
export interface WorkerProcess {
  /** Fulfilled when the bot is ready. */
  begin(orders: WorkerOrders): Promise<void>;
  /** Runs every job once. Returns why one of them failed; null if none did. */
  wake(): Promise<string | null>;
  setTime(time: StoryTime): void;
  /** Stops the bot in order. The process can begin again. */
  end(): Promise<void>;
  /** Sends SIGKILL, and is fulfilled when the process is gone. */
  kill(): Promise<void>;
  /** Lets the whole process stand still, as a machine that is moved, and go on later. */
  freeze(): void;
  thaw(): void;
  isAlive(): boolean;
  /** Whether it pulls, plans and tidies up. */
  leads(): boolean;
  /** How often its lease has ended, because it was cut off or too slow. */
  losses(): number;
  /** What the bot has logged, in words. */
  readonly log: readonly string[];
}

/** Processes that are not used at the moment. Starting one takes longer than most stories. */
export interface WorkerPool extends AsyncDisposable {
  take(): WorkerProcess;
  giveBack(worker: WorkerProcess): void;
}

const child = fileURLToPath(new URL('worker-child.ts', import.meta.url));
const linesKept = 200;

function startWorkerProcess(): WorkerProcess {
  const process = spawnChild();
  const log: string[] = [];
  const waiting = new Map<string, PromiseWithResolvers<string | null>>();
  let isAlive = true;
  let isLeading = false;
  let losses = 0;
  function note({ event, text }: Extract<Report, { event: string }>): void {
    if (event === 'leases.leading') isLeading = true;
    if (event === 'leases.led') isLeading = false;
    if (event === 'leases.lost') losses += 1;
    log.push(`${new Date().toISOString().slice(17, 23)} ${text}`);
    if (log.length > linesKept) log.shift();
  }
  process.on('message', (report: Report) => {
    if ('event' in report) return note(report);
    waiting.get(report.done)?.resolve(report.failure);
    waiting.delete(report.done);
  });
  process.stderr?.on('data', (text) => log.push(String(text)));
  const gone = once(process, 'exit').then(() => {
    isAlive = false;
    for (const { resolve } of waiting.values()) resolve('the process has died');
  });
  const say = (order: Order): void => {
    if (isAlive && process.connected) process.send(order, () => {});
  };
  const ask = async (order: Exclude<Order, { kind: 'time' }>): Promise<string | null> => {
    if (!isAlive) return 'the process has died';
    const answer = Promise.withResolvers<string | null>();
    waiting.set(order.kind, answer);
    say(order);
    return await answer.promise;
  };
  return {
    log,
    async begin(orders) {
      log.length = 0;
      isLeading = false;
      const failure = await ask({ kind: 'begin', orders });
      if (failure !== null && isAlive) throw new Error(`a worker could not begin: ${failure}`);
    },
    wake: () => ask({ kind: 'wake' }),
    setTime: (time) => say({ kind: 'time', time }),
    async end() {
      const failure = await ask({ kind: 'end' });
      if (failure !== null && isAlive) throw new Error(`a worker could not end: ${failure}`);
    },
    async kill() {
      process.kill('SIGKILL');
      await gone;
    },
    freeze: () => void process.kill('SIGSTOP'),
    thaw: () => void process.kill('SIGCONT'),
    isAlive: () => isAlive,
    leads: () => isAlive && isLeading,
    losses: () => losses,
  };
}

const spawnChild = (): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', child], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  });

/** @param spare how many processes are started before they are needed */
export function openWorkerPool(spare = 1): WorkerPool {
  const free: WorkerProcess[] = [];
  const all = new Set<WorkerProcess>();
  const start = (): WorkerProcess => {
    const worker = startWorkerProcess();
    all.add(worker);
    return worker;
  };
  const fill = (): void => {
    while (free.length < spare) free.push(start());
  };
  fill();
  return {
    take() {
      const taken = free.pop() ?? start();
      fill();
      return taken;
    },
    giveBack(worker) {
      if (worker.isAlive()) free.push(worker);
      else all.delete(worker);
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([...all].filter((worker) => worker.isAlive()).map((worker) => worker.kill()));
    },
  };
}
