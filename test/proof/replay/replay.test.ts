import { describe, expect, it } from 'vitest';
import type { LifeParts } from '../life.ts';
import { wallClock } from './clocks.ts';
import { expectedDigests } from './expectation.ts';
import type { Crash, ReplayPlan, TroubleKind } from './replay-plan.ts';
import { runReplay } from './replay-run.ts';
import { replayRow, replayTable } from './replay-table.ts';
import { inventedReplay } from './replays.ts';
import { type Fault, judge } from './verdict.ts';

/** Enough for the clocks of all zones to change. `npm run proof` replays ninety. */
const suiteDays = 60;
const days = Number(process.env['REPLAY_DAYS'] ?? suiteDays);
/** A seed whose digests on the days of clock changes are not quiet. */
const suiteSeed = 9;
const seed = Number(process.env['REPLAY_SEED'] ?? suiteSeed);

describe('sixty days, a crash a day', () => {
  const plan = inventedReplay.plan({ days: suiteDays, seed: suiteSeed });

  it('contain the usual events', () => {
    const kinds = new Set(plan.troubles.map(({ source, kind }) => `${source} ${kind}`));
    const arxivKinds: TroubleKind[] = ['stale', 'half-stale', 'unrenewed', '429', '503', 'page'];
    for (const kind of arxivKinds) expect(kinds).toContain(`arxiv ${kind}`);
    for (const kind of ['429', '503', 'page']) expect(kinds).toContain(`huggingface ${kind}`);
    const entries = [...plan.announcements.values()].flat();
    for (const kind of ['new', 'cross', 'replacement'])
      expect(entries.some(({ listing }) => listing === kind)).toBe(true);
    expect(plan.announcements.has('2026-09-08'), 'a holiday').toBe(false);
    expect(plan.announcements.has('2026-09-12'), 'a weekend').toBe(false);
    const growing = Map.groupBy(plan.picks, ({ date }) => date);
    expect(Math.max(...[...growing.values()].map(({ length }) => length)), 'steps of a growing list').toBe(4);
    expect(plan.crashes.length).toBeGreaterThan(suiteDays - 5);
  });

  it.each([
    ['Europe/Berlin', 'back', '02:00', '01:00', '2026-10-25'],
    ['America/New_York', 'back', '20:00', '19:00', '2026-11-01'],
    ['Australia/Lord_Howe', 'forward', '10:30', '11:00', '2026-10-04'],
  ])('in which the clocks of %s change %s', (zone, _way, before, after, changed) => {
    const wallAt = (day: string) => wallClock(zone, Date.parse(`${day}T00:00Z`)).slice(11);
    expect([wallAt(plan.start), wallAt('2026-12-03')]).toEqual([before, after]);
    const [channel, digests = []] = [...expectedDigests(plan)].find(([{ zone: own }]) => own === zone) ?? [];
    expect(digests.find(({ day }) => day === changed)?.papers.size, `digest of ${channel?.name}`).toBeGreaterThan(0);
  });

  it('bring each paper once, in the digest of its day, and no digest on quiet days', async () => {
    const replayed = inventedReplay.plan({ days, seed });
    const verdict = judge(replayed, await runReplay(replayed, { death: 'thread' }));
    process.stdout.write(replayTable([replayRow(inventedReplay.name, verdict)]));
    expect(verdict.faults).toEqual([]);
    // A crash waits until there is a message to interrupt. The last crashes may not find one.
    expect(verdict.crashes).toBeGreaterThan(replayed.crashes.length - 4);
    for (const count of [verdict.digests, verdict.quiet, verdict.papers, verdict.late])
      expect(count).toBeGreaterThan(days / 10);
  }, 600_000);
});

/** The replay finds each of these built-in bugs. */
describe('the replay notices a bot that', () => {
  const plan = inventedReplay.plan({ days: 12, seed: suiteSeed });
  const dyingAt = (point: number): ReplayPlan => {
    const crash = { among: 'sends', point, awayMs: 240_000 } satisfies Partial<Crash>;
    return { ...plan, crashes: plan.crashes.map(({ from }) => ({ from, ...crash })) };
  };
  const flaws: readonly [string, ReplayPlan, Fault['kind'], (parts: LifeParts) => LifeParts][] = [
    [
      'does not look before it sends again',
      dyingAt(2),
      'duplicate',
      ({ poster, ...parts }) => ({
        ...parts,
        poster: {
          ...poster,
          find: async () => ({ kind: 'absent' }),
          post: (delivery) => poster.post({ ...delivery, inDoubt: false }),
        },
      }),
    ],
    ['marks before it sends', dyingAt(1), 'miss', ({ store, ...parts }) => ({ ...parts, store: markingFirst(store) })],
    [
      'requests a list only once and does not see it grow',
      plan,
      'miss',
      ({ sources, ...parts }) => ({
        ...parts,
        sources: sources.map((source) => ({
          ...source,
          datesToPull: (now) => source.datesToPull(now).slice(-1),
          refreshMs: Number.POSITIVE_INFINITY,
        })),
      }),
    ],
    [
      'waits for no source',
      plan,
      'time',
      ({ sources, ...parts }) => ({ ...parts, sources: sources.map((source) => ({ ...source, expects: () => null })) }),
    ],
    [
      'treats new versions as news',
      plan,
      'other-day',
      ({ store, ...parts }) => ({ ...parts, store: takingVersionsForNews(store) }),
    ],
  ];

  it.each(flaws)(
    '%s',
    async (_name, flawed, kind, flaw) => {
      const { faults } = judge(flawed, await runReplay(flawed, { death: 'thread', flaw }));
      expect(faults.map((fault) => fault.kind)).toContain(kind);
    },
    120_000,
  );

  it('and passes without a bug', async () => {
    for (const flawless of [dyingAt(1), dyingAt(2)]) {
      expect(judge(flawless, await runReplay(flawless, { death: 'thread' })).faults).toEqual([]);
    }
  }, 120_000);
});

type Store = LifeParts['store'];

/** The store with one verb replaced. */
const withVerb = <Name extends keyof Store>(store: Store, name: Name, verb: Store[Name]): Store =>
  new Proxy(store, { get: (target, asked) => (asked === name ? verb : Reflect.get(target, asked)) });

/** Settles each claimed part as sent in advance, and ignores the real outcome. */
const markingFirst = (store: Store): Store =>
  withVerb(
    withVerb(store, 'settleDelivery', async () => true),
    'claimDeliveries',
    async (workerId, now, limit) => {
      const claimed = await store.claimDeliveries(workerId, now, limit);
      for (const { id } of claimed)
        await store.settleDelivery(workerId, id, { state: 'sent', messageId: null, at: now });
      return claimed;
    },
  );

const takingVersionsForNews = (store: Store): Store =>
  withVerb(store, 'recordListing', (listing, at) => {
    const entries = listing.entries.map((entry) => ({ ...entry, announceType: 'new' as const }));
    return store.recordListing({ ...listing, entries }, at);
  });
