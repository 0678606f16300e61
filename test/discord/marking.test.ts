import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/playground/person.ts';
import type { Reply } from '../../src/playground/reply.ts';
import { dayMs } from '../../src/time.ts';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { inventPaper } from '../support/invented-papers.ts';
import { outcomeOf, pressForged } from './forged-requests.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

const abstract = 'It is about diffusion.';
const survey = (number: string) =>
  inventPaper({ id: `2606.${number}`, title: 'Diffusion: survey of tables', abstract });
const proteins = (number: string) =>
  inventPaper({ id: `2606.${number}`, title: 'Diffusion of folding proteins', abstract });

const digests = () => bot.discord.messages(bot.channelId).filter(({ embeds }) => embeds.length > 0);
const order = () =>
  digests()
    .at(-1)
    ?.embeds.map(({ url }) => url?.slice(-5));

async function nextDigest(...papers: Parameters<BotUnderTest['announce']>[0]): Promise<void> {
  await bot.announce(papers);
  bot.pass(dayMs);
  await bot.wake();
}

/** Uses the menu of the last digest, and picks a paper in it. */
async function act(action: string, paper: string, person: Person = bot.manager): Promise<Reply> {
  const last = digests().at(-1);
  if (last === undefined) throw new Error('There is no digest.');
  const picker = await person.choose(last, 'Paper actions…', action);
  const which = action === 'More like this' || action === 'Less like this' ? 'Choose papers…' : 'Choose a paper…';
  return person.choose(picker, which, paper);
}

describe('More like this, Less like this', () => {
  it('move papers of the next digest, say so, and are taken back by the same again', async () => {
    await bot.subscribe('diffusion');
    await nextDigest(survey('00001'), proteins('00002'));
    expect(order()).toEqual(['00002', '00001']);
    const reader = bot.person({ name: 'ada' });
    const reply = await act('More like this', '2606.00001', reader);
    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toContain('Noted: papers like **Diffusion\\: survey of tables**'.replace('\\', ''));
    await act('Less like this', '2606.00002', reader);
    await nextDigest(survey('00003'), proteins('00004'));
    expect(order()).toEqual(['00003', '00004']);
    const seen = digests().at(-2);
    if (seen === undefined) throw new Error('There is no first digest.');
    const again = await reader.choose(seen, 'Paper actions…', 'More like this');
    expect((await reader.choose(again, 'Choose papers…', '2606.00001')).content).toContain('Taken back: your mark on');
  });

  it('count below a card only where its paper was in a digest of the channel', async () => {
    await bot.subscribe('diffusion');
    await nextDigest(survey('00001'));
    await bot.announce([proteins('00002')]);
    const card = await bot.manager.run('/papers show', { paper: '2606.00001' });
    expect((await bot.manager.choose(card, 'Paper actions…', 'More like this')).content).toContain('Noted:');
    const other = await bot.manager.run('/papers show', { paper: '2606.00002' });
    const refused = await bot.manager.choose(other, 'Paper actions…', 'Less like this');
    expect(refused.content).toContain('was in no digest of this channel');
    expect((await bot.store.digestInput(bot.channelId)).marks).toHaveLength(1);
  });

  it('cannot be forged from another server', async () => {
    await bot.subscribe('diffusion');
    await nextDigest(survey('00001'), proteins('00002'));
    const [delivery] = await bot.store.deliveries(bot.channelId, '2026-06-12');
    const guild = bot.discord.world.createGuild({ name: 'Another', channels: ['elsewhere'] });
    const [channel = ''] = guild.channelIds;
    const stranger = bot.person({ name: 'eve', guild, channel });
    const press = { customId: `digest-actions:${delivery?.nonce}`, value: 'more' };
    expect(outcomeOf(bot, await pressForged(bot, stranger, press, channel))).toBe('no-such-digest');
    const card = { customId: 'paper-actions:2606.00001', value: 'more' };
    expect(outcomeOf(bot, await pressForged(bot, stranger, card, channel))).toBe('not-in-digest');
    expect((await bot.store.digestInput(bot.channelId)).marks).toEqual([]);
  });
});
