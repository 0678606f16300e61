import { expect, it } from 'vitest';
import { type BotUnderTest, startBotForEach } from '../support/bot.ts';

let bot: BotUnderTest;
startBotForEach((started) => {
  bot = started;
});

/** Subscribes as a person does. */
async function subscribe(topic: string, channel: string): Promise<void> {
  const preview = await bot.manager.run('/subscribe', { topic, channel });
  await bot.manager.press(preview, 'Subscribe');
}

const otherChannel = (): string => [...bot.discord.world.guild(bot.guildId).channelIds][1] ?? '';

function makeThread(name: string): string {
  const { world } = bot.discord;
  const state = { ownerId: bot.manager.id, createdAt: 0, archived: false, locked: false, autoArchiveMinutes: 4320 };
  return world.createThread(world.channel(bot.channelId), { id: world.nextId(), type: 11, name, state }).id;
}

it('menus name the channel where several channels are listed, and so tell the same topic in two apart', async () => {
  await subscribe('optics', bot.channelId);
  await subscribe('optics', otherChannel());
  const labels = async (values = {}) => {
    const { components } = await bot.manager.run('/subscriptions', values);
    return JSON.parse(JSON.stringify(components)).flatMap((row: { components: { options?: { label: string }[] }[] }) =>
      row.components.flatMap(({ options = [] }) => options.map(({ label }) => label)),
    );
  };
  const [change, remove] = [1, 2].map(() => ['#papers: optics', '#other: optics']);
  const pause = ['Pause the digest of #papers', 'Pause the digest of #other'];
  expect(await labels()).toEqual([change, remove, pause].flat());
  expect(await labels({ channel: otherChannel() })).toEqual(['optics', 'optics', 'Pause the digest of #other']);
});

it('`/unsubscribe` names a thread by its name', async () => {
  await subscribe('memory', makeThread('reading circle'));
  await subscribe('optics', bot.channelId);
  const choices = await bot.manager.complete('/unsubscribe', 'subscription', '');
  expect(choices.map(({ name }) => name)).toEqual(['here: optics', '#reading circle: memory']);
});
