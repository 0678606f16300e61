import { afterEach, expect, it } from 'vitest';
import { type PaperSource, SourceError } from '../../../src/sources/source.ts';
import { type BotUnderTest, startBot } from '../../support/bot.ts';
import { inventPaper, inventPapers } from '../../support/invented-papers.ts';
import { postDigest } from '../actions/posted-digest.ts';
import { outcomeOf } from '../forged-requests.ts';

/** A source that knows one paper, and cannot be asked about others that begin with 2403. */
const source: PaperSource = {
  id: 'arxiv',
  name: 'arXiv',
  refreshMs: 0,
  datesToPull: () => [],
  pull: () => Promise.reject(new Error('nothing is listed')),
  probe: async () => {},
  lookUp: async (id) => {
    if (id.startsWith('2403.')) throw new SourceError('unreachable', 'no answer');
    return id === '2401.00001' ? inventPaper({ id, title: 'Known to a source' }) : null;
  },
};

let bot: BotUnderTest;
async function start(sources: readonly PaperSource[] = [source]) {
  bot = await startBot({ sources });
}
afterEach(async () => {
  expect(bot.discord.violations).toEqual([]);
  await bot[Symbol.asyncDispose]();
});

const menu = 'Save papers';
const idsOn = async (userId: string) =>
  (await bot.store.savedPapers(userId, { offset: 0, limit: 50 })).papers.map(({ paper }) => paper.id);

it('saves every paper that a message names, stored or known to a source, and says what it did not find', async () => {
  await start();
  await bot.announce(inventPapers(1, 'kites'));
  const said = bot.manager.say('Read 2606.00001, https://arxiv.org/abs/2401.00001v2, 2402.00001 and 2403.00001!');
  const reader = bot.person({ name: 'reader' });
  const reply = await reader.use(menu, said);
  expect(reply.ephemeral).toBe(true);
  expect(reply.content).toContain('Saved: 2 papers\n- [Invented kites, part 1]');
  expect(reply.content).toContain('- [Known to a source]');
  expect(reply.content).toContain('Not found: `2402.00001`');
  expect(reply.content).toContain('Not found, because arXiv cannot be asked at the moment: `2403.00001`');
  expect((await idsOn(reader.id)).toSorted()).toEqual(['2401.00001', '2606.00001']);
  await reader.press(reply, 'Undo');
  expect(await idsOn(reader.id)).toEqual([]);
});

it('reads the embeds of a digest, and its list', async () => {
  await start();
  const digest = await postDigest(bot, inventPapers(3, 'diffusion'));
  expect(digest.embeds).toHaveLength(3);
  expect((await bot.manager.use(menu, digest)).content).toContain('Saved: 3 papers');
});

it('works in direct messages', async () => {
  await start();
  await bot.announce(inventPapers(1, 'kites'));
  const alone = bot.discord.person({ name: 'alone' });
  const reply = await alone.use(menu, alone.say('arXiv:2606.00001', { in: alone.directChannel().id }));
  expect(reply.content).toContain('Saved [Invented kites, part 1]');
});

it.each([
  ['names no paper', 'Nothing to see here', 'names-no-paper', 'This message names no paper that I can read.'],
  ['names papers that nobody knows', '2402.00001 10.5555/x.1', 'unknown-paper', '`2402.00001`, `10.5555/x.1`'],
  ['names papers of a source that is down', '2403.00001', 'source-unreachable', 'arXiv cannot be asked'],
])('refuses a message that %s', async (_name, text, code, words) => {
  await start();
  const reply = await bot.manager.use(menu, bot.manager.say(text));
  expect(outcomeOf(bot, reply)).toBe(code);
  expect(reply.content).toContain(words);
});

it('takes the first 25 papers of a message, and looks up ten of those that are not stored', async () => {
  const asked: string[] = [];
  await start([
    {
      ...source,
      lookUp: async (id) => {
        asked.push(id);
        return null;
      },
    },
  ]);
  const papers = inventPapers(14, 'kites');
  await bot.announce(papers);
  const unknown = Array.from({ length: 20 }, (_, index) => `2402.${String(index + 1).padStart(5, '0')}`);
  const said = bot.manager.say([...papers.map(({ id }) => id), ...unknown].join(' '));
  const reply = await bot.manager.use(menu, said);
  expect(reply.content).toContain('Saved: 14 papers');
  expect(reply.content).toContain('The message names 34 papers. I took the first 25.');
  expect(reply.content).toContain('Not looked up, because a message gets 10 look-ups: `2402.00011`');
  expect(asked).toHaveLength(10);
});
