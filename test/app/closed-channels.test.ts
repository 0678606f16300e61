import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Channel } from '../../src/playground/discord/world-shapes.ts';
import { dayMs, hourMs, minuteMs } from '../../src/time.ts';
import { type Friday, startFriday } from './friday.ts';
import type { RunningApp } from './running-app.ts';

let friday: Friday;
let running: RunningApp;
beforeEach(async () => {
  friday = await startFriday();
  ({ running } = friday);
});
afterEach(async () => {
  expect(running.discord.violations).toEqual([]);
  await friday[Symbol.asyncDispose]();
});

const world = () => running.discord.world;
const notices = () => running.discord.messages(world().directChannel(running.manager.id)).map(({ content }) => content);

async function subscribeIn(channel: Channel): Promise<void> {
  const preview = await running.manager.run('/subscribe', { topic: 'diffusion', channel: channel.id });
  await running.manager.press(await preview.answered(), 'Subscribe');
}

/** Wakes the bot until the gateway has passed on what happened. */
async function wakeUntilOpen(channelId: string): Promise<void> {
  await expect
    .poll(async () => {
      await running.app.wake();
      return (await running.app.store.channel(channelId))?.blockedReason;
    })
    .toBeNull();
}

describe('a locked thread', () => {
  const makeThread = () =>
    world().createThread(world().channel(running.channelId), {
      id: world().nextId(),
      type: 11,
      name: 'optics',
      state: { ownerId: running.manager.id, createdAt: 0, archived: false, locked: false, autoArchiveMinutes: 4320 },
    });
  const cards = (thread: Channel) => running.discord.messages(thread).flatMap(({ embeds }) => embeds);

  it('is reported once, with what is wrong and what mends it, and gets its digest within a minute of being unlocked', async () => {
    const thread = makeThread();
    await subscribeIn(thread);
    await friday.announce(2);
    world().setThread(thread, { locked: true, archived: true });
    await friday.wakeAfter(2 * hourMs);
    await friday.wakeAfter(minuteMs);
    for (let day = 0; day < 4; day++) await friday.wakeAfter(dayMs);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain('**#optics** of the server **Reading group**');
    expect(notices()[0]).toContain('the thread is locked');
    expect(notices()[0]).toContain('Unlock the thread');
    expect(notices()[0]).not.toContain('View Channel');
    expect((await running.app.store.channel(thread.id))?.blockedReason).toBe('the thread is locked');
    world().setThread(thread, { locked: false, archived: false });
    await wakeUntilOpen(thread.id);
    await running.app.wake();
    expect(cards(thread)).toHaveLength(2);
    expect(notices()).toHaveLength(1);
  });

  it('is reported again after it worked in between', async () => {
    const thread = makeThread();
    await subscribeIn(thread);
    await friday.announce(1);
    world().setThread(thread, { locked: true });
    await friday.wakeAfter(2 * hourMs);
    world().setThread(thread, { locked: false });
    await wakeUntilOpen(thread.id);
    await running.app.wake();
    expect(cards(thread)).toHaveLength(1);
    await friday.wakeAfter(dayMs - 2 * hourMs);
    await friday.announce(2);
    world().setThread(thread, { locked: true });
    await friday.wakeAfter(2 * hourMs);
    await running.app.wake();
    expect(notices()).toHaveLength(2);
  });

  it('cannot be subscribed while it is locked, and the answer says why', async () => {
    const thread = makeThread();
    world().setThread(thread, { locked: true });
    const answer = await running.manager.run('/subscribe', { topic: 'diffusion', channel: thread.id });
    expect((await answer.answered()).content).toContain('the thread is locked. Unlock it');
  });

  it('needs no unlocking where the bot may manage threads', async () => {
    const thread = makeThread();
    await subscribeIn(thread);
    await friday.announce(1);
    world().setBotPermissions(running.guildId, [
      'ViewChannel',
      'SendMessages',
      'SendMessagesInThreads',
      'EmbedLinks',
      'ReadMessageHistory',
      'ManageThreads',
    ]);
    world().setThread(thread, { locked: true });
    await friday.wakeAfter(2 * hourMs);
    expect(cards(thread)).toHaveLength(1);
  });
});

describe('a missing permission', () => {
  it('is named alone, in the notice, in the status and in the list', async () => {
    await friday.subscribe();
    await friday.announce(1);
    world().setOverwrite(running.channelId, { member: running.discord.applicationId, deny: ['EmbedLinks'] });
    await friday.wakeAfter(2 * hourMs);
    await running.app.wake();
    const shown = [
      notices()[0],
      (await (await running.manager.run('/digest status')).answered()).content,
      (await (await running.manager.run('/subscriptions')).answered()).embeds[0]?.description,
    ];
    for (const text of shown) {
      expect(text).toContain('I lack the permission Embed Links');
      expect(text).not.toContain('View Channel');
      expect(text).not.toContain('Send Messages');
    }
    expect(notices()[0]).toContain('Give me the missing permission in the channel');
  });
});

describe('a deleted channel', () => {
  let news: Channel;
  beforeEach(async () => {
    news = world().createChannel({ guild: running.guildId, name: 'news' });
    await subscribeIn(news);
    await friday.announce(2);
    world().deleteChannel(news);
    await friday.wakeAfter(2 * hourMs);
    await running.app.wake();
  });
  const list = async () => (await running.manager.run('/subscriptions')).answered();

  it('is named in the notice, with its server and with what to do', async () => {
    await friday.wakeAfter(dayMs);
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toContain('The channel **#news** of the server **Reading group** was deleted');
    expect(notices()[0]).toContain('`/subscriptions`');
    expect(notices()[0]).not.toContain('View Channel');
    expect(notices()[0]).not.toContain('<#');
  });

  it('can have its topics moved to another channel, where no paper comes twice', async () => {
    const moved = await running.manager.choose(await list(), 'Move the topics of #news to…', running.channelId);
    expect(moved.content).toContain(`Done: 1 topic moved to <#${running.channelId}>`);
    expect(await running.app.store.subscriptions(running.guildId)).toMatchObject([
      { channelId: running.channelId, topic: 'diffusion' },
    ]);
    await friday.wakeAfter(dayMs);
    expect(running.postedIds()).toEqual([]);
    expect(running.discord.messages(running.channelId).map(({ content }) => content)).toEqual([
      expect.stringContaining('moved 1 topic of a deleted channel here'),
    ]);
  });

  it('can have its topics moved to a channel that was blocked and no longer is', async () => {
    await friday.subscribe();
    await friday.announce(3);
    const ofBot = (permission: 'allow' | 'deny') =>
      world().setOverwrite(running.channelId, {
        member: running.discord.applicationId,
        [permission]: ['SendMessages'],
      });
    ofBot('deny');
    await friday.wakeAfter(dayMs);
    const blockedReason = async () => (await running.app.store.channel(running.channelId))?.blockedReason;
    expect(await blockedReason()).toContain('Send Messages');
    ofBot('allow');
    await running.manager.choose(await list(), 'Move the topics of #news to…', running.channelId);
    expect(await blockedReason()).toBeNull();
  });

  it('can have its topics removed', async () => {
    const shown = await list();
    expect(shown.content).toContain('Blocked: Move or remove the topics of the deleted channel below.');
    const removed = await running.manager.press(shown, 'Remove the topics of #news');
    expect(removed.content).toContain('Done: 1 topic of the deleted channel removed');
    expect(await running.app.store.subscriptions(running.guildId)).toEqual([]);
  });

  it('cannot have its topics moved or removed by somebody who may not manage channels', async () => {
    const shown = await list();
    const ids = shown.components.flatMap(({ components = [] }) => components.map(({ custom_id }) => custom_id));
    expect(ids).toContain(`drop-topics:${news.id}`);
    world().setRolePermissions(
      running.guildId,
      world().guild(running.guildId).members.get(running.manager.id)?.roleIds[0] ?? '',
      [],
    );
    const refused = await running.manager.press(shown, 'Remove the topics of #news');
    expect(refused.content).toContain('Manage Channels');
    expect(await running.app.store.subscriptions(running.guildId)).toHaveLength(1);
  });
});
