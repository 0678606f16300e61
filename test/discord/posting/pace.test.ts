import { expect, it } from 'vitest';
import { createPace } from '../../../src/discord/posting/pace.ts';

/** A pace with a simulated time, and a Discord that notes when requests arrive. */
function createScene() {
  let now = 0;
  const timers: { readonly at: number; readonly ring: () => void }[] = [];
  const sleep = (ms: number) =>
    new Promise<void>((ring) => {
      timers.push({ at: now + ms, ring });
    });
  const arrivals: { readonly at: number; readonly name: string }[] = [];
  return {
    pace: createPace({ clock: () => now, sleep }),
    arrivals,
    /** A request that takes `there` milliseconds to arrive, and its answer `back` milliseconds to return. */
    request:
      (there: number, back: number, name = '') =>
      async () => {
        await sleep(there);
        arrivals.push({ at: now, name });
        await sleep(back);
      },
    /** Lets time pass until no timer is left. */
    async passAll() {
      for (;;) {
        for (let turns = 0; turns < 20; turns += 1) await Promise.resolve();
        timers.sort((one, other) => one.at - other.at);
        const next = timers.shift();
        if (next === undefined) return;
        now = next.at;
        next.ring();
      }
    },
  };
}

/** The most arrivals within any one second. */
const mostInOneSecond = (times: readonly number[]): number =>
  Math.max(...times.map((at) => times.filter((other) => other > at - 1_000 && other <= at).length));

/** A delay that varies as on a bad network, and is the same in each run. */
const delay = (index: number, longest: number): number => ((index * 7_919) % 101) * (longest / 100);

it.each([
  ['a good network', 40],
  ['a bad network', 240],
])('lets no more than fifty requests arrive within a second: %s', async (_name, longest) => {
  const { pace, request, arrivals, passAll } = createScene();
  const requests = Array.from({ length: 400 }, (_, index) =>
    pace.run('patient', request(delay(index, longest), delay(index + 50, longest))),
  );
  await passAll();
  await Promise.all(requests);
  const times = arrivals.map(({ at }) => at).toSorted((one, other) => one - other);
  expect(times).toHaveLength(400);
  expect(mostInOneSecond(times)).toBeLessThanOrEqual(50);
});

it('uses nearly all that the limit allows', async () => {
  const { pace, request, arrivals, passAll } = createScene();
  for (let index = 0; index < 480; index += 1) {
    void pace.run('patient', request(20 + delay(index, 20), 20 + delay(index + 50, 20)));
  }
  await passAll();
  const seconds = (arrivals.at(-1)?.at ?? 0) / 1_000;
  expect(480 / seconds).toBeGreaterThan(47);
});

it('lets urgent requests go before patient ones', async () => {
  const { pace, request, arrivals, passAll } = createScene();
  for (let index = 0; index < 100; index += 1) void pace.run('patient', request(10, 10));
  void pace.run('urgent', request(10, 10, 'a person’s'));
  await passAll();
  expect(arrivals.findIndex(({ name }) => name !== '')).toBeLessThan(6);
});

it('is not held up by requests that are never answered', async () => {
  const { pace, request, arrivals, passAll } = createScene();
  for (let index = 0; index < 60; index += 1) void pace.run('patient', request(10, index < 40 ? 15_000 : 10));
  await passAll();
  expect(arrivals.at(59)?.at).toBeLessThan(2_000);
});

it('passes on what the request throws', async () => {
  const { pace } = createScene();
  await expect(pace.run('urgent', () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
});
