import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/papers/paper.ts';
import { dayMs } from '../../src/time.ts';
import { readBibtex } from '../citations/read-citations.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

type Reply = Awaited<ReturnType<typeof cite>>;
const cite = (options: Record<string, string>) => bot.manager.run('/papers cite', options);
/** The text that a person copies out of the answer. */
const copied = ({ content }: Reply): string => /```\n(.*)\n```/s.exec(content)?.[1] ?? '';
const fileOf = ({ message }: Reply) => {
  const [file] = message?.attachments ?? [];
  return { name: file?.filename, type: file?.contentType, text: Buffer.from(file?.data ?? []).toString('utf8') };
};

/** A digest of the channel with these papers, one day after another. */
async function deliver(...days: readonly (readonly Paper[])[]): Promise<void> {
  await bot.subscribe('kites');
  for (const papers of days) {
    await bot.announce(papers);
    bot.pass(dayMs);
    await bot.wake();
  }
}
const kite = (id: string, title = `Kites ${id}`) => inventPaper({ id, title });

describe('/papers cite', () => {
  it('cites one paper as BibTeX, privately, in a block to copy', async () => {
    await bot.announce([kite('2606.00001', 'Kites at dawn')]);
    const reply = await cite({ id: 'https://arxiv.org/abs/2606.00001v2' });
    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toMatch(/^1 paper as BibTeX:\n```\n@misc\{example2026kites,\n/);
    expect(readBibtex(copied(reply))).toMatchObject([{ title: 'Kites at dawn', eprint: '2606.00001', year: '2026' }]);
    expect(reply.message?.attachments).toEqual([]);
  });

  it('cites several in each format', async () => {
    await bot.announce(inventPapers(2, 'kites'));
    const id = 'arXiv: 2606.00001, 2606.00002 and 2606.00001';
    expect((await cite({ id })).content).toContain('2 papers as BibTeX:');
    expect(copied(await cite({ id, format: 'ris' })).match(/^TY {2}- UNPB/gm)).toHaveLength(2);
    expect(JSON.parse(copied(await cite({ id, format: 'csl-json' })))).toHaveLength(2);
    expect(copied(await cite({ id, format: 'plain' }))).toContain('“Invented kites, part 2”, arXiv 2606.00002 (2026).');
    expect(copied(await cite({ id, format: 'markdown' })).split('\n')).toHaveLength(2);
  });

  it('gives a file where the citations do not fit', async () => {
    await bot.announce(inventPapers(9, 'kites'));
    const id = inventPapers(9, '')
      .map((paper) => paper.id)
      .join(' ');
    const reply = await cite({ id });
    expect(reply.content).toBe('9 papers as BibTeX, in the file.');
    expect(reply.ephemeral).toBe(true);
    const file = fileOf(reply);
    expect(file).toMatchObject({ name: 'papers.bib', type: expect.stringContaining('application/x-bibtex') });
    expect(readBibtex(file.text)).toHaveLength(9);
    expect(fileOf(await cite({ id, format: 'csl-json' })).name).toBe('papers.json');
  });

  it('gives a file where a title would end the block', async () => {
    await bot.announce([kite('2606.00001', 'Kites ``` @everyone ```')]);
    const reply = await cite({ id: '2606.00001', format: 'plain' });
    expect(reply.content).toBe('1 paper as plain text, in the file.');
    expect(fileOf(reply).text).toContain('“Kites ``` @everyone ```”');
  });

  it('cites the papers of this channel’s digests over some days', async () => {
    await deliver([kite('2606.00001'), kite('2606.00002')], [kite('2606.00003')], [kite('2606.00004')]);
    const idsSince = async (days: Record<string, string>) =>
      readBibtex(copied(await cite(days))).map(({ eprint }) => eprint);
    expect(await idsSince({ since: '2026-06-13', format: 'bibtex' })).toEqual(['2606.00003', '2606.00004']);
    expect((await idsSince({ until: '2026-06-12' })).toSorted()).toEqual(['2606.00001', '2606.00002']);
    expect(await idsSince({ since: '2026-06-13', until: '2 days' })).toEqual(['2606.00003']);
    expect(await idsSince({ since: '2026-06' })).toHaveLength(4);
    expect(await idsSince({ since: '2026' })).toHaveLength(4);
    expect((await cite({ until: '2025' })).content).toContain('This channel got no papers');
    const elsewhere = bot.person({
      name: 'noor',
      channel: bot.discord.world.guild(bot.guildId).channelIds.values().toArray()[1] ?? '',
    });
    expect((await elsewhere.run('/papers cite', { since: '2026-06' })).content).toContain('This channel got no papers');
  });

  it('works in direct messages', async () => {
    await bot.announce([kite('2606.00001')]);
    const someone = bot.discord.person({ name: 'noor' });
    expect((await someone.run('/papers cite', { id: '2606.00001' })).content).toContain('@misc{example2026kites');
    expect((await someone.run('/papers cite', { since: '7 days' })).content).toContain('This channel got no papers');
  });

  it('cites what it finds, and names what it does not know', async () => {
    await bot.announce([kite('2606.00001')]);
    const reply = await cite({ id: '2606.00001 2606.99999' });
    expect(reply.content).toMatch(/^1 paper as BibTeX:/);
    expect(reply.content).toContain('I do not know `2606.99999`, and left that out.');
    expect((await cite({ id: '2606.99998 2606.99999' })).content).toContain(
      'I do not know `2606.99998` and `2606.99999`',
    );
    expect((await cite({ id: '2606.99999' })).content).toContain('I do not know the paper `2606.99999`');
  });

  it.each<[Record<string, string>, string]>([
    [{}, 'Say which papers'],
    [{ id: '2606.00001', since: 'today' }, 'Give either `id` or days, not both'],
    [{ id: 'kites' }, '“kites” is not an arXiv id'],
    [{ id: ' , ' }, 'is not an arXiv id'],
    [
      { id: Array.from({ length: 11 }, (_, index) => `2606.${10_000 + index}`).join(' ') },
      'at most 10 papers at a time, and you named 11',
    ],
    [{ since: 'soon' }, '“soon” is not a day up to today'],
    [{ since: '2026-06-13' }, '“2026-06-13” is not a day up to today'],
    [{ since: 'today', until: 'yesterday' }, 'The last day, 2026-06-11, is before the first one, 2026-06-12'],
    [{ since: '2027' }, '“2027” is not a day'],
  ])('refuses %j with a next step', async (options, text) => {
    const reply = await cite(options);
    expect(reply.content).toContain(text);
    expect(reply.content).toMatch(/Reference [\da-f]{8}$/);
  });

  it('suggests days', async () => {
    const names = async (typed: string) =>
      (await bot.manager.complete('/papers cite', 'since', typed)).map(({ name }) => name);
    expect(await names('')).toContain('2 weeks');
    expect(await names('week')).toEqual(['week', '2 weeks']);
  });

  it('states its limit where a channel has more papers', async () => {
    await bot.subscribe('kites');
    await bot.manager.run('/digest settings', { max: 25 });
    for (let day = 0; day < 41; day++) {
      const papers = Array.from({ length: 25 }, (_, index) =>
        kite(`2606.${String(10_000 + day * 25 + index)}`, `Kites of ${day} ${index}`),
      );
      const ids = papers.map(({ id }) => id);
      await bot.announce(papers);
      const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      const part = { json: '{"content":"kites"}', nonce: `kites-${day}` };
      await bot.store.planDigest({
        channelId: bot.channelId,
        date,
        papers: ids,
        parts: [part],
        consideredNewsNumber: 0,
        at: bot.now(),
      });
    }
    const reply = await cite({ until: 'today' });
    expect(reply.content).toContain(
      '1,000 papers as BibTeX, in the file.\nI cite 1,000 papers at a time: these are the first ones of 1,025.',
    );
    expect(fileOf(reply).text.match(/^@misc/gm)).toHaveLength(1_000);
  });

  it('answers in the language of the reader', async () => {
    await bot.announce([kite('2606.00001')]);
    const reader = bot.person({ name: 'jonas', locale: 'de' });
    expect((await reader.run('/papers cite', { id: '2606.00001' })).content).toMatch(/^1 Paper als BibTeX:/);
  });
});

describe('an answer with a file', () => {
  it('arrives after a deferral too', async () => {
    const { startBot } = await import('../support/bot.ts');
    await using slow = await startBot({ deferAfterMs: 0 });
    await slow.announce(inventPapers(9, 'kites'));
    const id = inventPapers(9, '')
      .map((paper) => paper.id)
      .join(' ');
    const reply = await (await slow.manager.run('/papers cite', { id })).answered();
    expect(fileOf(reply).name).toBe('papers.bib');
    expect(slow.discord.violations).toEqual([]);
  });
});
