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
    expect(third.buttons).toEqual(['Previous']);
  });
});
