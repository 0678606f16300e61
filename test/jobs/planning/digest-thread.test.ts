import { afterEach, beforeEach, expect, it } from 'vitest';
import { planDueDigests } from '../../../src/jobs/planning/due-digests.ts';
import { createDigestThreads } from '../../../src/jobs/planning/thread/digest-thread.ts';
import type { Store } from '../../../src/store/store.ts';
import { hourMs, minuteMs } from '../../../src/time.ts';
import { type BotUnderTest, startBot } from '../../support/bot.ts';
import { inventPapers } from '../../support/invented-papers.ts';
import { scriptedArxiv } from '../../support/scripted-sources.ts';

/*
 * Digests that a thread makes are those that the bot makes itself: they are made of the same store, at the same moment.
 */

const topics = [
  'diffusion',
  'diffusion -lakes',
  '~"models that make pictures from noise"',
  'category:cs.LG diffusion',
  'volcanoes',
];
const channelIds = Array.from({ length: 24 }, (_, index) => `channel-${index + 1}`);
const date = '2026-06-12';
const posters = new Map([['slack', { compose: () => [{ text: 'a copy' }] }]] as const);

let bot: BotUnderTest;
beforeEach(async () => {
  bot = await startBot();
  await fill(bot);
});
afterEach(() => bot[Symbol.asyncDispose]());

async function fill({ subscribe, announce, pass }: BotUnderTest): Promise<void> {
  for (const [at, channelId] of channelIds.entries()) await subscribe(topics[at % topics.length] ?? '', channelId);
  await announce(inventPapers(30, 'diffusion'));
  pass(2 * hourMs + minuteMs);
}

const program = new URL('../../../src/app/digest-worker.ts', import.meta.url);
const failingProgram = new URL('failing-worker.ts', import.meta.url);

/** Plans the due digests of a bot, with a thread or without one. */
function planner(planned: BotUnderTest, given: { readonly program?: URL; readonly store?: Store } = {}) {
  const { store = planned.store } = given;
  const tools = { ...planned, store, sources: [scriptedArxiv], clock: planned.now, destinationPosters: posters };
  const threads = given.program && createDigestThreads({ ...tools, program: given.program, fewest: 20 });
  return (signal = new AbortController().signal) =>
    planDueDigests({ ...tools, ...(threads && { digestThreads: threads }) }, signal);
}

/** What is in the outbox, without the ids of rows. */
async function outbox({ store }: BotUnderTest) {
  const deliveries = await Promise.all(channelIds.map((channelId) => store.deliveries(channelId, date)));
  return deliveries.flat().map(({ id: _, ...rest }) => rest);
}

const states = () =>
  Promise.all(channelIds.map(async (channelId) => (await bot.store.digestRun(channelId, date))?.state));

it('makes the same digests as the bot itself', async () => {
  await using other = await startBot();
  await fill(other);
  await planner(bot, { program })();
  await planner(other)();
  expect(await states()).toContain('planned');
  expect(await outbox(bot)).toEqual(await outbox(other));
});

it('leaves the copies for destinations to the bot', async () => {
  const [channelId = ''] = channelIds;
  const { guildId } = bot;
  await bot.store.addDestination({ guildId, channelId, kind: 'slack', address: 'C1', userId: '1', at: bot.now() });
  await planner(bot, { program })();
  const [destination] = await bot.store.destinations(channelId);
  expect(destination?.last).toEqual({ date, state: 'planned', reason: null });
});

it('fails one channel without the others', async () => {
  const [broken = ''] = channelIds;
  const postedPapers: Store['postedPapers'] = async (channelId, ids) => {
    if (channelId === broken) throw new Error('its papers cannot be read');
    return await bot.store.postedPapers(channelId, ids);
  };
  await planner(bot, { program, store: { ...bot.store, postedPapers } })();
  expect((await bot.store.digestRun(broken, date))?.reason).toBe('its papers cannot be read');
  expect((await states()).filter((state) => state === 'failed')).toHaveLength(1);
  await planner(bot, { program })();
  expect(await states()).not.toContain('failed');
});

it('plans without a thread once a thread has failed', async () => {
  const plan = planner(bot, { program: failingProgram });
  await expect(plan()).rejects.toThrow('the thread that makes digests failed: it is out of order');
  const told = { level: 'error', event: 'planning.thread-failed', reason: 'it is out of order' };
  expect(bot.log.lines).toContainEqual(told);
  expect(await states()).toEqual(channelIds.map(() => undefined));
  await plan();
  expect(await states()).toContain('planned');
});

it('stops between two groups of digests, and keeps what is made', async () => {
  const stopping = new AbortController();
  const planDigest: Store['planDigest'] = (plan) => {
    stopping.abort();
    return bot.store.planDigest(plan);
  };
  await planner(bot, { program, store: { ...bot.store, planDigest } })(stopping.signal);
  await planner(bot, { program })();
  expect(await states()).not.toContain(undefined);
});
