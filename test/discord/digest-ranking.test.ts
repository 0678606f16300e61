import { describe, expect, it } from 'vitest';
import { noExtras } from '../../src/papers/paper.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const inTitle = inventPaper({ id: '2606.00001', title: 'Diffusion Models for Diffusion', abstract: 'Diffusion.' });
const voted = inventPaper({
  id: '2606.00002',
  title: 'Something Else',
  abstract: 'It compares itself with diffusion, at length, and then with everything else.',
  extras: { ...noExtras, upvotes: 3 },
});
const newest = inventPaper({
  id: '2606.00003',
  title: 'More',
  abstract: 'There is diffusion.',
  publishedAt: '2026-06-12',
});

/** The papers of the digest, in their order. */
async function digestWith(ranking?: string): Promise<readonly string[]> {
  await bot.subscribe('diffusion');
  if (ranking !== undefined) await bot.manager.run('/digest settings', { ranking });
  await bot.announce([voted, newest, inTitle]);
  bot.pass(dayMs);
  await bot.wake();
  return bot.discord.messages(bot.channelId).flatMap(({ embeds }) => embeds.map(({ url }) => url?.slice(-5) ?? ''));
}

describe('/digest settings ranking', () => {
  it('is relevance unless somebody changes it', async () => {
    expect((await digestWith())[0]).toBe('00001');
    expect((await bot.manager.run('/digest settings')).content).toContain('Order: Most relevant first');
  });

  it('puts the most upvotes first', async () => {
    expect((await digestWith('votes'))[0]).toBe('00002');
    expect((await bot.manager.run('/digest settings')).content).toContain('Order: Most upvotes first');
  });

  it('puts the newest first', async () => {
    expect((await digestWith('newest'))[0]).toBe('00003');
    expect((await bot.manager.run('/digest settings', { max: 5 })).content).toContain('Order: Newest first');
  });
});

describe('/digest why', () => {
  const why = async (paper: string) => (await bot.manager.run('/digest why', { paper })).embeds[0]?.description ?? '';

  it('tells the place of a paper that comes, and what decides it', async () => {
    await bot.subscribe('diffusion');
    await bot.announce([voted, newest, inTitle]);
    expect(await why('2606.00001')).toContain('Place 1 of 3, by relevance: 1st of 3 for **diffusion**.');
    expect(await why('2606.00002')).toMatch(
      /Place 2 of 3, by relevance: 2nd of 3 for \*\*diffusion\*\*\. 3 upvotes raise it 2\.0 times\./,
    );
    expect(await why('2606.00001')).toMatch(/“Diffusion” in the title; relevance \d+\.\d \(\d+\.\d is high\)/);
  });

  it('tells the place of a paper that was posted, and of how many', async () => {
    await bot.manager.run('/digest settings', { max: 2 });
    await digestWith('votes');
    expect(await why('2606.00002')).toContain(
      'Place 1 of 3. Digests here are ordered by upvotes; this paper has 3 upvotes.',
    );
    expect(await why('2606.00003')).toContain(
      'One of 3 papers that matched. Digests here are ordered by upvotes; this paper has 0 upvotes.',
    );
  });

  it('does not say that a digest was made by the ranking of today', async () => {
    await digestWith('votes');
    await bot.manager.run('/digest settings', { ranking: 'newest' });
    expect(await why('2606.00002')).toMatch(
      /Place 1 of 3\. Digests here are ordered by date; this paper (is of \d{4}-|has none)/,
    );
  });
});
