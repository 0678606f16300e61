import { describe, expect, it } from 'vitest';
import { cardComponents } from '../../../src/discord/rendering/action-menu.ts';
import { sayIn } from '../../../src/language/say.ts';
import { unlisted } from '../../../src/papers/paper.ts';
import { flatComponents } from '../../../src/playground/discord/message-view.ts';
import { dayMs, hourMs, utcDate } from '../../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../../support/bot.ts';
import { inventPaper, inventPapers } from '../../support/invented-papers.ts';
import { outcomeOf, pressForged } from '../forged-requests.ts';
import { act, menu, postDigest } from './posted-digest.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const menusOf = (message: Parameters<typeof flatComponents>[0]) =>
  flatComponents(message).filter(({ placeholder }) => placeholder === menu);

describe('the menu of a digest', () => {
  it.each(['cards', 'list'])('is below its last message only, in the layout %s', async (layout) => {
    await bot.subscribe('diffusion');
    await bot.manager.run('/digest settings', { layout, max: 25 });
    await postDigest(bot, inventPapers(25, 'diffusion'));
    const posted = bot.discord.messages(bot.channelId).filter(({ content }) => content.includes('ref '));
    expect(posted.length).toBeGreaterThan(1);
    expect(posted.map(({ components }) => menusOf(components).length)).toEqual([...posted.slice(1).map(() => 0), 1]);
  });

  it('is not below a preview', async () => {
    await bot.subscribe('diffusion');
    await bot.announce(inventPapers(2, 'diffusion'));
    const preview = await bot.manager.run('/digest preview');
    expect(preview.embeds).toHaveLength(2);
    expect(preview.components).toEqual([]);
  });

  it('is dropped if Discord refuses the message, and no paper is lost', async () => {
    bot.discord.faults.add({ kind: 'refused', code: 50035, status: 400, method: 'POST', path: /\/messages$/ });
    await postDigest(bot);
    bot.pass(hourMs);
    await bot.wake();
    const [digest, ...others] = bot.discord.messages(bot.channelId);
    expect(others).toEqual([]);
    expect(digest?.embeds.map(({ url }) => url)).toHaveLength(3);
    expect(digest?.components).toEqual([]);
    const [delivery] = await bot.store.deliveries(bot.channelId, '2026-06-12');
    expect(delivery).toMatchObject({ state: 'sent', leftOut: [], messageId: digest?.id });
    expect(bot.discord.violations).toEqual([]);
  });

  it('asks privately for the papers, page by page, and acts on those that were picked', async () => {
    await bot.subscribe('diffusion');
    await bot.manager.run('/digest settings', { max: 30 });
    const digest = await postDigest(bot, inventPapers(30, 'diffusion'));
    const reader = bot.person({ name: 'reader' });
    const first = await reader.choose(digest, menu, 'Save');
    expect(first.ephemeral).toBe(true);
    expect(first.content).toBe('**Save**: which papers of the digest of Friday 12 June 2026?\n-# Page 1 of 2');
    expect(first.buttons).toEqual(['Next']);
    const second = await reader.press(first, 'Next');
    expect(second.content).toContain('Page 2 of 2');
    expect(second.buttons).toEqual(['Previous']);
    const options = flatComponents(second.components).flatMap((each) => each.options ?? []);
    expect(options).toHaveLength(5);
    expect(options[0]).toMatchObject({ label: expect.stringMatching(/^26\. Invented diffusion, part \d+$/) });
    const back = await reader.press(second, 'Previous');
    const all = flatComponents(back.components).flatMap((each) => each.options ?? []);
    const saved = await reader.choose(
      back,
      'Choose papers…',
      all.map(({ value }) => value),
    );
    expect(saved.content).toContain('Saved: 25 papers');
    expect(digest).toEqual(bot.discord.messages(bot.channelId).at(-1));
  });

  it('acts at once where the digest has one paper', async () => {
    const digest = await postDigest(bot, inventPapers(1, 'diffusion'));
    const reply = await bot.manager.choose(digest, menu, 'Save');
    expect(reply.content).toContain('Saved [Invented diffusion, part 1](https://arxiv.org/abs/2606.00001)');
  });

  it('finds a paper that was merged with another since the menu was opened', async () => {
    const doi = '10.5555/tides.1';
    const asPreprint = inventPaper({
      id: '10.1101/2026.03.01.700001',
      title: 'Diffusion at sea',
      describedBy: 'biorxiv',
    });
    const digest = await postDigest(bot, [asPreprint, ...inventPapers(2, 'diffusion')]);
    const asked = await bot.manager.choose(digest, menu, 'Why');
    const merged = { ...asPreprint, ...unlisted, id: '2606.00009', describedBy: 'arxiv', doi: asPreprint.id };
    await bot.announce([merged, inventPaper({ id: doi, title: 'Another', describedBy: 'crossref' })]);
    expect((await bot.store.paper(asPreprint.id))?.id).toBe('2606.00009');
    const reply = await bot.manager.choose(asked, 'Choose a paper…', asPreprint.id);
    expect(reply.content).toContain('[Diffusion at sea](https://arxiv.org/abs/2606.00009) is in the digest');
  });

  it('names a paper by its place where its id is too long for a menu', async () => {
    const long = inventPaper({
      id: `10.5555/${'x'.repeat(120)}`,
      title: 'Diffusion of long ids',
      describedBy: 'crossref',
    });
    const digest = await postDigest(bot, [long, ...inventPapers(2, 'diffusion')]);
    const asked = await bot.manager.choose(digest, menu, 'Save');
    const reply = await bot.manager.choose(asked, 'Choose papers…', optionOf(asked.components, 'long ids'));
    expect(reply.content).toContain('Saved [Diffusion of long ids]');
    expect(reply.buttons).toEqual(['Undo']);
  });

  it('expires politely with the digest, and the text of its messages may be forgotten before', async () => {
    const digest = await postDigest(bot);
    const at = bot.now() + 400 * dayMs;
    const date = utcDate(at);
    const limits = {
      papersBefore: at,
      runsBefore: at,
      upvotesBefore: at,
      listingsBefore: date,
      deliveriesBefore: date,
    };
    while (!(await bot.store.pruneSome(limits)).isDone);
    expect(await bot.store.deliveries(bot.channelId, '2026-06-12')).toEqual([]);
    expect((await act(bot.manager, digest, 'Why', '2606.00001')).content).toContain('because it matches:');
    await bot.store.noteGuildRemoved(bot.guildId, bot.now());
    while (await bot.store.deleteGuildSome(bot.guildId));
    const reply = await bot.manager.choose(digest, menu, 'Why');
    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toContain('This digest is older than what I keep. `/papers show` finds a paper by its id.');
  });

  it('serves readers of the channel elsewhere on the server, and nobody else', async () => {
    const digest = await postDigest(bot);
    const nonce = customIdOf(digest.components).split(':')[1] ?? '';
    const [, other = ''] = bot.discord.world.guild(bot.guildId).channelIds;
    const press = { customId: `digest-actions:${nonce}`, value: 'save' };
    const reader = bot.person({ name: 'reader' });
    expect(outcomeOf(bot, await pressForged(bot, reader, press, other))).toBe('granted');
    bot.discord.world.setOverwrite(bot.channelId, { member: reader, deny: ['ViewChannel'] });
    expect(outcomeOf(bot, await pressForged(bot, reader, press, other))).toBe('no-such-digest');
    const foreign = bot.discord.world.createGuild({ name: 'Another server', channels: ['elsewhere'] });
    const [elsewhere = ''] = foreign.channelIds;
    const stranger = bot.person({ name: 'stranger', guild: foreign, channel: elsewhere });
    expect(outcomeOf(bot, await pressForged(bot, stranger, press, elsewhere))).toBe('no-such-digest');
  });

  it.each([
    ['an action that there is not', 'digest-actions:NONCE', 'erase'],
    ['a paper that the digest does not have', 'digest-pick:NONCE:save:0', '2606.99999'],
    ['a place that the digest does not have', 'digest-pick:NONCE:save:0', '#9'],
    ['an action that there is not, on a paper', 'digest-pick:NONCE:constructor:0', '2606.00001'],
    ['a page without a number', 'digest-page:NONCE:save:x', undefined],
  ])('refuses %s', async (_name, customId, value) => {
    const digest = await postDigest(bot);
    const nonce = customIdOf(digest.components).split(':')[1] ?? '';
    const press = { customId: customId.replace('NONCE', nonce), ...(value === undefined ? {} : { value }) };
    expect(outcomeOf(bot, await pressForged(bot, bot.manager, press, bot.channelId))).toBe('stale');
  });
});

describe('the menu of a card', () => {
  it('acts at once, for everybody in the channel', async () => {
    await bot.announce(inventPapers(1, 'diffusion'));
    const card = await bot.manager.run('/papers show', { paper: '2606.00001' });
    const reply = await bot.person({ name: 'reader' }).choose(card, menu, 'Save');
    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toContain('Saved [Invented diffusion, part 1]');
  });

  it('works with ids that have colons, and is left out where the id is too long', async () => {
    const id = '10.1002/(sici)1097-0258(19980815/30)17:15';
    await bot.announce([inventPaper({ id, title: 'Old numbering', describedBy: 'crossref' })]);
    const card = await bot.manager.run('/papers show', { paper: id });
    expect((await bot.manager.choose(card, menu, 'Save')).content).toContain('Saved [Old numbering]');
    expect(cardComponents(`10.5555/${'x'.repeat(120)}`, sayIn('en'))).toEqual([]);
  });

  it('says so if the paper is not known any more', async () => {
    const press = { customId: 'paper-actions:2606.77777', value: 'save' };
    const reply = await pressForged(bot, bot.manager, press, bot.channelId);
    expect(outcomeOf(bot, reply)).toBe('unknown-paper');
  });
});

const customIdOf = (components: Parameters<typeof flatComponents>[0]): string =>
  menusOf(components)[0]?.custom_id ?? '';

const optionOf = (components: Parameters<typeof flatComponents>[0], title: string): string =>
  flatComponents(components)
    .flatMap((each) => each.options ?? [])
    .find(({ label }) => label.includes(title))?.value ?? '';
