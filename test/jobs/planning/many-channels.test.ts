import { afterEach, beforeEach, expect, it } from 'vitest';
import { planDueDigests } from '../../../src/jobs/planning/due-digests.ts';
import type { Paper } from '../../../src/papers/paper.ts';
import type { DigestPlan } from '../../../src/store/outbox.ts';
import type { Store } from '../../../src/store/store.ts';
import { hourMs, minuteMs } from '../../../src/time.ts';
import { type BotUnderTest, startBot } from '../../support/bot.ts';
import { inventPaper, inventPapers } from '../../support/invented-papers.ts';
import { scriptedHuggingFace } from '../../support/scripted-sources.ts';

const channelIds = Array.from({ length: 12 }, (_, index) => `channel-${index + 1}`);
const date = '2026-06-12';

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBot();
  for (const channelId of channelIds) await bot.subscribe('diffusion', channelId);
  await bot.announce(inventPapers(3, 'diffusion'));
  bot.pass(2 * hourMs + minuteMs);
});
afterEach(() => bot[Symbol.asyncDispose]());

const plan = (store: Store, sources = [] as readonly (typeof scriptedHuggingFace)[], signal = never) =>
  planDueDigests({ ...bot, store, sources, clock: bot.now }, signal);
const never = new AbortController().signal;

/** The store, with another way to plan a digest. */
const planningBy = (planDigest: Store['planDigest']): Store => ({ ...bot.store, planDigest });

const states = () =>
  Promise.all(channelIds.map(async (channelId) => (await bot.store.digestRun(channelId, date))?.state));

it('plans the digests of several channels in one turn of the event loop, so that they share a commit', async () => {
  let open = 0;
  let mostOpen = 0;
  const counted = async (given: DigestPlan) => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    const isNew = await bot.store.planDigest(given);
    open -= 1;
    return isNew;
  };
  await plan(planningBy(counted));
  expect(await states()).toEqual(channelIds.map(() => 'planned'));
  expect(mostOpen).toBeGreaterThan(1);
});

it('renders digests in different turns of the event loop if each takes long', async () => {
  let turns = 0;
  const countTurns = () => {
    turns += 1;
    counting = setImmediate(countTurns);
  };
  let counting = setImmediate(countTurns);
  const renderedIn: number[] = [];
  const compose: typeof bot.poster.compose = (digest) => {
    renderedIn.push(turns);
    const startedAt = performance.now();
    while (performance.now() - startedAt < 12);
    return bot.poster.compose(digest);
  };
  const tools = { ...bot, poster: { ...bot.poster, compose }, sources: [], clock: bot.now };
  await planDueDigests(tools, never);
  clearImmediate(counting);
  expect(renderedIn).toHaveLength(channelIds.length);
  expect(new Set(renderedIn).size).toBe(channelIds.length);
});

it('fails one channel without the others of its commit', async () => {
  const [broken = ''] = channelIds;
  const failing = async (given: DigestPlan) =>
    bot.store.planDigest(given.channelId === broken ? { ...given, papers: ['2606.99999'] } : given);
  await plan(planningBy(failing));
  expect(await states()).toEqual(channelIds.map((channelId) => (channelId === broken ? 'failed' : 'planned')));
  await plan(bot.store);
  expect(await states()).toEqual(channelIds.map(() => 'planned'));
});

it('fails a channel that cannot be read without the others that are read with it', async () => {
  const [broken = ''] = channelIds;
  const store: Store = {
    ...bot.store,
    digestInputs: async (ids) => (ids.includes(broken) ? refuse() : await bot.store.digestInputs(ids)),
    digestInput: async (id) => (id === broken ? refuse() : await bot.store.digestInput(id)),
  };
  await plan(store);
  expect(await states()).toEqual(channelIds.map((channelId) => (channelId === broken ? 'failed' : 'planned')));
  expect((await bot.store.digestRun(broken, date))?.reason).toBe('its marks cannot be read');
});

const refuse = (): never => {
  throw new Error('its marks cannot be read');
};

it('gives each channel a work once if its papers turn out to be one while the digests wait to be stored', async () => {
  const paper = inventPaper({ title: 'The diffusion of small lakes', id: '2606.00090' });
  const double = { ...paper, id: '10.1101/2026.06.01.700090', describedBy: 'biorxiv' };
  const list = (each: Paper) => {
    const listing = { source: each.describedBy, date, skipped: [], etags: {}, isPartial: false };
    return bot.store.recordListing({ ...listing, entries: [{ paper: each, announceType: 'new' }] }, bot.now());
  };
  await list({ ...paper, title: 'Another diffusion of lakes' });
  await list(double);
  const [lucky = '', ...others] = channelIds;
  let retitling: Promise<unknown> | undefined;
  const interrupted = async (given: DigestPlan) => {
    retitling ??= list({ ...paper, version: 2 });
    await retitling;
    const papers = given.channelId === lucky ? given.papers.filter((id) => id !== double.id) : given.papers;
    return await bot.store.planDigest({ ...given, papers });
  };
  await plan(planningBy(interrupted));
  expect(await states()).toEqual(['planned', ...others.map(() => 'failed')]);
  await plan(bot.store);
  expect(await states()).toEqual(channelIds.map(() => 'planned'));
  for (const channelId of channelIds)
    expect((await bot.store.postedPapers(channelId, [paper.id, double.id])).size).toBe(1);
});

it('matches nothing after a stop', async () => {
  const stopping = new AbortController();
  const stopped: Store = {
    ...bot.store,
    digestInputs: (given) => {
      stopping.abort();
      return bot.store.digestInputs(given);
    },
    newsAfter: () => {
      throw new Error('news was read after the stop');
    },
  };
  await plan(stopped, [], stopping.signal);
  expect(await states()).toEqual(channelIds.map(() => undefined));
});

it('lets many channels wait for a source, and plans them when it has published', async () => {
  await plan(bot.store, [scriptedHuggingFace]);
  expect(await states()).toEqual(channelIds.map(() => 'waiting'));
  await bot.store.recordListing(
    { source: 'huggingface', date, entries: [], skipped: [], etags: {}, isPartial: false },
    bot.now(),
  );
  await plan(bot.store, [scriptedHuggingFace]);
  expect(await states()).toEqual(channelIds.map(() => 'planned'));
});
