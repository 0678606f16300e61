import { describe, expect, it } from 'vitest';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';
import { act, lastMessage } from './actions/posted-digest.ts';
import { outcomeOf, pressForged } from './forged-requests.ts';
import { postNext, proteins, survey } from './marked-channel.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

describe('More like this, Less like this', () => {
  it('move papers of the next digest, say so, and are taken back by the same again', async () => {
    await bot.subscribe('diffusion');
    expect(await postNext(bot, [survey('00001'), proteins('00002')])).toEqual(['00002', '00001']);
    const first = lastMessage(bot);
    const reader = bot.person({ name: 'ada' });
    const reply = await act(reader, first, 'More like this', '2606.00001');
    expect(reply.ephemeral).toBe(true);
    expect(reply.content).toContain('Noted: papers like **Diffusion\\: survey of tables**'.replace('\\', ''));
    await act(reader, first, 'Less like this', '2606.00002');
    expect(await postNext(bot, [survey('00003'), proteins('00004')])).toEqual(['00003', '00004']);
    const again = await act(reader, first, 'More like this', '2606.00001');
    expect(again.content).toContain('Taken back: your mark on');
  });

  it('count below a card only where its paper was in a digest of the channel', async () => {
    await bot.subscribe('diffusion');
    await postNext(bot, [survey('00001')]);
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
    await postNext(bot, [survey('00001'), proteins('00002')]);
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
