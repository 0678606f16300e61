import type { Clock } from '../../../src/ports.ts';
import { beginLife, type Life, type LifePlan, silentLog } from '../life.ts';
import { createFate, type Fate, type LifeOrders, liveInProcess, openSources } from '../mortal-lives.ts';
import type { Crash } from './replay-plan.ts';

/** Runs the bot, one life after the other. Disposing ends the last one. */
export interface Host extends AsyncDisposable {
  /**
   * Wakes the bot.
   * @param crash where it dies; null: it lives on
   * @returns the crash point at which it died, or null if it did not reach that point
   */
  wake(crash: Crash | null): Promise<string | null>;
}

/** How to reach the database, Discord and the sources. */
export type Access = Omit<LifeOrders, 'now' | 'crashAt' | 'among'>;

/** Lives in this process: from the crash point on, nothing is written and nothing is sent. */
export function createThreadHost(
  access: Access,
  clock: Clock,
  flaw?: LifePlan['flaw'],
): Host & { end(): Promise<void> } {
  const sources = openSources(access.sourcesUrl, clock);
  let life: Life | null = null;
  let fate: { readonly crash: Crash; readonly own: Fate } | null = null;
  const plan: LifePlan = {
    ...access,
    clock,
    sources: sources.list,
    log: silentLog,
    reach: (point) => fate?.own.reach(point),
    assertAlive: () => fate?.own.assertAlive(),
    ...(flaw === undefined ? {} : { flaw }),
  };
  const end = async () => {
    await life?.[Symbol.asyncDispose]();
    life = null;
    fate = null;
  };
  return {
    async wake(crash) {
      life ??= await beginLife(plan);
      // The count of points continues over wake-ups.
      if (crash !== null && fate?.crash !== crash)
        fate = { crash, own: createFate({ crashAt: crash.point, among: crash.among }) };
      await life.wake().catch((error: unknown) => {
        if (fate === null) throw error;
        fate.own.excuse(error);
      });
      const died = fate?.own.died() ?? null;
      if (died !== null) await end();
      return died;
    },
    end,
    async [Symbol.asyncDispose]() {
      await end();
      await sources[Symbol.asyncDispose]();
    },
  };
}

/** A life with a crash is a separate process, which kills itself with SIGKILL. */
export function createProcessHost(access: Access, clock: Clock): Host {
  const living = createThreadHost(access, clock);
  let spared: { readonly crash: Crash; readonly point: number } | null = null;
  return {
    async wake(crash) {
      if (crash === null) return await living.wake(null);
      await living.end();
      const crashAt = spared?.crash === crash ? spared.point : crash.point;
      const died = await liveInProcess({ ...access, now: clock(), crashAt, among: crash.among });
      // A life with too few points survives; the next one does not. A life that posts has all points of a send.
      spared = { crash, point: crash.among === 'sends' ? crashAt : Math.max(1, crashAt - 3) };
      return died;
    },
    [Symbol.asyncDispose]: () => living[Symbol.asyncDispose](),
  };
}
