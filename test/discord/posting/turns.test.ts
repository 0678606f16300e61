import { describe, expect, it } from 'vitest';
import { createPace } from '../../../src/discord/posting/pace.ts';
import { createSharedTurns } from '../../../src/discord/posting/turns.ts';
import { DISCORD_LIMITS, RateLimits } from '../../../src/playground/discord/rate-limits.ts';
import { createKeptLog } from '../../support/bot.ts';

/** A delay of `least` to `most` milliseconds, different each time and the same in each run. */
function delays(seed: number) {
  let state = seed;
  return (least: number, most: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return least + (most - least) * (state / 2 ** 31);
  };
}

/** Processes with a simulated time, one database, and the limits of the local Discord. */
function createScene({ apartAtLeastMs = 0 } = {}) {
  let now = 0;
  let nextTurn = 0;
  let isDown = false;
  const delay = delays(7);
  const timers: { readonly at: number; readonly ring: () => void }[] = [];
  const clock = () => now;
  const sleep = (ms: number) =>
    new Promise<void>((ring) => {
      timers.push({ at: now + ms, ring });
    });
  const limits = new RateLimits({ ...DISCORD_LIMITS, clock });
  const arrivals: { readonly at: number; readonly name: string; readonly isRefused: boolean }[] = [];
  const reserved: number[] = [];
  const log = createKeptLog();
  async function reserve(wanted: number, apartMs: number): Promise<number> {
    await sleep(delay(1, 4));
    if (isDown) throw new Error('the database does not answer');
    expect(apartMs).toBeGreaterThanOrEqual(apartAtLeastMs);
    reserved.push(wanted);
    const at = Math.max(now, nextTurn);
    nextTurn = at + Math.ceil(wanted * apartMs);
    const waitMs = at - now;
    await sleep(delay(1, 4));
    return waitMs;
  }
  return {
    log,
    arrivals,
    reserved,
    setDown: (is: boolean) => {
      isDown = is;
    },
    sleep,
    paceAlone: () => createPace({ clock, sleep }),
    /** @param nap replaces the sleep of the pace, for a process that is woken late */
    pace: (nap = sleep) => createPace({ clock, sleep: nap, turns: createSharedTurns({ reserve, log, clock, sleep }) }),
    /** A request that takes up to `most` milliseconds to arrive, and as long to be answered. It can be held up on its way. */
    request:
      (most: number, name: string, heldUpMs = 0) =>
      async () => {
        await sleep(delay(10, most) + heldUpMs);
        const subject = 'the token';
        const verdict = limits.take({ method: 'GET', template: name, major: String(arrivals.length), subject });
        arrivals.push({ at: now, name, isRefused: verdict.refusedFor !== undefined });
        await sleep(delay(10, most));
      },
    /** Lets time pass until no timer is left. */
    async passAll() {
      for (;;) {
        for (let turns = 0; turns < 30; turns += 1) await Promise.resolve();
        timers.sort((one, other) => one.at - other.at);
        const next = timers.shift();
        if (next === undefined) return;
        now = next.at;
        next.ring();
      }
    },
  };
}

describe('several processes with one token', () => {
  it.each([
    ['a good network', 40, 45],
    ['a bad network', 200, 38],
  ])('use the limit together, and are never refused: %s', async (_name, most, leastRate) => {
    const scene = createScene();
    for (const name of ['one', 'two', 'three']) {
      const pace = scene.pace();
      for (let sent = 0; sent < 300; sent += 1) void pace.run('patient', scene.request(most, name));
    }
    await scene.passAll();
    expect(scene.arrivals).toHaveLength(900);
    expect(scene.arrivals.filter(({ isRefused }) => isRefused)).toEqual([]);
    expect(900 / ((scene.arrivals.at(-1)?.at ?? 0) / 1_000)).toBeGreaterThan(leastRate);
  });

  it('are not refused after requests of one of them were held up on their way', async () => {
    const scene = createScene();
    const paces = ['one', 'two', 'three'].map((name) => ({ name, pace: scene.pace() }));
    for (let sent = 0; sent < 300; sent += 1) {
      for (const { name, pace } of paces) {
        const isHeldUp = name === 'one' && sent % 60 >= 40 && sent % 60 < 45;
        void pace.run('patient', scene.request(20, name, isHeldUp ? 280 : 0));
      }
    }
    await scene.passAll();
    expect(scene.arrivals.filter(({ isRefused }) => isRefused)).toEqual([]);
    expect(900 / ((scene.arrivals.at(-1)?.at ?? 0) / 1_000)).toBeGreaterThan(43);
  });

  it.each([60, 110, 300])('are not refused if each gets no processor for %i ms, again and again', async (heldUpMs) => {
    const scene = createScene();
    for (const [index, name] of ['one', 'two', 'three', 'four'].entries()) {
      let naps = 10 * index;
      const nap = (ms: number) => {
        naps += 1;
        return scene.sleep(naps % 90 === 0 ? ms + heldUpMs : ms);
      };
      const pace = scene.pace(nap);
      for (let sent = 0; sent < 300; sent += 1) void pace.run('patient', scene.request(40, name));
    }
    await scene.passAll();
    expect(scene.arrivals).toHaveLength(1_200);
    expect(scene.arrivals.filter(({ isRefused }) => isRefused)).toEqual([]);
    expect(1_200 / ((scene.arrivals.at(-1)?.at ?? 0) / 1_000)).toBeGreaterThan(38);
  });

  it('would be refused if each of them had the limit alone', async () => {
    const scene = createScene();
    for (const name of ['one', 'two', 'three']) {
      const pace = scene.paceAlone();
      for (let sent = 0; sent < 60; sent += 1) void pace.run('patient', scene.request(40, name));
    }
    await scene.passAll();
    expect(scene.arrivals.some(({ isRefused }) => isRefused)).toBe(true);
  });

  it('get their turns evenly, in portions of five', async () => {
    const scene = createScene();
    for (const name of ['one', 'two']) {
      const pace = scene.pace();
      for (let sent = 0; sent < 100; sent += 1) void pace.run('patient', scene.request(40, name));
    }
    await scene.passAll();
    const half = scene.arrivals.slice(0, 100).filter(({ name }) => name === 'one').length;
    expect(Math.abs(half - 50)).toBeLessThanOrEqual(5);
    expect(Math.max(...scene.reserved)).toBe(5);
    expect(scene.reserved.reduce((sum, one) => sum + one)).toBe(200);
    expect(scene.reserved.length).toBeLessThan(60);
  });

  it('let urgent requests go before the patient ones of all processes', async () => {
    const scene = createScene();
    const [one, two] = [scene.pace(), scene.pace()];
    for (const pace of [one, two])
      for (let sent = 0; sent < 100; sent += 1) void pace.run('patient', scene.request(40, 'patient'));
    void one.run('urgent', scene.request(40, 'a person’s'));
    await scene.passAll();
    expect(scene.arrivals.findIndex(({ name }) => name !== 'patient')).toBeLessThan(12);
  });
});

describe('a process alone with a database that others could use', () => {
  it('uses nearly all that the limit allows', async () => {
    const scene = createScene({ apartAtLeastMs: 21 });
    const pace = scene.pace();
    for (let sent = 0; sent < 480; sent += 1) void pace.run('patient', scene.request(40, 'one'));
    await scene.passAll();
    expect(480 / ((scene.arrivals.at(-1)?.at ?? 0) / 1_000)).toBeGreaterThan(47);
  });

  it('takes one turn for one request, and waits for nothing', async () => {
    const scene = createScene();
    void scene.pace().run('urgent', scene.request(20, 'one'));
    await scene.passAll();
    expect(scene.reserved).toEqual([1]);
    expect(scene.arrivals[0]?.at).toBeLessThan(40);
  });

  it('sends nothing while the database does not answer, and says so once', async () => {
    const scene = createScene();
    const pace = scene.pace();
    scene.setDown(true);
    for (let sent = 0; sent < 20; sent += 1) void pace.run('patient', scene.request(20, 'one'));
    const back = scene.sleep(10_000).then(() => {
      expect(scene.arrivals).toEqual([]);
      scene.setDown(false);
    });
    await Promise.all([back, scene.passAll()]);
    expect(scene.arrivals).toHaveLength(20);
    expect(scene.log.lines.map(({ event }) => event)).toEqual(['pace.waiting']);
  });

  it('is not held up by requests that are never answered', async () => {
    const scene = createScene();
    const pace = scene.pace();
    const hang = async () => {
      await scene.sleep(15_000);
    };
    for (let sent = 0; sent < 30; sent += 1) void pace.run('patient', hang);
    for (let sent = 0; sent < 30; sent += 1) void pace.run('patient', scene.request(20, 'one'));
    await scene.passAll();
    expect(scene.arrivals.at(-1)?.at).toBeLessThan(2_500);
  });
});
