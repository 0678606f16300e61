import { describe, expect, it } from 'vitest';
import type { Paper } from '../../src/papers/paper.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper, inventPapers } from '../support/invented-papers.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

/** One paper for each title, after those that `inventPapers` numbers. */
const titled = (titles: readonly string[], known: Partial<Paper> = {}): readonly Paper[] =>
  titles.map((title, index) => inventPaper({ ...known, id: `2605.${String(index + 1).padStart(5, '0')}`, title }));

const preview = (topic: string): Promise<Reply> => bot.manager.run('/subscribe', { topic });

/** The message without the backslashes that escape what users typed. */
const bare = ({ content }: Reply): string => content.replaceAll('\\', '');

/** The label of the button that a hint brings, if there is one. */
const hintButtons = ({ buttons }: Reply): readonly string[] =>
  buttons.filter((label) => !['Subscribe', 'Change', 'Edit', 'Cancel'].includes(label));

describe('a preview of a topic that is probably misread', () => {
  it('offers any of a list', async () => {
    await bot.announce(
      titled(['LLM agents reasoning', 'LLM only', 'Agents only', 'Reasoning only', 'Reasoning again']),
    );
    const shown = await preview('LLM, agents, reasoning');
    expect(shown.content).toContain(
      '\nThis finds papers with all of these: 1 on the last day with papers. With any of them: 5.\n',
    );
    expect(shown.buttons).toEqual(['Subscribe', 'Any of them', 'Edit', 'Cancel']);
    const changed = await bot.manager.press(shown, 'Any of them');
    expect(changed.content).toContain('**llm OR agents OR reasoning**');
    expect(changed.content).toContain('brought 5 that match');
    expect(hintButtons(changed)).toEqual([]);
    await bot.manager.press(changed, 'Subscribe');
    const topics = (await bot.store.subscriptions(bot.guildId)).map(({ topic }) => topic);
    expect(topics).toEqual(['llm OR agents OR reasoning']);
  });

  it('keeps the exclusions and fields of a list as conditions', async () => {
    await bot.announce(titled(['Diffusion of heat', 'Flow matching', 'Flow matching survey']));
    const shown = await preview('diffusion, "flow matching", cat:cs.LG, -survey');
    const changed = await bot.manager.press(shown, 'Any of them');
    expect(bare(changed)).toContain('**(diffusion OR "flow matching") cat:cs.LG -survey**');
    expect(changed.content).toContain('brought 2 that match');
  });

  it('offers the capitals of a word that is also a common word', async () => {
    await bot.announce(titled(['Is it so', 'It is so', 'Why it is', 'The IT of banks']));
    const shown = await preview('IT');
    expect(shown.content).toContain(
      '“IT” also finds the word “it”: 4 on the last day with papers. With these capitals only: 1.',
    );
    const changed = await bot.manager.press(shown, '=IT');
    expect(changed.content).toContain('**=IT**');
    expect(changed.content).toContain('brought 1 that match');
    expect(hintButtons(changed)).toEqual([]);
  });

  it('leaves words in capitals alone that hardly anybody writes otherwise', async () => {
    await bot.announce(titled(['LLM one', 'LLM two', 'LLMs three', 'LLM four', 'LLM five', 'llm six']));
    expect(hintButtons(await preview('LLM'))).toEqual([]);
  });

  it('offers the nearest word for one that no stored paper has', async () => {
    await bot.announce(inventPapers(3, 'transformer'));
    const shown = await preview('transfromer');
    expect(shown.content).toContain(
      'No stored paper has “transfromer”, so this finds 0 on the last day with papers. With “transformer”: 3.',
    );
    expect(shown.content).toContain('You can still subscribe.');
    const changed = await bot.manager.press(shown, 'transformer');
    expect(changed.content).toContain('**transformer**');
    expect(changed.content).toContain('brought 3 that match');
  });

  it('offers the topic without a word that no stored paper has', async () => {
    await bot.announce(inventPapers(3, 'transformer'));
    const shown = await preview('transformer xylophones');
    expect(shown.content).toContain('No stored paper has “xylophones”, so this finds 0');
    const changed = await bot.manager.press(shown, 'Without xylophones');
    expect(changed.content).toContain('**transformer**');
  });

  it('says that no paper can ever match', async () => {
    await bot.announce(titled(['AI one', 'AI two']));
    const excluded = await preview('=AI -ai');
    expect(bare(excluded)).toContain(
      '**No paper can ever match**, because “-ai” leaves out all that “=AI” finds. Without “-ai”: 2 on the last day with papers.',
    );
    const changed = await bot.manager.press(excluded, 'Without -ai');
    expect(changed.content).toContain('**=AI**');
    const primary = await preview('primary:cs.AI primary:cs.CV');
    expect(bare(primary)).toContain('a paper cannot have both “primary:cs.AI” and “primary:cs.CV”');
    expect(hintButtons(primary)).toEqual(['Without primary:cs.CV']);
  });

  it('names the only term that cuts nearly everything away', async () => {
    await bot.announce([...inventPapers(40, 'diffusion'), ...titled(['Diffusion in a zebrafish'])]);
    const shown = await preview('diffusion zebrafish');
    expect(shown.content).toContain(
      'This finds 1 on the last day with papers, because of “zebrafish”. Without it: 41.',
    );
    const changed = await bot.manager.press(shown, 'Without zebrafish');
    expect(changed.content).toContain('**diffusion**');
    expect(changed.content).toContain('brought 41 that match');
  });

  it('gives one hint at most, the most important one', async () => {
    await bot.announce(titled(['It is so', 'Is it so', 'The IT of banks', 'Agents']));
    const shown = await preview('IT, agents, agnets');
    expect(hintButtons(shown)).toEqual(['agents']);
    expect(shown.content).not.toContain('With any of them');
  });

  it('says nothing of a topic that is probably meant so, or while no papers are stored', async () => {
    expect(hintButtons(await preview('LLM, agents'))).toEqual([]);
    const never = bare(await preview('graphs -graphs'));
    expect(never).toContain('because “-graphs” leaves out all that “graphs” finds.\n');
    await bot.announce(inventPapers(4, 'diffusion'));
    for (const topic of ['diffusion', 'invented diffusion', 'diffusion -survey', 'cat:(cs.LG, cs.CV)'])
      expect(hintButtons(await preview(topic)), topic).toEqual([]);
  });
});

describe('the button of a hint', () => {
  it('keeps what the new topic replaces', async () => {
    await bot.announce(titled(['LLM one', 'Agents one']));
    const first = await bot.manager.press(await preview('graphs'), 'Subscribe');
    expect(first.content).toContain('Done');
    const again = await preview('graphs');
    const form = await bot.manager.press(again, 'Change the topic');
    const shown = await bot.manager.submit(form, { topic: 'LLM, agents' });
    const changed = await bot.manager.press(shown, 'Any of them');
    expect(changed.content).toContain('instead of **graphs**');
    await bot.manager.press(changed, 'Change');
    const topics = (await bot.store.subscriptions(bot.guildId)).map(({ topic }) => topic);
    expect(topics).toEqual(['llm OR agents']);
  });

  it('is refused after the permission was removed', async () => {
    await bot.announce(titled(['LLM one', 'Agents one']));
    const shown = await preview('LLM, agents');
    bot.discord.world.setOverwrite(bot.channelId, { member: bot.manager.id, deny: ['ManageChannels'] });
    const refused = await bot.manager.press(shown, 'Any of them');
    expect(refused.followUps.at(-1)?.content ?? refused.content).toContain('Manage Channels');
  });

  it('expires with the preview', async () => {
    await bot.announce(titled(['LLM one', 'Agents one']));
    const shown = await preview('LLM, agents');
    // A draft two days later deletes the earlier ones.
    const later = Date.parse('2030-01-01T00:00:00Z');
    const { guildId, channelId } = bot;
    await bot.store.saveDraft({
      guildId,
      channelId,
      userId: '1',
      topicText: 'x',
      replaces: null,
      replacedTopic: null,
      at: later,
    });
    const stale = await bot.manager.press(shown, 'Any of them');
    expect((stale.followUps.at(-1) ?? stale.message)?.content).toContain('no longer there');
  });
});
