import { schedule } from 'node-cron';
import type { Logger } from '../ports.ts';
import type { Alarm } from './alarm.ts';

/** Something that happens by itself: asked every minute, it does what is due, if anything. */
export interface Job {
  readonly name: string;
  run(): Promise<void>;
  /** Wakes it between two minutes. */
  readonly alarm?: Alarm;
  /** Whether it may be woken again before it is done; then what is due meanwhile need not wait. */
  readonly mayOverlap?: boolean;
}

const everyMinute = '* * * * *';

/**
 * Wakes each job now, once a minute, and when its alarm rings. Cron only wakes: what is due is a query over the
 * database, so a wake-up that is late or missing (sleep, a clock step, DST) does no harm.
 * Disposing stops the wake-ups and waits for the jobs that are running.
 */
export function startWakeUps(jobs: readonly Job[], log: Logger): AsyncDisposable {
  const running = new Set<Promise<void>>();
  const tasks = jobs.map((job) => {
    const run = () => {
      const done = runSafely(job, log).finally(() => running.delete(done));
      running.add(done);
      return done;
    };
    job.alarm?.onRing(() => void run());
    return schedule(everyMinute, run, {
      name: job.name,
      noOverlap: job.mayOverlap !== true,
      missedExecutionTolerance: 50_000,
      suppressMissedWarning: true,
      logger: toCronLogger(log),
    });
  });
  for (const task of tasks) void task.execute();
  return {
    async [Symbol.asyncDispose]() {
      for (const { alarm } of jobs) alarm?.[Symbol.dispose]();
      for (const task of tasks) await task.destroy();
      await Promise.all(running);
    },
  };
}

/** A job that fails is logged and woken again the next minute. */
async function runSafely(job: Job, log: Logger): Promise<void> {
  try {
    await job.run();
  } catch (error) {
    log.error({ event: 'job.failed', job: job.name, err: error }, `${job.name} failed; it runs again in a minute`);
  }
}

function toCronLogger(log: Logger) {
  const say = (level: 'debug' | 'warn' | 'error') => (message: string | Error) =>
    log[level]({ event: 'cron', err: message instanceof Error ? message : undefined }, String(message));
  return { info: say('debug'), warn: say('warn'), error: say('error'), debug: say('debug') };
}
