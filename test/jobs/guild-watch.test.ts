import { expect, it } from 'vitest';
import { createGuildWatch } from '../../src/jobs/upkeep.ts';
import type { Store } from '../../src/store/store.ts';
import { subscribed } from '../store/contract-channels.ts';
import { sqlitePlace } from '../store/opened-store.ts';
import { createKeptLog } from '../support/bot.ts';

const watch = (store: Store) => createGuildWatch({ store, clock: () => 1_000, log: createKeptLog() });
const removed = (store: Store) => store.guildsRemovedBefore(Number.MAX_SAFE_INTEGER);

async function withGuilds(...guilds: readonly string[]): Promise<Store> {
  const store = await sqlitePlace().open();
  for (const guildId of guilds) await subscribed(store, 'lake', { guildId, channelId: `in ${guildId}` });
  return store;
}

it('judges only the servers of its own shards', async () => {
  const store = await withGuilds('ours', 'theirs');
  await (await watch(store)).reconcile(new Set(), (guildId) => guildId === 'ours');
  expect(await removed(store)).toEqual(['ours']);
});

it('knows what another process heard before it connected', async () => {
  const store = await withGuilds('guild');
  const [before, after] = [await watch(store), await watch(store)];
  before.removed('guild');
  await expect.poll(() => removed(store)).toEqual(['guild']);
  // The bot is invited again while neither of the two is connected.
  await after.reconcile(new Set(['guild']));
  expect(await removed(store)).toEqual([]);
});
