import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { hourMs } from '../../src/time.ts';
import { changeDatabase } from '../store/sqlite/search/outdated-index.ts';
import { type Friday, startFriday } from './friday.ts';
import type { RunningApp } from './running-app.ts';

// No version of the language stores these: they stand for topics whose meaning an update changed.
const unreadable = 'oldfield:squid (';
const writtenOtherwise = 'diffusion  AND models';

let friday: Friday;
let running: RunningApp;
beforeEach(async () => {
  friday = await startFriday();
  onTestFinished(() => friday[Symbol.asyncDispose]());
  ({ running } = friday);
  await friday.subscribe();
});

/** Restarts the bot after its stored topics changed. */
const update = (change: string) => running.whileStopped(() => changeDatabase(running.databasePath, change));

const addUnreadable = `insert into subscriptions (guild_id, channel_id, topic, created_by, created_at, news_after)
  select guild_id, channel_id, '${unreadable}', created_by, created_at, news_after from subscriptions`;
const allUnreadable = `update subscriptions set topic = '${unreadable}'`;

it('a topic that cannot be read is logged at start, and does not hold up the other topics of the channel', async () => {
  await update(addUnreadable);
  await friday.announce(3);
  await friday.wakeAfter(2 * hourMs);
  expect(friday.events('topic.unreadable')).toMatchObject([{ level: 'warn', topic: unreadable }]);
  expect(running.postedIds()).toHaveLength(3);
  await friday.wakeAfter(60_000);
  expect(friday.events('topic.unreadable')).toHaveLength(1);
});

it('people see which topic cannot be read, and can remove it', async () => {
  await update(addUnreadable);
  const status = await (await running.manager.run('/digest status')).answered();
  expect(status.content).toContain('**1 topic cannot be read**, so their papers are missing. See `/subscriptions`.');
  const list = await (await running.manager.run('/subscriptions')).answered();
  expect(list.embeds[0]?.description).toMatch(
    /squid.*: \*\*it cannot be read\*\*, so no papers come\. .+ Change it below\./,
  );
  const [, subscription] = await running.app.store.subscriptions(running.guildId);
  const removed = await (
    await running.manager.run('/unsubscribe', { subscription: `#${subscription?.id}` })
  ).answered();
  expect(removed.content).toContain('squid');
});

it('/digest why says so of the topic', async () => {
  await update(addUnreadable);
  await friday.announce(1);
  await friday.wakeAfter(2 * hourMs);
  const [paper = ''] = running.postedIds();
  const why = await (await running.manager.run('/digest why', { paper })).answered();
  expect(JSON.stringify(why)).toContain('it cannot be read');
});

it('a channel without a readable topic has a failed digest with a next step', async () => {
  await update(allUnreadable);
  await friday.announce(1);
  await friday.wakeAfter(2 * hourMs);
  const status = await (await running.manager.run('/digest status')).answered();
  expect(status.content).toContain('no other topic of the channel can; change it with /subscriptions');
});

it('a topic that is now written in another way is stored so, and keeps its papers', async () => {
  await friday.announce(2);
  await update(`update subscriptions set topic = '${writtenOtherwise}'`);
  await running.app.wake();
  expect(friday.events('topic.rewritten')).toMatchObject([{ topic: writtenOtherwise, canonical: 'diffusion models' }]);
  const [subscription] = await running.app.store.subscriptions(running.guildId);
  expect(subscription?.topic).toBe('diffusion models');
});

it('a topic that would be the same as another one of the channel stays as it is, and nobody says that it changed', async () => {
  await update(`update subscriptions set topic = 'diffusion models';
    insert into subscriptions (guild_id, channel_id, topic, created_by, created_at, news_after)
    select guild_id, channel_id, '${writtenOtherwise}', created_by, created_at, news_after from subscriptions`);
  await running.app.wake();
  expect(friday.events('topic.rewritten')).toEqual([]);
  const topics = (await running.app.store.subscriptions(running.guildId)).map(({ topic }) => topic);
  expect(topics).toEqual(['diffusion models', writtenOtherwise]);
});

it('a list of categories that asked for all of them still does', async () => {
  await update(`update subscriptions set topic = 'cat:(cs.LG cs.CV)'`);
  await running.app.wake();
  const [subscription] = await running.app.store.subscriptions(running.guildId);
  expect(subscription?.topic).toBe('cat:(cs.LG AND cs.CV)');
});
