import { expect, it } from 'vitest';
import { leftOutAtMost } from '../../src/digests/digest.ts';
import { dayMs, utcDate } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';
import { postDigest } from './actions/posted-digest.ts';
import { outcomeOf } from './forged-requests.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

/** Posts a digest that shows two of the papers, and returns its message. */
async function postShort(papers = inventPapers(12, 'diffusion')) {
  await bot.subscribe('diffusion');
  await bot.manager.run('/digest settings', { max: 2 });
  return await postDigest(bot, papers);
}

const rest = 'Show the rest (10)';
const linksIn = (text = ''): readonly string[] => Array.from(text.matchAll(/abs\/(2606\.\d{5})/g), ([, id = '']) => id);

it('lists the papers over the maximum privately, page by page, in the order of the digest, each with its reason', async () => {
  const digest = await postShort();
  expect(digest.content).toContain('The best 2 of 12 new papers');
  expect(digest.content).not.toContain('/papers search');
  const reader = bot.person({ name: 'reader' });
  const first = await reader.press(digest, rest);
  expect(first.ephemeral).toBe(true);
  expect(first.content).toBe('10 papers matched as well, and did not fit into the digest of Friday 12 June 2026.');
  expect(first.buttons).toEqual(['Next']);
  const text = first.embeds[0]?.description ?? '';
  expect(text).toMatch(/^3\\\. \[Invented \*\*diffusion\*\*, part \d+\]/);
  expect(text.match(/-# Matches diffusion: “diffusion” in the title/g)).toHaveLength(8);
  const second = await reader.press(first, 'Next');
  expect(second.embeds[0]?.description).toMatch(/^11\\\. /);
  expect(second.buttons).toEqual(['Previous']);
  const shown = linksIn(digest.embeds.map(({ url }) => url).join(' '));
  const others = [text, second.embeds[0]?.description].flatMap(linksIn);
  expect(new Set([...shown, ...others]).size).toBe(12);
  const again = await reader.press(second, 'Previous');
  expect(again.embeds).toEqual(first.embeds);
});

it('is not offered where the digest has every paper', async () => {
  const digest = await postDigest(bot, inventPapers(2, 'diffusion'));
  await expect(bot.manager.press(digest, rest)).rejects.toThrow('There is no button');
});

it('has the best of very many, and says how many there were', async () => {
  const digest = await postShort(inventPapers(leftOutAtMost + 12, 'diffusion'));
  const reply = await bot.manager.press(digest, `Show the rest (${leftOutAtMost})`);
  expect(reply.content).toBe(
    '210 papers matched as well, and did not fit into the digest of Friday 12 June 2026.\n-# The best 200 of them are listed.',
  );
});

it('finds papers under their present ids, and names those that are gone or match no longer', async () => {
  const digest = await postShort([
    ...inventPapers(2, 'diffusion diffusion diffusion'),
    inventPaper({ id: '2606.00031', title: 'On diffusion' }),
    inventPaper({ id: '2606.00032', title: 'Diffusion of gulls' }),
  ]);
  await bot.announce([inventPaper({ id: '2606.00032', title: 'Dispersal of gulls', version: 2 })], 'replace');
  const reply = await bot.manager.press(digest, 'Show the rest (2)');
  const [one = '', other = ''] = reply.embeds[0]?.description?.split(/\n(?=\d)/) ?? [];
  expect([one, other].toSorted().join('\n')).toContain('Dispersal of gulls');
  expect(reply.embeds[0]?.description).toContain('It matches no topic of the channel any more.');
});

it('says so once it is forgotten which papers they were', async () => {
  const digest = await postShort();
  const at = bot.now() + 60 * dayMs;
  const old = bot.now() - 60 * dayMs;
  const limits = { papersBefore: old, runsBefore: old, upvotesBefore: old, listingsBefore: utcDate(old) };
  while (!(await bot.store.pruneSome({ ...limits, deliveriesBefore: utcDate(at) })).isDone);
  const reply = await bot.manager.press(digest, rest);
  expect(reply.content).toContain('I no longer know which papers this digest left out');
  expect(outcomeOf(bot, reply)).toBe('rest-forgotten');
});
