import { randomUUID } from 'node:crypto';
import type { Logger } from '../ports.ts';
import type { Worker } from '../store/leases.ts';
import type { Store } from '../store/store.ts';
import { hourMs } from '../time.ts';
import { startTimer, type Timer } from './alarm.ts';
import { type Stopwatch, startStopwatch } from './stopwatch.ts';

/** The lease of this process: what it claimed is its own until the lease ends. */
export interface WorkerLease {
  readonly workerId: string;
  /** Aborts before others may take over what it claimed. No request for it may leave then, and nothing is settled. */
  readonly ended: AbortSignal;
}

/**
 * Keeps a lease for this process: it renews the lease by a timer, and begins another if one has ended. A worker dies in
 * the eyes of the others if it does not renew in time, so it has to stop before they take over.
 */
export interface LeaseKeeper extends AsyncDisposable {
  /** The lease of this process; null while it has none, because the database could not be reached in time. */
  current(): WorkerLease | null;
  /** Ends the lease if its time is over. It is called before a request leaves, because timers can be late. */
  check(): void;
  /** Adds something that is done in each round, after the lease was renewed, and now. */
  eachRound(watch: Watch): Promise<void>;
}

/** Looks for work that other processes planned or left. */
type Watch = (lease: WorkerLease) => Promise<void>;

export interface LeaseOptions {
  readonly store: Pick<Store, 'beginLease' | 'renewLease' | 'endLease'>;
  readonly leaseMs: number;
  readonly log: Logger;
  /** In real time. It is passed in, so that tests need not wait. */
  readonly timer?: Timer;
  readonly stopwatch?: () => Stopwatch;
}

/** Others notice the death of a worker after this time, in milliseconds, and then send what it was sending. */
export const sharedLeaseMs = 20_000;
/** On a database that has one process. It need not renew often, because nobody takes over. */
export const loneLeaseMs = hourMs;

/** How many rounds a lease has. */
const roundsALease = 4;

/** How long a request that had left may take to reach its receiver after it was given up, at most, in milliseconds. */
const arrivalMs = 5_000;

/** @throws StoreError if the database cannot be used */
export async function keepLease({ timer = startTimer, ...options }: LeaseOptions): Promise<LeaseKeeper> {
  const { leaseMs, log } = options;
  const watches: Watch[] = [];
  let isFailing = false;
  let next: Disposable | null = null;
  const holder = createHolder({ ...options, timer, onRested: () => void round() });
  const lookAround = unlessRunning(async () => {
    for (const watch of watches) {
      const lease = holder.current();
      if (lease !== null) await watch(lease);
    }
  });

  async function round(): Promise<void> {
    try {
      await holder.renew();
      await lookAround();
      if (holder.current() !== null) isFailing = false;
    } catch (err) {
      if (!isFailing) log.warn({ event: 'leases.waiting', err }, 'the lease of this process cannot be kept just now');
      isFailing = true;
    }
  }
  function tick(): void {
    next = timer(leaseMs / roundsALease, tick);
    void round();
  }

  await holder.renew();
  next = timer(leaseMs / roundsALease, tick);
  return {
    current: holder.current,
    check: holder.check,
    async eachRound(watch) {
      watches.push(watch);
      const lease = holder.current();
      if (lease !== null) await watch(lease);
    },
    async [Symbol.asyncDispose]() {
      next?.[Symbol.dispose]();
      await holder.close();
    },
  };
}

interface Held {
  readonly worker: Worker;
  readonly lease: WorkerLease;
  readonly end: AbortController;
  /** Since the last renewal that succeeded was asked for. In the database, the lease lasts at least as long. */
  renewed: Stopwatch;
}

interface HolderOptions extends LeaseOptions {
  readonly timer: Timer;
  /** Called after a loss, when another lease can begin. */
  readonly onRested: () => void;
}

/** Has the lease of this process, and knows when it ends. */
function createHolder({ store, leaseMs, log, timer, stopwatch = startStopwatch, onRested }: HolderOptions) {
  /** The rest is for requests that have left, and for timers that are late. */
  const usableMs = leaseMs - leaseMs / roundsALease;
  const restMs = Math.min(arrivalMs, leaseMs - usableMs);
  let held: Held | null = null;
  /** The worker of a lease that may not have ended in the database. */
  let former: string | null = null;
  /** Whether requests of a lost lease may still arrive. Until then, nobody gets what they send. */
  let isResting = false;
  let next: Disposable | null = null;
  let isClosed = false;

  function hold(mine: Held | null): void {
    next?.[Symbol.dispose]();
    if (held !== mine) held?.end.abort();
    held = mine;
    next = mine === null ? null : timer(Math.max(0, usableMs - mine.renewed()), check);
  }
  function lose(): void {
    log.warn({ event: 'leases.lost', workerId: former }, 'the lease of this process was not renewed in time');
    hold(null);
    isResting = true;
    next = timer(restMs, endRest);
  }
  function endRest(): void {
    isResting = false;
    onRested();
  }
  function check(): void {
    if (held !== null && held.renewed() >= usableMs) lose();
  }

  const begin = unlessRunning(async () => {
    if (isClosed || isResting) return;
    const before = former;
    // Others get at once what it had claimed.
    if (before !== null) await store.endLease(before);
    const renewed = stopwatch();
    const worker = { id: randomUUID(), leaseMs };
    former = worker.id;
    await store.beginLease(worker);
    if (isClosed || renewed() >= usableMs) return;
    const end = new AbortController();
    hold({ worker, lease: { workerId: worker.id, ended: end.signal }, end, renewed });
    if (before !== null) log.info({ event: 'leases.regained', workerId: worker.id }, 'this process has a lease again');
  });

  async function prolong(mine: Held): Promise<void> {
    const renewed = stopwatch();
    const isRenewed = await store.renewLease(mine.worker);
    check();
    // An answer that comes too late does not bring a lease back.
    if (held !== mine) return;
    if (!isRenewed) return lose();
    mine.renewed = renewed;
    hold(mine);
  }

  return {
    current(): WorkerLease | null {
      check();
      return held?.lease ?? null;
    },
    check,
    /** Renews the lease, or begins another one. */
    renew: async (): Promise<void> => {
      check();
      await (held === null ? begin() : prolong(held));
    },
    async close(): Promise<void> {
      isClosed = true;
      hold(null);
      // If the database cannot be reached, the lease ends by itself.
      if (former !== null) await store.endLease(former).catch(() => undefined);
    },
  };
}

/** Makes a function that does nothing while an earlier call of it runs. */
function unlessRunning(work: () => Promise<void>): () => Promise<void> {
  let isRunning = false;
  return async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      await work();
    } finally {
      isRunning = false;
    }
  };
}
