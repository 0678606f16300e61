import { describe, expect, it } from 'vitest';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

it('`/papers search sort: newest` has falling dates over all of its pages', async () => {
  const dates = ['2026-06-01', '2019-02-03', '2026-06-11', '2024-12-31', '2026-05-20', '2026-06-10', '2025-01-01'];
  for (const day of [0, 1]) {
    const papers = dates.map((date, index) =>
      inventPaper({
        id: `2606.0${day}${String(index).padStart(3, '0')}`,
        title: `Diffusion ${day}.${index}`,
        publishedAt: `${date}T0${day}:00:00Z`,
      }),
    );
    await bot.announce(papers);
    bot.pass(dayMs);
  }
  let page = await bot.manager.run('/papers search', { query: 'diffusion', sort: 'newest' });
  const shown: string[] = [];
  for (;;) {
    shown.push(...(page.embeds[0]?.description?.match(/\d{4}-\d\d-\d\d/g) ?? []));
    if (!page.buttons.includes('Next')) break;
    page = await bot.manager.press(page, 'Next');
  }
  expect(shown).toEqual([...dates, ...dates].toSorted().reverse());
});

const search = async (query: string, more: object = {}) => {
  const { content, embeds } = await bot.manager.run('/papers search', { query, ...more });
  return { content, list: embeds[0]?.description ?? '' };
};

describe('what people type', () => {
  const title = 'LoRA: Low-Rank Adaptation of Large Language Models';
  const papers = [
    inventPaper({ id: '2606.00001', title, abstract: 'We freeze the weights of a model.' }),
    inventPaper({ id: '2606.00002', title: 'Editing the Weights of a Model', abstract: 'It is trained.' }),
    inventPaper({ id: '2606.00003', title: 'On Rivers', abstract: 'A large low river.' }),
  ];

  it('is answered as a pasted title with a colon', async () => {
    await bot.announce(papers);
    const { content, list } = await search(title);
    expect(content).toBe(
      '1 paper has all words of **lora low rank adaptation large language**. The other has some of them, best first.',
    );
    expect(list).toMatch(/^1\\\. .*2606\.00001/);
    expect(list).toMatch(/\n2\\\. .*2606\.00003/);
  });

  it('is answered as a question of which no paper has all words', async () => {
    await bot.announce(papers);
    const { content, list } = await search('How can I edit the weights of a trained model?');
    expect(content).toContain('No paper has all words of **how can i edit the weights of a trained model**.');
    expect(content).toContain('These have some of them');
    expect(list).toMatch(/^1\\\. .*2606\.00002/);
    expect(list).toContain('**Editing** the **Weights** of a');
  });

  it('is answered with broken signs of a query, and a line says how it was read', async () => {
    await bot.announce(papers);
    for (const query of ['(river', '"river', 'titel:rivers'])
      expect((await search(query)).content).toMatch(/-# I read this as plain words\. (This|There is) /);
    expect((await search('(river')).list).toContain('2606.00003');
    expect((await search('river')).content).not.toContain('plain words');
    expect((await search('Rivers: a large low one')).content).not.toContain('-#');
  });

  it('is answered as the id or address of a paper', async () => {
    await bot.announce(papers);
    for (const query of ['2606.00003', ' arXiv:2606.00003v2', 'https://arxiv.org/abs/2606.00003'])
      expect(await search(query)).toMatchObject({
        content: '1 paper on **id:2606.00003**.',
        list: expect.stringContaining('On Rivers'),
      });
    expect((await search('2606.99999')).content).toContain('No stored paper matches **id:2606.99999**.');
  });

  it('is answered in the singular where one paper has some of the words', async () => {
    await bot.announce(papers);
    expect((await search('zebra rivers')).content).toContain('This one has some of them.');
    expect((await search('large river')).content).toContain('The other has some of them, best first.');
  });

  it('is answered by meaning alone, and says what has no effect then', async () => {
    await bot.announce(papers);
    const sorted = async (query: string) => (await search(query, { sort: 'meaning' })).content;
    expect(await sorted('river')).toBe('The paper whose meaning is nearest to **river**.');
    expect(await sorted('about:"river"')).not.toContain('no effect');
    expect(await sorted('river -low')).toContain('fields, exclusions and other signs have no effect');
    expect(await sorted('we of the')).toMatch(/^No stored paper is near in meaning to .* Leave `sort` out/);
  });

  it('is refused where a sentence by meaning says nothing', async () => {
    for (const query of ['about:"we of the"', '~"zyxwvq qqqzzz"'])
      expect((await search(query)).content).toMatch(/^I cannot read this topic, at character/);
  });

  it('is refused only where words would not be what was asked for, or are missing', async () => {
    for (const query of ['cat:cs.XX', 'is:gone river', '-river', '...'])
      expect((await search(query)).content).toContain('I cannot read this topic');
  });

  it('has all words where enough papers do, and is not widened where a word is excluded or a field is named', async () => {
    await bot.announce(papers);
    const many = Array.from({ length: 9 }, (_, index) =>
      inventPaper({ id: `2606.0001${index}`, title: `River Deltas ${index}`, abstract: 'Nothing.' }),
    );
    await bot.announce(many);
    expect((await search('river delta')).content).toBe('9 papers on **river delta**: 1 to 8, best first.');
    expect((await search('river large -low')).content).toContain('No stored paper matches');
    expect((await search('title:river title:weights')).content).toContain('No stored paper matches');
  });

  it('pages through papers with some of the words', async () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      inventPaper({ id: `2606.001${10 + index}`, title: `River ${index}`, abstract: 'Nothing.' }),
    );
    await bot.announce(many);
    const first = await bot.manager.run('/papers search', { query: 'river xylophone' });
    expect(first.content).toContain('1 to 8');
    const second = await bot.manager.press(first, 'Next');
    const third = await bot.manager.press(second, 'Next');
    expect(third.content).toContain('17 to 20');
    expect(third.buttons).toEqual(['Previous', 'Share']);
  });
});

describe('`/papers search since`', () => {
  const dated = (index: number, publishedAt: string | null, title = `River ${index}`) =>
    inventPaper({ id: `2606.0${2000 + index}`, title, abstract: 'Nothing.', publishedAt });
  const announceRivers = async () => {
    const recent = Array.from({ length: 9 }, (_, index) => dated(index, `2026-06-0${index + 1}T10:00:00Z`));
    await bot.announce([...recent, dated(20, '2019-02-03T10:00:00Z'), dated(21, null)]);
  };

  it('lists only papers since that day, says so, and keeps it on all pages', async () => {
    await announceRivers();
    for (const sort of ['best', 'newest']) {
      const first = await bot.manager.run('/papers search', { query: 'river', since: '2026-06-01', sort });
      expect(first.content).toBe(`10 papers on **river**: 1 to 8, ${sort} first.\n-# Only papers since 2026-06-01.`);
      const second = await bot.manager.press(first, 'Next');
      expect(second.content).toBe(`10 papers on **river**: 9 to 10, ${sort} first.\n-# Only papers since 2026-06-01.`);
      const again = await bot.manager.press(second, 'Previous');
      expect(again.content).toBe(first.content);
      const shown = [first, second].map(({ embeds }) => embeds[0]?.description).join('\n');
      expect(shown).not.toContain('2019-02-03');
      expect(shown).toContain('2606.02021');
    }
  });

  it('takes a span, a month or a year', async () => {
    await announceRivers();
    bot.pass(Date.parse('2026-06-15T12:00:00Z') - bot.now());
    const sinceOf = async (since: string) => (await search('river', { since })).content.match(/since (\S+)\./)?.[1];
    expect(await sinceOf('7d')).toBe('2026-06-08');
    expect(await sinceOf('2 weeks')).toBe('2026-06-01');
    expect(await sinceOf('2026-05')).toBe('2026-05-01');
    expect(await sinceOf('2026')).toBe('2026-01-01');
  });

  it('finds nothing that is older, and says how to find it', async () => {
    await bot.announce([dated(1, '2019-02-03T10:00:00Z')]);
    const none = 'I found no paper on **river** since 2026-01-01. Leave `since` out to search all stored papers.';
    for (const sort of ['best', 'newest', 'meaning'])
      expect(await search('river', { since: '2026-01-01', sort })).toEqual({ content: none, list: '' });
    expect((await search('river', { since: '2019' })).list).toContain('2606.02001');
  });

  it('holds for titles and questions, and for papers of like meaning', async () => {
    await bot.announce([
      dated(1, '2026-06-02T10:00:00Z', 'Deltas of a River'),
      dated(2, '2019-02-03T10:00:00Z', 'Deltas and their Rivers'),
      dated(3, '2019-02-03T10:00:00Z', 'Streams and Estuaries'),
    ]);
    while (await bot.store.embedSome());
    const asked = { query: 'How do rivers form new deltas, estuaries and streams?', since: '2026' };
    for (const sort of ['best', 'meaning']) {
      const { content, embeds } = await bot.manager.run('/papers search', { ...asked, sort });
      expect(content).toContain('-# Only papers since 2026-01-01.');
      const shown = JSON.stringify(embeds);
      expect(shown).toContain('2606.02001');
      expect(shown).not.toMatch(/2606\.0200[23]/);
    }
  });

  it('is refused in the reader’s language where it is not a day up to today', async () => {
    await announceRivers();
    for (const since of ['soon', '2099-01-01', 'tomorrow'])
      expect((await search('river', { since })).content).toMatch(/^“.*” is not a day up to today that I can read\./);
    const reader = bot.person({ name: 'jana', locale: 'de' });
    const { content } = await reader.run('/papers search', { query: 'river', since: 'bald' });
    expect(content).toMatch(/^„bald“ ist kein Tag bis heute/);
    expect((await reader.run('/papers search', { query: 'river', since: '2026' })).content).toContain(
      '-# Nur Paper seit 2026-01-01.',
    );
  });

  it('suggests days', async () => {
    const names = (await bot.manager.complete('/papers search', 'since', 'week')).map(({ name }) => name);
    expect(names).toEqual(['week', '2 weeks']);
  });
});
