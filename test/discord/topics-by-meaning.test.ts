import { describe, expect, it } from 'vitest';
import { keptTable, openMeaning, withoutMeaning } from '../../src/meaning/meaning.ts';
import { MeaningTableError } from '../../src/meaning/meaning-table.ts';
import type { Paper } from '../../src/papers/paper.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { meaning } from '../support/shipped-meaning.ts';

const asked = 'editing the weights of a trained model';

/** Papers that are less and less about the sentence. */
const texts: readonly (readonly [title: string, abstract: string])[] = [
  ['Editing the weights of trained models', 'We edit the weights of a trained neural network model.'],
  ['Model editing at scale', 'Editing the parameters of a pretrained language model changes what it recalls.'],
  ['Knowledge editing', 'We update single weights of a transformer, so that the model forgets a fact.'],
  ['Fine-tuning few parameters', 'Adapters train a low-rank update of the weights of a frozen model.'],
  ['Pruning of networks', 'Small weights of a neural network are removed without training.'],
  ['A survey of language models', 'We review pretrained transformers and their uses.'],
  ['Learning from graphs', 'A graph network learns from its neighbours.'],
  ['Tides of two moons', 'We observe the tides of a lake for a year.'],
];
const papers: readonly Paper[] = texts.map(([title, abstract], index) =>
  inventPaper({ id: `2605.${String(index + 1).padStart(5, '0')}`, title, abstract }),
);

/** A text without marks of highlights, and without the backslashes that escape what users typed. */
const plain = (text: string): string => text.replaceAll(/\*\*|\\/g, '');
const bare = ({ content }: Reply): string => plain(content);
const shownIn = ({ embeds }: Reply): string => plain(JSON.stringify(embeds));
const strictnessIn = (reply: Reply): number => Number(/"~(\d+(?:\.\d+)?)/.exec(bare(reply))?.[1]);
const buttonOf = ({ buttons }: Reply, begin: string): string =>
  buttons.find((label) => label.startsWith(begin)) ?? `no button ${begin}`;
const listed = ({ embeds }: Reply, title: string): string =>
  plain(embeds.find((embed) => embed.title === title)?.description ?? '');

describe('with the table of word vectors', () => {
  let bot: BotUnderTest;
  startBotForEach((started) => {
    bot = started;
  });
  const posted = () => plain(JSON.stringify(bot.discord.messages(bot.channelId)));
  const preview = (topic: string): Promise<Reply> => bot.manager.run('/subscribe', { topic });

  it('a preview shows what matches by meaning and why, and what is just below the line', async () => {
    await bot.announce(papers);
    const shown = await preview(`about:"${asked}"~9`);
    expect(bare(shown)).toContain(`would get papers on about:"${asked}"~9.`);
    expect(bare(shown)).toContain('Papers match by meaning above a line: a score of 9, the number after the ~.');
    const [above, below] = ['Recent papers that match', 'Just below the line, left out'].map((title) =>
      listed(shown, title),
    );
    expect(above).toContain('Editing');
    expect(above).toContain(`about “${asked}”: “`);
    expect(below).not.toBe('');
    expect(above).not.toContain('Tides');
    for (const title of [...(below ?? '').matchAll(/\[([^\]]+)\]\(/g)].map(([, text = '']) => text))
      expect(above).not.toContain(title);
  });

  it('Fewer and More move the strictness to another number of papers, and the draft holds it', async () => {
    await bot.announce(papers);
    const shown = await preview(`~"${asked}"`);
    expect(shown.content).toMatch(/The last day with papers brought \d that match/);
    const more = await bot.manager.press(shown, buttonOf(shown, 'More: '));
    expect(strictnessIn(more)).toBeLessThan(strictnessIn(shown));
    const fewer = await bot.manager.press(more, buttonOf(more, 'Fewer: '));
    expect(strictnessIn(fewer)).toBeGreaterThan(strictnessIn(more));
    await bot.manager.press(fewer, 'Subscribe');
    const [subscription] = await bot.store.subscriptions(bot.guildId);
    expect(subscription?.topic).toBe(`about:"${asked}"~${strictnessIn(fewer)}`);
  });

  it('More offers as many papers as it says', async () => {
    await bot.announce(papers.slice(1));
    const shown = await preview(`about:"${asked}"~40`);
    expect(shown.content).toContain('brought none that match');
    expect(shown.buttons).not.toContain('Fewer');
    const one = await bot.manager.press(shown, buttonOf(shown, 'More: 1 a day'));
    expect(one.content).toContain('brought 1 that matches');
    const three = await bot.manager.press(one, buttonOf(one, 'More: 3 a day'));
    expect(three.content).toContain('brought 3 that match');
    expect(three.buttons).toContain('Fewer: 1 a day');
  });

  it('with an empty store, the strictness is the one that the table brings', async () => {
    const shown = await preview(`~"${asked}" -survey`);
    expect(strictnessIn(shown)).toBe(meaning.table?.defaultStrictness);
    expect(shown.content).toContain('This one suits most topics');
    expect(shown.buttons).toEqual(['Subscribe', 'Edit', 'Cancel']);
  });

  it('the same sentence is one topic of a channel, however strict', async () => {
    await bot.subscribe(`about:"${asked}"~9`);
    expect((await preview(`about:"${asked}"`)).content).toContain('already gets papers on');
    expect(bare(await preview(`about:"${asked}"~10`))).toContain('would get papers on');
  });

  it('a sentence that finds nothing as words is offered by its meaning', async () => {
    await bot.announce(papers);
    const shown = await preview('how to edit the weights of trained transformers');
    expect(shown.content).toMatch(
      /As words, all of which a paper must have, this finds 0 on the last day with papers\. As one sentence, by its meaning: \d+\./,
    );
    const read = await bot.manager.press(shown, 'By meaning');
    expect(bare(read)).toContain('about:"how to edit the weights of trained transformers"~');
    expect(read.buttons).toContain('Subscribe');
  });

  it('a sentence without quotation marks is offered as one', async () => {
    await bot.announce(papers);
    const shown = await preview('about: editing the weights of a model');
    expect(shown.content).toMatch(/Only the first word is read by its meaning.*\. All of it as one sentence: \d+\./);
    const read = await bot.manager.press(shown, 'By meaning');
    expect(bare(read)).toContain('about:"editing the weights of a model"~');
    expect((await preview('about:"editing" weights')).buttons).not.toContain('By meaning');
  });

  it('a digest and /digest why say which words carried a match, and /digest why its score and the line', async () => {
    await bot.subscribe(`about:"${asked}"~8 -survey`);
    await bot.announce(papers);
    await bot.manager.run('/digest now');
    expect(posted()).toContain(`about “${asked}”: “`);
    const why = async (paper: string) => shownIn(await bot.manager.run('/digest why', { paper }));
    expect(await why('2605.00001')).toMatch(/it scores \d+\.\d, and the line is 8/);
    expect(await why('2605.00008')).toMatch(/does not match: not about .* \(it scores -?\d+\.\d, and the line is 8\)/);
  });

  it('a search finds papers by meaning', async () => {
    await bot.announce(papers);
    const found = await bot.manager.run('/papers search', { query: `~"${asked}"~8` });
    expect(shownIn(found)).toContain('Editing the weights of trained models');
    expect(shownIn(found)).not.toContain('Tides');
  });
});

describe('without the table of word vectors', () => {
  const failing = keptTable(() => {
    throw new MeaningTableError('damaged');
  });
  const damaged = openMeaning(true, failing);
  const kinds = [
    { name: 'switched off', none: withoutMeaning, says: 'switched off topics by meaning', status: false },
    { name: 'damaged', none: damaged, says: 'table of word vectors is damaged', status: true },
  ];
  for (const { name, none, says, status } of kinds)
    describe(name, () => {
      let bot: BotUnderTest;
      startBotForEach(
        (started) => {
          bot = started;
        },
        { meaning: none },
      );

      it('a new topic by meaning is refused, and says why', async () => {
        const refused = await bot.manager.run('/subscribe', { topic: `about:"${asked}"` });
        expect(refused.content).toContain(says);
        expect(refused.buttons).toEqual(['Edit', 'Cancel']);
      });

      it('a search by meaning is refused, and says why', async () => {
        await bot.announce(papers);
        for (const search of [{ query: 'tides', sort: 'meaning' }, { query: 'about:"tides"' }])
          expect((await bot.manager.run('/papers search', search)).content).toMatch(/switched (it )?off|is damaged/);
        expect((await bot.manager.run('/papers search', { query: 'tides' })).content).toContain('1 paper on');
      });

      it('a channel without other topics has no digest, and says why', async () => {
        await bot.announce(papers);
        await bot.subscribe(`about:"${asked}"`);
        for (const command of ['/digest preview', '/digest now'] as const)
          expect((await bot.manager.run(command)).content).toContain(
            'has no digest, because its only topic cannot be read. `/subscriptions` shows why',
          );
        await bot.subscribe('~"tides of moons"');
        expect((await bot.manager.run('/digest preview')).content).toContain('none of its 2 topics can be read');
      });

      it('a stored one stays and says why it finds nothing, and the others go on', async () => {
        await bot.subscribe('tides');
        await bot.subscribe(`about:"${asked}"`);
        const list = await bot.manager.run('/subscriptions');
        expect(shownIn(list)).toMatch(/about:"editing.*it cannot be read.*, so no papers come/);
        expect(shownIn(list)).toContain(says.slice(0, 20));
        const panel = await bot.manager.run('/digest status');
        expect(panel.content).toContain('**1 topic cannot be read**');
        expect(panel.content.includes('table of word vectors is damaged')).toBe(status);
        await bot.announce(papers);
        await bot.manager.run('/digest now');
        expect(plain(JSON.stringify(bot.discord.messages(bot.channelId)))).toContain('Tides of two moons');
      });
    });
});
