import { schedule } from 'node-cron';
import type { Logger } from '../ports.ts';
import type { Alarm } from './alarm.ts';

/** A background task. It runs every minute and does what is due, if anything. */
export interface Job {
  readonly name: string;
  run(): Promise<void>;
  /** Wakes it between two full minutes. */
  readonly alarm?: Alarm;
  /** Whether it may start again before it has ended, so that newly due work does not wait. */
  readonly mayOverlap?: boolean;
}

/** How often jobs are woken, in the language of cron. A proof does not wait a minute. */
const patterns = { minute: '* * * * *', second: '* * * * * *' } as const;
export type WakeUpPace = keyof typeof patterns;

/**
 * Wakes each job now, once a minute, and when its alarm rings. Cron only wakes them: a query over the database decides
 * what is due, so a late or missing wake-up (sleep, a clock step, DST) does no harm.
 * Disposing it stops the wake-ups and waits for running jobs.
 */
export function startWakeUps(jobs: readonly Job[], log: Logger, pace: WakeUpPace = 'minute'): AsyncDisposable {
  const running = new Set<Promise<void>>();
  const tasks = jobs.map((job) => {
    let current: Promise<void> | null = null;
    const run = (): Promise<void> => {
      // Cron does not know of the first run, and would start another one beside it.
      if (current !== null && job.mayOverlap !== true) return current;
      const done = runSafely(job, log).finally(() => {
        running.delete(done);
        if (current === done) current = null;
      });
      current = done;
      running.add(done);
      return done;
    };
    job.alarm?.onRing(() => void run());
    return schedule(patterns[pace], run, {
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

/** Logs a failure. The job is woken again the next minute. */
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
