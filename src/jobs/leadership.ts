import type { Logger } from '../ports.ts';
import type { Store } from '../store/store.ts';
import type { Job } from './wake-up.ts';
import type { WorkerLease } from './worker-lease.ts';

/**
 * The jobs that one process does at a time, such as pulling and planning: everything but sending what is in the outbox.
 * They move together, because they share what they keep in memory, and because one process does them easily.
 */
export interface Leadership extends AsyncDisposable {
  /** Takes the jobs over if no process has them. It is called in each round. */
  seek(lease: WorkerLease): Promise<void>;
  /** The jobs, if this process does them now. */
  jobs(): readonly Job[];
}

/** The store and the signals that jobs are made with. */
export interface Term {
  /** The store, which refuses everything once this process does the jobs no longer. */
  readonly store: Store;
  /** Aborts when the jobs have to end. They finish what they have begun, unless `ended` aborts. */
  readonly signal: AbortSignal;
  /** Aborts before another process may do the jobs. No request leaves then. */
  readonly ended: AbortSignal;
}

export interface LeadershipOptions {
  readonly store: Store;
  readonly log: Logger;
  /** Ends the lease of this process if its time is over: see `LeaseKeeper`. */
  readonly check: () => void;
  /** Aborts when the bot stops. */
  readonly stopping: AbortSignal;
  /** Makes the jobs for each term: they remember nothing from before, when another process may have done them. */
  readonly makeJobs: (term: Term) => readonly Job[];
  /** Wakes the jobs, now and later. Disposing it waits for those that run. */
  readonly startJobs: (jobs: readonly Job[]) => AsyncDisposable;
}

/** The name of the task that the process has which does the jobs. */
const task = 'jobs';

interface Running extends AsyncDisposable, Pick<WorkerLease, 'ended'> {
  readonly jobs: readonly Job[];
}

export function createLeadership(options: LeadershipOptions): Leadership {
  const { store, log, stopping } = options;
  let running: Running | null = null;
  /** The lease of the latest round. */
  let latest: WorkerLease | null = null;

  async function seek(lease: WorkerLease): Promise<void> {
    latest = lease;
    if (running !== null || stopping.aborted) return;
    const isTaken = await store.takeTask(task, lease.workerId);
    if (!isTaken || running !== null || stopping.aborted) return;
    log.info({ event: 'leases.leading', workerId: lease.workerId }, 'this process pulls, plans and tidies up');
    running = startTerm(lease, options, seekAgain);
  }
  /** A new lease may have begun while the jobs of the old one were ending. Its next round may be far. */
  function seekAgain(): void {
    running = null;
    if (latest !== null && !latest.ended.aborted) seek(latest).catch(() => {}); // The next round tries again.
  }
  return {
    seek,
    jobs: () => (running === null || running.ended.aborted ? [] : running.jobs),
    async [Symbol.asyncDispose]() {
      latest = null;
      await running?.[Symbol.asyncDispose]();
    },
  };
}

/** @param onOver is called when none of the jobs runs any more */
function startTerm(
  { workerId, ended }: WorkerLease,
  { store, log, check, stopping, makeJobs, startJobs }: LeadershipOptions,
  onOver: () => void,
): Running {
  const signal = AbortSignal.any([stopping, ended]);
  const jobs = makeJobs({ store: until(ended, store, check), signal, ended }).map((job) => untilEnded(job, ended));
  const started = startJobs(jobs);
  const end = async (): Promise<void> => {
    ended.removeEventListener('abort', lose);
    await started[Symbol.asyncDispose]();
    onOver();
  };
  const lose = (): void => {
    log.warn({ event: 'leases.led', workerId }, 'this process no longer pulls, plans and tidies up');
    void end();
  };
  if (ended.aborted) lose();
  else ended.addEventListener('abort', lose);
  return { ended, jobs, [Symbol.asyncDispose]: end };
}

/** A job that was cut off has not failed. */
const untilEnded = (job: Job, ended: AbortSignal): Job => ({
  ...job,
  async run() {
    try {
      await job.run();
    } catch (error) {
      if (!ended.aborted) throw error;
    }
  },
});

/**
 * A store whose verbs fail after the signal aborts, so that a job that was late to notice it changes nothing.
 * @param check aborts it if its timer is late
 */
function until(ended: AbortSignal, store: Store, check: () => void): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const verb: unknown = Reflect.get(target, name, receiver);
      if (typeof verb !== 'function') return verb;
      return (...given: readonly unknown[]): unknown => {
        check();
        if (ended.aborted) return Promise.reject(new Error('another process may do this now'));
        return Reflect.apply(verb, target, given);
      };
    },
  });
}
