import { expect, it } from 'vitest';
import type { DestinationKind } from '../../src/digests/destination.ts';
import { createDeliverer } from '../../src/jobs/deliver.ts';
import { createDestinationSending } from '../../src/jobs/destination-sending.ts';
import type { DestinationPoster, PostOutcome } from '../../src/posting/poster.ts';
import { type BotUnderTest, startBot } from '../support/bot.ts';
import { inventPapers } from '../support/invented-papers.ts';

const { signal } = new AbortController();

/** A poster of destinations that gives the prepared answers, by address, and keeps what it was given. */
function scriptedPoster(answers: Readonly<Record<string, PostOutcome>> = {}) {
  const posted: { address: string; titles: unknown }[] = [];
  const poster: DestinationPoster = {
    compose(digest, { address }) {
      if (address === 'broken') throw new Error('it cannot be composed');
      return [{ titles: digest.items.map(({ paper }) => paper.title) }];
    },
    async post({ destination, payload }) {
      const address = destination?.address ?? '';
      posted.push({ address, titles: (payload as { titles: unknown }).titles });
      return answers[address] ?? { kind: 'sent', messageId: null, threadId: null };
    },
    find: async () => ({ kind: 'unreadable', reason: 'it cannot be read' }),
    waitMs: () => 0,
    atOnce: 2,
  };
  return { poster, posted };
}

/** A bot whose channel has destinations at these addresses, on the morning of a digest. */
async function startAddressed(posters: ReadonlyMap<DestinationKind, DestinationPoster>, addresses: readonly string[]) {
  const bot = await startBot({ destinationPosters: posters });
  await bot.subscribe('diffusion');
  const { guildId, channelId } = bot;
  for (const address of addresses)
    await bot.store.addDestination({ guildId, channelId, kind: 'slack', address, userId: '1', at: bot.now() });
  await bot.announce(inventPapers(2, 'diffusion'));
  bot.pass(3 * 3_600_000);
  return bot;
}

const toolsOf = ({ store, now: clock, log, lease }: BotUnderTest) => ({ store, clock, log, lease, random: () => 0.5 });

const sendingOf = (bot: BotUnderTest, posters: ReadonlyMap<DestinationKind, DestinationPoster>) =>
  createDestinationSending({ ...toolsOf(bot), signal, destinationPosters: posters });

const statesOf = async (bot: BotUnderTest) =>
  (await bot.store.destinations(bot.channelId)).map(({ address, last }) => [address, last?.state ?? null]);

it('a digest reaches each destination of its kind, whatever happens to the others and to the channel', async () => {
  const { poster, posted } = scriptedPoster({
    closed: { kind: 'blocked', reason: 'nobody is there' },
    slow: { kind: 'retry', delayMs: 60_000, reason: 'later', inDoubt: false },
    doubtful: { kind: 'uncertain', reason: 'no answer' },
  });
  const posters = new Map([['slack', poster]] as const);
  await using bot = await startAddressed(posters, ['broken', 'closed', 'slow', 'doubtful', 'open']);
  await bot.wake();
  expect(bot.discord.messages(bot.channelId)).toHaveLength(1);
  const [job] = sendingOf(bot, posters).jobs;
  await job?.run();
  expect(posted.map(({ address }) => address).toSorted()).toEqual(['closed', 'doubtful', 'open', 'slow']);
  const titles = inventPapers(2, 'diffusion').map(({ title }) => title);
  for (const one of posted) expect(one.titles).toEqual(titles.toReversed());
  expect(await statesOf(bot)).toEqual([
    ['broken', null],
    ['closed', 'blocked'],
    ['slow', 'retry'],
    ['doubtful', 'uncertain'],
    ['open', 'sent'],
  ]);
  expect(await bot.store.channel(bot.channelId)).toMatchObject({ blockedReason: null });
  expect(await bot.store.unnotifiedLosses(9)).toEqual([]);
  bot.pass(60_000);
  await job?.run();
  expect(posted.filter(({ address }) => address === 'slow')).toHaveLength(2);
});

it('a copy that was being sent when the process died is searched by its own poster', async () => {
  const { poster, posted } = scriptedPoster();
  const posters = new Map([['slack', poster]] as const);
  await using bot = await startAddressed(posters, ['one']);
  await bot.wake();
  await bot.store.claimDestinationDeliveries('dead', 'slack', bot.now(), 9);
  await createDeliverer({ ...toolsOf(bot), poster: bot.poster }).recover(signal);
  expect(await statesOf(bot)).toEqual([['one', 'sending']]);
  await createDeliverer({ ...toolsOf(bot), poster, kind: 'slack' }).recover(signal);
  expect(await statesOf(bot)).toEqual([['one', 'uncertain']]);
  expect(posted).toEqual([]);
});

it('a copy of a kind that the host has turned off counts as uncertain once the process that sent it is gone', async () => {
  const { poster } = scriptedPoster();
  await using bot = await startAddressed(new Map([['slack', poster]] as const), ['one']);
  await bot.wake();
  await bot.store.beginLease({ id: 'other', leaseMs: 3_600_000 });
  await bot.store.claimDestinationDeliveries('other', 'slack', bot.now(), 9);
  const { jobs } = sendingOf(bot, new Map());
  const run = async () => {
    for (const job of jobs) await job.run();
  };
  await run();
  expect(await statesOf(bot)).toEqual([['one', 'sending']]);
  await bot.store.endLease('other');
  await run();
  expect(await statesOf(bot)).toEqual([['one', 'uncertain']]);
});
