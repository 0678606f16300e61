import type { Logger } from '../ports.ts';
import type { LeaseVerbs } from '../store/leases.ts';
import { nameOfShards, type Shards } from './shards.ts';

/** The lease of this process, which aborts before another process may connect the same shards. */
interface SeatLease {
  readonly workerId: string;
  readonly ended: AbortSignal;
}

export interface GatewaySeatOptions {
  readonly store: Pick<LeaseVerbs, 'takeTask'>;
  /** The lease of this process; null while it has none. */
  readonly lease: () => SeatLease | null;
  /** Null: all of them. */
  readonly shards: Shards | null;
  /** Connects the shards. The signal ends the attempt. */
  readonly connect: (signal: AbortSignal) => Promise<AsyncDisposable>;
  /** Called when this process begins to wait for another one, and when it no longer does. */
  readonly setStandby: (isStandby: boolean) => void;
  /** Called with what `connect` throws after the start. */
  readonly onFatal: (error: Error) => void;
  readonly log: Logger;
}

/**
 * The right to connect shards of the gateway, which one process has at a time. The others wait until it ends. Disposing it
 * closes the connection.
 */
export interface GatewaySeat extends AsyncDisposable {
  /** Fulfilled once the shards are connected, or this process waits. Rejects with what `connect` throws at the start. */
  readonly started: Promise<void>;
  /** Connects in the background if no other process has the shards. It is called in each round of the lease. */
  seek(lease: SeatLease): Promise<void>;
}

/** A process that loses its lease disconnects, because Discord would send everything to two processes. */
export function createGatewaySeat(options: GatewaySeatOptions): GatewaySeat {
  const { store, shards, connect, setStandby, onFatal, log } = options;
  const task = `gateway-${shards === null ? 'all' : nameOfShards(shards)}`;
  const ending = new AbortController();
  const started = Promise.withResolvers<void>();
  let serving: Promise<void> | null = null;
  let isStandby = false;
  let isStarted = false;

  function change(to: 'standby' | 'serving'): void {
    if (isStandby === (to === 'standby')) return;
    isStandby = !isStandby;
    setStandby(isStandby);
    const text = 'another process is connected to Discord; this one waits, and connects when that one ends';
    if (isStandby) log.info({ event: 'gateway.standby', task }, text);
  }
  function start(): void {
    isStarted = true;
    started.resolve();
  }
  async function serve({ ended }: SeatLease): Promise<void> {
    const over = AbortSignal.any([ending.signal, ended]);
    try {
      await using _gateway = await connect(over);
      start();
      await whenAborted(over);
      if (!ending.signal.aborted) logLoss();
    } catch (error) {
      if (over.aborted) return;
      ending.abort();
      if (isStarted) onFatal(error as Error);
      else started.reject(error);
    }
  }
  function logLoss(): void {
    const text = 'the database did not confirm in time that this process is the one at Discord, so it disconnects';
    log.warn({ event: 'gateway.lost', task }, text);
  }
  async function seek(lease: SeatLease): Promise<void> {
    if (serving !== null || ending.signal.aborted) return;
    const isTaken = await store.takeTask(task, lease.workerId);
    if (serving !== null || ending.signal.aborted) return;
    change(isTaken ? 'serving' : 'standby');
    if (!isTaken) return start();
    serving = serve(lease).finally(seekAgain);
  }
  /** A new lease may have begun while the connection was being closed. */
  function seekAgain(): void {
    serving = null;
    const lease = options.lease();
    if (lease !== null) seek(lease).catch(() => {}); // The next round tries again.
  }
  return {
    started: started.promise,
    seek,
    async [Symbol.asyncDispose]() {
      ending.abort();
      await serving;
    },
  };
}

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
