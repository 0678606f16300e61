import Connection from 'better-sqlite3';
import type { Instant } from '../../src/ports.ts';
import { openStore } from '../../src/store/databases.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs } from '../../src/time.ts';
import { addressTo, day, inventMessages } from '../deliver-scene.ts';

/** How many digests are planned at once: they share a commit. */
const together = 50;

/** Plans a digest for each channel, a message with one paper, in a new file of SQLite. */
export async function planOutbox(path: string, channelIds: readonly string[], dueAt: Instant): Promise<void> {
  await using store = await openStore({ url: `file:${path}` });
  insertChannels(path, channelIds, dueAt);
  const [message] = inventMessages(1, 1);
  if (message === undefined) throw new Error('the digest has no message');
  const plan = (channelId: string) =>
    store.planDigest({
      ...{ channelId, date: day, papers: [], parts: [addressTo(channelId, 1, message)] },
      ...{ consideredNewsNumber: 0, at: dueAt },
    });
  for (let from = 0; from < channelIds.length; from += together)
    await Promise.all(channelIds.slice(from, from + together).map(plan));
  await checkPlanned(store, channelIds.length);
}

/** Inserts channels that follow a topic, and whose next digest is far away. Each verb would make a commit. */
function insertChannels(path: string, channelIds: readonly string[], dueAt: Instant): void {
  const connection = new Connection(path);
  const channel = connection.prepare(
    `insert into channels (channel_id, guild_id, time, zone, days, max_papers, next_digest_at, considered_news_number)
     values (?, 'a', '09:00', 'UTC', '[1,2,3,4,5,6,7]', 10, ${dueAt + 30 * dayMs}, 0)`,
  );
  const subscription = connection.prepare(
    `insert into subscriptions (guild_id, channel_id, topic, created_by, created_at, news_after)
     values ('a', ?, 'diffusion', '1', 0, 0)`,
  );
  connection.transaction(() => {
    for (const channelId of channelIds) {
      channel.run(channelId);
      subscription.run(channelId);
    }
  })();
  connection.close();
}

async function checkPlanned(store: Store, expected: number): Promise<void> {
  const { planned = 0 } = (await store.counts()).deliveriesByState;
  if (planned !== expected) throw new Error(`${planned} of ${expected} deliveries were planned`);
}
