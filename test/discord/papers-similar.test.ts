import { describe, expect, it } from 'vitest';
import { fillVectors } from '../../src/jobs/paper-vectors.ts';
import { withoutMeaning } from '../../src/meaning/meaning.ts';
import { type BotUnderTest, startBot, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const papers = [
  inventPaper({
    id: '2606.00001',
    title: 'Editing the weights of language models',
    abstract: 'We modify the parameters of a trained transformer to change facts that it knows.',
  }),
  inventPaper({
    id: '2606.00002',
    title: 'Updating parameters of neural networks',
    abstract: 'Facts in a transformer change when single neurons are fine-tuned.',
  }),
  inventPaper({
    id: '2606.00003',
    title: 'Dwarf galaxies at high redshift',
    abstract: 'A survey of telescopes finds stars and dust in the early universe.',
  }),
];

async function announce(on = bot): Promise<void> {
  await on.announce(papers);
  await fillVectors(on, new AbortController().signal);
}

describe('/papers similar', () => {
  it('lists the most similar papers for everyone, also in direct messages', async () => {
    await announce();
    for (const person of [bot.person({ name: 'reader' }), bot.discord.person({ name: 'alone' })]) {
      const reply = await person.run('/papers similar', { paper: 'https://arxiv.org/abs/2606.00001v2' });
      expect(reply.ephemeral).toBe(true);
      expect(reply.content).toContain('Papers like [Editing the weights of language models]');
      expect(reply.embeds[0]?.description).toMatch(/^1\\\. \[Updating parameters of neural networks\]/);
      expect(reply.embeds[0]?.description).not.toContain('2606.00001');
    }
  });

  it('says if no paper is similar, or if the paper is not known', async () => {
    await bot.announce(papers.slice(2));
    const alone = await bot.manager.run('/papers similar', { paper: '2606.00003' });
    expect(alone.content).toContain('I have no paper that is like [Dwarf galaxies');
    const unknown = await bot.manager.run('/papers similar', { paper: '2606.99999' });
    expect(unknown.content).toContain('I do not know the paper');
  });
});

describe('/papers search', () => {
  it('sorts by meaning', async () => {
    await announce();
    const reply = await bot.manager.run('/papers search', { query: 'astronomy of stars', sort: 'meaning' });
    expect(reply.content).toMatch(
      /^The \d papers whose meaning is nearest to \*\*astronomy of stars\*\*, nearest first\./,
    );
    expect(reply.embeds[0]?.description).toMatch(/^1\\\. \[Dwarf galaxies/);
  });

  it('names papers of near meaning apart, where words find little', async () => {
    const others = Array.from({ length: 8 }, (_, index) =>
      inventPaper({ id: `2606.0001${index}`, title: `Astronomy ${index}`, abstract: 'Nothing.' }),
    );
    await bot.announce(others);
    await announce();
    const reply = await bot.manager.run('/papers search', { query: 'telescopes and astronomy' });
    expect(reply.embeds[0]?.description).not.toContain('2606.00003');
    const also = reply.embeds.find(({ title }) => title === 'Also about this');
    expect(also?.description).toContain('2606.00003');
    expect(also?.description).not.toContain('2606.00001');
  });

  it('answers by words where the host switched meaning off', async () => {
    await using off = await startBot({ meaning: withoutMeaning });
    await announce(off);
    const byMeaning = await off.manager.run('/papers search', { query: 'stars', sort: 'meaning' });
    expect(byMeaning.content).toContain('I cannot sort by meaning here');
    const byWords = await off.manager.run('/papers search', { query: 'stars of quasars' });
    expect(byWords.embeds).toHaveLength(1);
    const similar = await off.manager.run('/papers similar', { paper: '2606.00001' });
    expect(similar.embeds[0]?.description).toContain('2606.00002');
  });
});
