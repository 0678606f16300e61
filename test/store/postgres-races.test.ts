import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Random } from '../../src/ports.ts';
import type { Delivery } from '../../src/store/outbox.ts';
import { openPostgresStore, type PostgresStoreOptions } from '../../src/store/postgres/postgres-store.ts';
import type { Store } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { dayMs, hourMs } from '../../src/time.ts';
import { seededRandom } from '../../tools/random.ts';
import { meaning } from '../support/shipped-meaning.ts';
import { inventedListing, inventedPaper, listed, listingOf, noon } from './invented-listings.ts';
import { planOf, request } from './invented-requests.ts';
import { serverOrSkip, type TestServer } from './postgres/server.ts';

/** What several processes do at once on a server: stores that each have connections of their own. */

/** Stores in one database, a new one unless its URL is given. They are closed after the test. */
async function openStores(
  server: TestServer,
  amount: number,
  { url: given, ...options }: Partial<Pick<PostgresStoreOptions, 'url' | 'sessionsAtMost' | 'patienceMs'>> = {
    sessionsAtMost: 3,
  },
): Promise<readonly [Store, ...Store[]]> {
  const url = given ?? (await server.newDatabase());
  const stores: Store[] = [];
  for (let index = 0; index < amount; index += 1) {
    const store = await openPostgresStore({ url, meaning, searchesHere: true, ...options });
    onTestFinished(() => store[Symbol.asyncDispose]());
    stores.push(store);
  }
  return stores as [Store, ...Store[]];
}

const namesOf = (amount: number, name: string): readonly string[] =>
  Array.from({ length: amount }, (_, index) => `${name}-${index + 1}`);

/** Stores with channels whose digests are planned, two parts each. */
async function planned(server: TestServer, { stores: amount, channels }: { stores: number; channels: number }) {
  const stores = await openStores(server, amount);
  const [store] = stores;
  const channelIds = namesOf(channels, 'channel');
  await subscribeAll(store, channelIds);
  await Promise.all(channelIds.map((channelId) => store.planDigest(planOf(2, { channelId }))));
  return { stores, channelIds, parts: 2 * channels };
}

const subscribeAll = (store: Store, channelIds: readonly string[]) =>
  Promise.all(channelIds.map((channelId) => store.subscribe(request('lake', { channelId, cap: 1_000 }))));

const below = (limit: number, random: Random): number => Math.floor(random() * limit);

const idsOf = (deliveries: readonly Delivery[]): readonly number[] => deliveries.map(({ id }) => id);

it('eight claimers get each delivery once, in the order of its parts, and never more than they ask for', async ({
  skip,
}) => {
  const { stores, channelIds, parts } = await planned(await serverOrSkip(skip), { stores: 8, channels: 40 });
  const random = seededRandom(8);
  const claimed: Delivery[] = [];
  const settled = new Set<string>();
  const claimSome = async (store: Store, workerId: string): Promise<void> => {
    const limit = 1 + below(5, random);
    const mine = await store.claimDeliveries(workerId, noon, limit);
    expect(mine.length).toBeLessThanOrEqual(limit);
    for (const { channelId, part } of mine) if (part > 1) expect(settled).toContain(`${channelId} ${part - 1}`);
    claimed.push(...mine);
    await sleep(below(6, random));
    for (const { id, channelId, part } of mine) {
      settled.add(`${channelId} ${part}`);
      const messageId = `message of ${workerId}`;
      expect(await store.settleDelivery(workerId, id, { state: 'sent', messageId, at: noon })).toBe(true);
    }
  };
  const claimAll = async (store: Store, index: number): Promise<void> => {
    while (claimed.length < parts) await claimSome(store, `worker ${index}`);
  };
  await Promise.all(stores.map(claimAll));
  expect(claimed).toHaveLength(parts);
  expect(new Set(idsOf(claimed)).size).toBe(parts);
  expect(new Set(claimed.map(({ attempts }) => attempts))).toEqual(new Set([1]));
  for (const channelId of channelIds)
    expect(await stores[0].deliveries(channelId, '2026-03-02')).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
});

it('deliveries that are settled at the same moment share a commit, and each gets its own answer', async ({ skip }) => {
  const { stores, channelIds } = await planned(await serverOrSkip(skip), { stores: 4, channels: 80 });
  const [first] = stores;
  const claimed = await Promise.all(stores.map((store, index) => store.claimDeliveries(`worker ${index}`, noon, 20)));
  const sent = { state: 'sent', messageId: 'm', at: noon } as const;
  const retry = { state: 'retry', dueAt: noon, reason: 'late' } as const;
  const settled = stores.flatMap((store, index) =>
    (claimed[index] ?? []).map(({ id }) => store.settleDelivery(`worker ${index}`, id, sent)),
  );
  const [someone] = claimed[1] ?? [];
  const refused = first.settleDelivery('worker 0', someone?.id ?? 0, retry);
  const unknown = first.settleDelivery('worker 0', 1_000_000, sent);
  await expect(unknown).rejects.toMatchObject({ name: 'StoreError', code: 'unknown' });
  expect(await refused).toBe(false);
  expect(await Promise.all(settled)).toEqual(channelIds.map(() => true));
  expect((await first.counts()).deliveriesByState).toMatchObject({ sent: 80, planned: 80 });
});

it('deliveries of dead workers are taken over once, while others still claim', async ({ skip }) => {
  const { stores, parts } = await planned(await serverOrSkip(skip), { stores: 8, channels: 40 });
  const [first] = stores;
  const random = seededRandom(9);
  const dead = await first.claimDeliveries('dead', noon, 25);
  const living = stores.map((store, index) => ({ store, workerId: `worker ${index}` }));
  for (const { store, workerId } of living) await store.beginLease({ id: workerId, leaseMs: hourMs });
  const got: Delivery[] = [];
  const work = async ({ store, workerId }: (typeof living)[number]): Promise<void> => {
    const mine: Delivery[] = [];
    while (got.length < parts - 40) {
      const taker = { workerId, kind: null, inHand: idsOf(mine) };
      const some =
        random() < 0.5
          ? await store.takeOverDeliveries(taker, 1 + below(5, random))
          : await store.claimDeliveries(workerId, noon, 1 + below(3, random));
      mine.push(...some);
      got.push(...some);
    }
  };
  await Promise.all(living.map(work));
  // The second parts wait for the first ones, which nobody has settled.
  expect(got.map(({ part }) => part)).toEqual(got.map(() => 1));
  expect(new Set(idsOf(got)).size).toBe(got.length);
  expect(idsOf(got)).toEqual(expect.arrayContaining([...idsOf(dead)]));
});

it('one process at a time has a task, however many ask for it', async ({ skip }) => {
  const stores = await openStores(await serverOrSkip(skip), 8);
  for (const [index, store] of stores.entries()) await store.beginLease({ id: `worker ${index}`, leaseMs: hourMs });
  for (let round = 0; round < 5; round += 1) {
    const taken = await Promise.all(stores.map((store, index) => store.takeTask(`task ${round}`, `worker ${index}`)));
    expect(taken.filter((one) => one)).toHaveLength(1);
    const leader = taken.indexOf(true);
    await stores[0].endLease(`worker ${leader}`);
    await stores[0].beginLease({ id: `worker ${leader}`, leaseMs: hourMs });
    const again = await Promise.all(stores.map((store, index) => store.takeTask(`task ${round}`, `worker ${index}`)));
    expect(again.filter((one) => one)).toHaveLength(1);
  }
});

it('requests of eight processes get a place in one row, each another one', async ({ skip }) => {
  const stores = await openStores(await serverOrSkip(skip), 8);
  const since = performance.now();
  const waits = await Promise.all(
    stores.flatMap((store) => Array.from({ length: 5 }, () => store.reserveRequests('discord', 2, 100))),
  );
  const sorted = waits.toSorted((one, other) => one - other);
  const took = performance.now() - since;
  // Each has two places, so the next one's wait is 200 ms longer, less the time between the two questions.
  expect(sorted.at(-1)).toBeGreaterThanOrEqual(39 * 200 - took);
  expect(sorted.at(-1)).toBeLessThanOrEqual(39 * 200);
});

it('two planners of the same digests plan each once, completely', async ({ skip }) => {
  const stores = await openStores(await serverOrSkip(skip), 2);
  const [store] = stores;
  const channelIds = namesOf(60, 'channel');
  await subscribeAll(store, channelIds);
  await store.recordListing(listingOf('a/1', 'a/2', 'a/3'), noon);
  const random = seededRandom(2);
  const planners = stores.map((planner, index) => ({
    planner,
    papers: index === 0 ? ['a/1', 'a/2'] : ['a/2', 'a/3', 'a/1'],
    won: 0,
  }));
  const winners = new Map<string, readonly string[]>();
  const plan = async (by: (typeof planners)[number], channelId: string): Promise<void> => {
    const { planner, papers } = by;
    if (!(await planner.planDigest(planOf(papers.length, { channelId, papers })))) return;
    by.won += 1;
    winners.set(channelId, papers);
  };
  // Two channels at a time, because what one planner plans at once is one transaction.
  for (let from = 0; from < channelIds.length; from += 2) {
    const inOrder = random() < 0.5 ? planners : planners.toReversed();
    const group = channelIds.slice(from, from + 2);
    await Promise.all(inOrder.flatMap((by) => group.map((channelId) => plan(by, channelId))));
  }
  const wins = planners.map(({ won }) => won);
  expect((wins[0] ?? 0) + (wins[1] ?? 0)).toBe(channelIds.length);
  expect(Math.min(...wins), 'a race').toBeGreaterThan(0);
  for (const channelId of channelIds) {
    const expected = winners.get(channelId) ?? [];
    expect(await store.deliveries(channelId, '2026-03-02')).toHaveLength(expected.length);
    expect(await store.postedPapers(channelId, ['a/1', 'a/2', 'a/3'])).toEqual(new Set(expected));
  }
});

it('planners of different days never give a channel a paper twice', async ({ skip }) => {
  const stores = await openStores(await serverOrSkip(skip), 3);
  const [store] = stores;
  const channelIds = namesOf(20, 'channel');
  await subscribeAll(store, channelIds);
  await store.recordListing(listingOf('a/1'), noon);
  const plan = (planner: Store, date: string, channelId: string) =>
    planner.planDigest(planOf(1, { channelId, date, papers: ['a/1'] })).catch((error: unknown) => error);
  const dates = ['2026-03-02', '2026-03-03', '2026-03-04'];
  const outcomes = await Promise.all(
    channelIds.map((channelId) =>
      Promise.all(stores.map((planner, index) => plan(planner, dates[index] ?? '', channelId))),
    ),
  );
  for (const [index, channelId] of channelIds.entries()) {
    const failed = outcomes[index]?.filter((outcome) => outcome !== true);
    expect(failed).toHaveLength(2);
    for (const error of failed ?? []) expect(error).toMatchObject({ code: 'conflict' });
    const parts = await Promise.all(dates.map((date) => store.deliveries(channelId, date)));
    expect(parts.flat()).toHaveLength(1);
  }
});

it('subscribing, unsubscribing and restoring at once never exceed the cap, and no topic is there twice', async ({
  skip,
}) => {
  const stores = await openStores(await serverOrSkip(skip), 6);
  const [store] = stores;
  const random = seededRandom(5);
  const cap = 5;
  let changes = 0;
  let isOver = false;
  const add = async (by: Store): Promise<void> => {
    const channelId = `channel-${below(3, random)}`;
    const { kind } = await by.subscribe(request(`lake ${below(6, random)}`, { channelId, cap }));
    if (kind === 'created') changes += 1;
  };
  const remove = async (by: Store, id: number): Promise<void> => {
    if ((await by.unsubscribe('guild', id, noon)) === null) return;
    changes -= 1;
    if (random() < 0.3) return;
    const restored = await by.restoreSubscription('guild', id, cap);
    if (restored !== null && restored !== 'cap-reached') changes += 1;
  };
  const change = async (by: Store): Promise<void> => {
    const current = await by.subscriptions('guild');
    const chosen = current[below(current.length, random)];
    await (chosen === undefined || random() < 0.6 ? add(by) : remove(by, chosen.id));
  };
  const watch = async (): Promise<void> => {
    while (!isOver) {
      const seen = await store.subscriptions('guild');
      expect(seen.length).toBeLessThanOrEqual(cap);
      expect(new Set(seen.map(({ channelId, topic }) => `${channelId} ${topic}`)).size).toBe(seen.length);
    }
  };
  const work = async (by: Store): Promise<void> => {
    for (let round = 0; round < 25; round += 1) await change(by);
  };
  const watching = watch();
  await Promise.all(stores.map(work));
  isOver = true;
  await watching;
  expect(await store.subscriptions('guild')).toHaveLength(changes);
});

it('two pullers of the same listings make each paper news once, and no number of news appears late', async ({
  skip,
}) => {
  const [reader, ...pullers] = await openStores(await serverOrSkip(skip), 4);
  const ids = Array.from({ length: 240 }, (_, index) => `p/${index}`);
  const random = seededRandom(3);
  const shuffled = () => ids.map((id) => ({ id, at: random() })).toSorted((one, other) => one.at - other.at);
  /** A listing grows, and each puller sees its papers in another order. */
  const pull = async (puller: Store): Promise<void> => {
    const order = shuffled();
    for (const share of [0.3, 0.6, 1]) {
      const entries = order.slice(0, share * order.length).map(({ id }) => listed(inventedPaper(id)));
      await puller.recordListing(inventedListing(entries), noon);
    }
  };
  const seen: string[] = [];
  let last = 0;
  let isOver = false;
  const look = async (): Promise<void> => {
    for (const { paper, newsNumber } of await reader.newsAfter(last, 1_000)) {
      expect(newsNumber).toBeGreaterThan(last);
      last = newsNumber;
      seen.push(paper.id);
    }
  };
  const read = async (): Promise<void> => {
    while (!isOver) await look();
  };
  const reading = read();
  await Promise.all(pullers.map(pull));
  isOver = true;
  await reading;
  await look();
  expect(seen).toHaveLength(ids.length);
  expect(seen.toSorted()).toEqual(ids.toSorted());
  expect(await reader.counts()).toMatchObject({ papers: ids.length });
  expect((await reader.listing('arxiv', '2026-03-02'))?.counts.new).toBe(ids.length);
});

it('the server restarts in the middle of 200 verbs, and each happens completely, or not at all and says so', async ({
  skip,
}) => {
  const server = await serverOrSkip(skip);
  if (server.process === null) return skip('a server of somebody else is not restarted');
  const url = await server.newDatabase();
  const [store] = await openStores(server, 1, { url });
  const stores = await openStores(server, 2, { url, patienceMs: 100 });
  const channelIds = namesOf(100, 'channel');
  await subscribeAll(store, channelIds);
  await store.recordListing(listingOf('a/1', 'a/2'), noon);
  const random = seededRandom(200);
  const plan = planOf(2, { papers: ['a/1', 'a/2'], at: noon + dayMs });
  /** In the order in which they begin. */
  const verbs = channelIds.flatMap((channelId, index) => {
    const by = stores[index % 2] as Store;
    return [
      () => by.planDigest({ ...plan, channelId }),
      () => by.subscribe(request('tide', { guildId: 'second', channelId: `new-${channelId}`, cap: 1_000 })),
    ];
  });
  const begun: Promise<unknown>[] = [];
  const restart = async (): Promise<void> => {
    await server.process?.stop('SIGQUIT');
    await server.process?.start();
  };
  let restarting = Promise.resolve();
  for (const [index, verb] of verbs.entries()) {
    begun.push(verb().catch((error: unknown) => error));
    if (index === 80) restarting = restart();
    await sleep(below(6, random));
  }
  await restarting;
  const outcomes = await Promise.all(begun);
  const failed = outcomes.filter((outcome) => outcome instanceof Error);
  expect(failed.length).toBeGreaterThan(0);
  for (const error of failed) expect(error).toMatchObject({ name: 'StoreError', code: 'unreachable' });
  const subscribed = new Set((await store.subscriptions('second')).map(({ channelId }) => channelId));
  for (const [index, channelId] of channelIds.entries()) {
    const deliveries = await store.deliveries(channelId, plan.date);
    const posted = await store.postedPapers(channelId, ['a/1', 'a/2']);
    const { channel } = await store.digestInput(channelId);
    const isPlanned = channel.lastDigestAt !== null;
    expect([deliveries.length, posted.size]).toEqual(isPlanned ? [2, 2] : [0, 0]);
    expectTold(outcomes[2 * index], isPlanned);
    const isSubscribed = subscribed.has(`new-${channelId}`);
    expect((await store.channel(`new-${channelId}`)) !== null).toBe(isSubscribed);
    expectTold(outcomes[2 * index + 1], isSubscribed);
  }
});

/** Whether the caller of a verb knows what became of it. */
function expectTold(outcome: unknown, isThere: boolean): void {
  if (!(outcome instanceof StoreError)) expect(isThere).toBe(true);
  else if (!outcome.message.includes('may have happened')) expect(isThere, outcome.message).toBe(false);
}
