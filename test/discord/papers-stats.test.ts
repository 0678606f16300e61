import { describe, expect, it } from 'vitest';
import { noExtras, type Paper } from '../../src/papers/paper.ts';
import { dayMs, utcDate } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { inkOf } from '../support/png.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

let number = 0;
const paper = (title: string, known: Partial<Paper> = {}): Paper => {
  number += 1;
  return inventPaper({ id: `2606.${String(number).padStart(5, '0')}`, title, ...known });
};
type Reply = Awaited<ReturnType<typeof stats>>;
const stats = (options: Record<string, string> = {}) => bot.manager.run('/papers stats', options);
/** All pictures of an answer: the one of the first message, and those of the messages after it. */
const picturesOf = (reply: Reply) =>
  [reply.message, ...reply.followUps].flatMap((message) => message?.attachments ?? []);
const lastPictures = async (reply: Reply) => picturesOf(await reply.followedUp(1));

/** Three days with papers on kites: 2, 0 and 1, and one on tides each day. */
async function fill(): Promise<void> {
  await bot.announce([
    paper('Kites rise'),
    paper('Kites sink', { authors: ['Ada Example'] }),
    paper('Tides', { categories: ['physics.ao-ph'] }),
  ]);
  bot.pass(2 * dayMs);
  await bot.announce([paper('Kites & <b>ropes</b>', { categories: ['cs.CL'] }), paper('Tides again')]);
}

describe('/papers stats', () => {
  it('shows a topic in two pictures with their numbers in words, privately', async () => {
    await fill();
    const reply = await stats({ topic: 'kites' });
    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toBe(
      '**kites**: 3 papers in the last 3 days, 1.5 a day.\nMost are in cs.LG (2) and cs.CL (1).',
    );
    const [days, names, ...others] = await lastPictures(reply);
    expect(others).toEqual([]);
    expect(days).toMatchObject({ filename: 'papers-a-day.png', contentType: 'image/png' });
    expect(days?.description).toBe(
      'kites: 3 papers in 3 days. Bars: papers a day from 12 Jun to 14 Jun, 1.5 a day: 2, 0, 1.',
    );
    expect(names?.filename).toBe('categories-and-authors.png');
    expect(names?.description).toBe(
      'kites: 3 papers in 3 days. Primary categories: cs.LG Machine Learning 2; cs.CL Computation and Language 1. Authors: Ada Example 3; Ben Sample 2.',
    );
    for (const picture of [days, names]) expect(inkOf(picture?.data ?? new Uint8Array())).toBeGreaterThan(2_000);
  });

  it('shows the topics of the channel, each in a row', async () => {
    await fill();
    await bot.subscribe('kites');
    await bot.subscribe('tides');
    const reply = await stats({ window: 'week' });
    expect(reply.content).toContain('**Topics of this channel**: 5 papers in the last 7 days, 2.5 a day.');
    const [days] = await lastPictures(reply);
    expect(days?.description).toContain('for each topic: kites 1.5 a day; tides 1 a day.');
    for (const topic of ['a1', 'b1', 'c1', 'd1', 'e1', 'f1']) await bot.subscribe(topic);
    expect((await stats()).content).toContain('This channel has 1 more topic, which is counted and not drawn.');
  });

  it('shows all papers where there is no topic, as in direct messages', async () => {
    await fill();
    expect((await stats()).content).toContain('**All papers**: 5 papers in the last 3 days, 2.5 a day.');
    const someone = bot.discord.person({ name: 'noor' });
    const reply = await someone.run('/papers stats', { topic: 'tides' });
    expect(reply.content).toContain('**tides**: 2 papers');
    expect(await lastPictures(reply)).toHaveLength(2);
  });

  it('adds the upvotes of its papers, day by day', async () => {
    const picked = (title: string, upvotes: number) => paper(title, { extras: { ...noExtras, upvotes } });
    const [kite, tide] = [picked('Kites rise', 4), picked('Tides', 50)];
    await bot.announce([kite, tide]);
    for (const upvotes of [4, 20]) {
      const entries = [kite, tide].map((each) => ({
        paper: { ...each, extras: { ...each.extras, upvotes: upvotes * (each === kite ? 1 : 10) } },
        announceType: 'pick' as const,
      }));
      const listing = {
        source: 'huggingface',
        date: utcDate(bot.now()),
        entries,
        skipped: [],
        etags: {},
        isPartial: false,
      };
      await bot.store.recordListing(listing, bot.now());
      bot.pass(dayMs);
    }
    await bot.announce([paper('Kites sink')]);
    const [days] = await lastPictures(await stats({ topic: 'kites' }));
    expect(days?.description).toMatch(/Curve: upvotes a day on Hugging Face, \d+ in total: [\d, ]+\.$/);
    const total = Number(/(\d+) in total/.exec(days?.description ?? '')?.[1]);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThanOrEqual(20);
  });

  it('says in a sentence that nothing matches', async () => {
    expect((await stats()).content).toContain('I have no papers of the last 30 days yet.');
    await fill();
    const nothing = await stats({ topic: '"purple `rain`" cat:cs.CV', window: 'week' });
    expect(nothing.content).toContain('was announced in the last 7 days. Try a longer window, or `/papers search`.');
    expect(picturesOf(nothing)).toEqual([]);
    await bot.subscribe('purple rain');
    expect((await stats()).content).toContain(
      'No paper on the topics of this channel was announced in the last 30 days.',
    );
    expect((await stats({ topic: '(kites' })).content).toContain('(kites');
  });

  it('is whole without a picture if it cannot be drawn, and the log says why', async () => {
    const { startBot } = await import('../support/bot.ts');
    const pictures = { draw: () => Promise.reject(new Error('no fonts')) };
    await using poor = await startBot({ pictures });
    await poor.announce([paper('Kites')]);
    const reply = await poor.manager.run('/papers stats', { topic: 'kites' });
    expect(reply.content).toMatch(
      /^\*\*kites\*\*: 1 paper .*\n.*\n-# The picture is missing, because it could not be drawn\./,
    );
    expect(picturesOf(reply)).toEqual([]);
    expect(poor.log.lines).toContainEqual(expect.objectContaining({ event: 'picture.failed', level: 'warn' }));
  });

  it('stays within the limits of Discord with long texts', async () => {
    const long = 'kites '.repeat(200).trim();
    const authors = Array.from({ length: 5 }, (_, index) => `${'Écrivain'.repeat(60)} ${index}`);
    await bot.announce([paper(long, { authors })]);
    const reply = await stats({ topic: 'kites', window: 'quarter' });
    const [, names] = await lastPictures(reply);
    expect(names?.description?.length).toBeLessThanOrEqual(1_024);
    expect(names?.description?.match(/ÉcrivainÉcrivain[^;]*… 1/g)).toHaveLength(5);
    expect(bot.discord.violations).toEqual([]);
  });

  it('answers in the language of the reader', async () => {
    await fill();
    const reader = bot.person({ name: 'jonas', locale: 'de' });
    const reply = await reader.run('/papers stats', { topic: 'kites' });
    expect(reply.content).toContain('**kites**: 3 Paper in den letzten 3 Tagen, 1,5 am Tag.');
    expect(picturesOf(reply)[0]?.description).toContain('Paper am Tag vom 12. Juni bis 14. Juni');
  });
});
