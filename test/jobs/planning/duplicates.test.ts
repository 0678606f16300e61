import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Paper } from '../../../src/papers/paper.ts';
import { dayMs, utcDate } from '../../../src/time.ts';
import { type BotUnderTest, startBot } from '../../support/bot.ts';
import { inventPaper } from '../../support/invented-papers.ts';

const works = ['small lakes', 'large lakes', 'salt lakes'].map((lakes, index) => {
  const title = `The tides of ${lakes}`;
  return [
    inventPaper({ title, id: `2606.0000${index}` }),
    inventPaper({ title, id: `10.1101/2026.06.01.70000${index}`, describedBy: 'biorxiv' }),
    inventPaper({ title, id: `10.5555/tides.${index}`, doi: `10.5555/tides.${index}`, describedBy: 'crossref' }),
  ];
});
const papers = works.flat();
const workOf = (id: string): number => works.findIndex((work) => work.some((paper) => id.includes(paper.id)));

async function announce(bot: BotUnderTest, paper: Paper): Promise<void> {
  const entries = [{ paper, announceType: 'new' as const }];
  const listing = { source: paper.describedBy, date: utcDate(bot.now()), entries, skipped: [], etags: {} };
  await bot.store.recordListing({ ...listing, isPartial: false }, bot.now());
}

/** The papers in the order of their announcement, and on which of some days each of them is announced. */
const anyDays = fc
  .shuffledSubarray(papers, { minLength: 3 })
  .chain((order) => fc.tuple(fc.constant(order), fc.array(fc.nat(4), { minLength: order.length, maxLength: 9 })));

it('each channel gets each work once, as soon as one of its papers matches, in whatever order places announce it', async () => {
  const property = fc.asyncProperty(anyDays, async ([order, days]) => {
    await using bot = await startBot();
    const other = [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';
    await bot.subscribe('tides');
    await bot.subscribe('tides source:crossref', other);
    const postedIn = (channelId: string) =>
      bot.discord.messages(channelId).flatMap(({ embeds }) => embeds.map(({ url = '' }) => workOf(url)));
    const announced = { all: new Set<number>(), journals: new Set<number>() };
    for (let day = 0; day <= 4; day++) {
      for (const paper of order.filter((_, index) => days[index] === day)) {
        await announce(bot, paper);
        announced.all.add(workOf(paper.id));
        if (paper.describedBy === 'crossref') announced.journals.add(workOf(paper.id));
      }
      bot.pass(dayMs);
      await bot.wake();
      expect(postedIn(bot.channelId).toSorted()).toEqual([...announced.all].toSorted());
      expect(postedIn(other).toSorted()).toEqual([...announced.journals].toSorted());
    }
    expect(bot.discord.violations).toEqual([]);
  });
  await fc.assert(property, { numRuns: 8, seed: 45 });
}, 60_000);
