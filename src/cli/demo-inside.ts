import { findSourceName } from '../papers/source-names.ts';
import type { LocalDiscord } from '../playground/discord/local-discord.ts';
import type { Guild } from '../playground/discord/world-shapes.ts';
import type { Inside } from '../playground/page/page-types.ts';
import type { ChannelRecord } from '../store/channels.ts';
import type { Delivery } from '../store/outbox.ts';
import type { Store } from '../store/store.ts';

/** How many rows of each list the page shows. */
const shown = { listings: 8, deliveries: 8, requests: 8 };

/** What the database and Discord's log of requests say. */
export type StoredInside = Pick<Inside, 'listings' | 'channels' | 'deliveries' | 'requests'>;

/** Reads what the bot has stored, while it is running or not. */
export async function readInside(store: Store, discord: LocalDiscord, guilds: readonly Guild[]): Promise<StoredInside> {
  const listings = await store.recentListings(shown.listings);
  const subscriptions = (await Promise.all(guilds.map(({ id }) => store.subscriptions(id)))).flat();
  const topics = Map.groupBy(subscriptions, ({ channelId }) => channelId);
  const records = (await Promise.all([...topics.keys()].map((id) => store.channel(id)))).filter((one) => one !== null);
  const deliveries = (await Promise.all(records.map((record) => latestDeliveries(store, record)))).flat();
  return {
    listings: listings.map(({ source, date, state, counts }) => ({
      source: findSourceName(source)?.shown ?? source,
      date,
      state,
      papers: Object.values(counts).reduce((sum, one) => sum + one, 0),
    })),
    channels: records.map((record) => ({
      id: record.channelId,
      topics: topics.get(record.channelId)?.length ?? 0,
      nextDigest: record.nextDigestAt,
      state: stateOf(record),
    })),
    deliveries: deliveries
      .toSorted((a, b) => b.plannedAt - a.plannedAt || b.id - a.id)
      .slice(0, shown.deliveries)
      .map(showDelivery),
    requests: requestsOf(discord),
  };
}

async function latestDeliveries(store: Store, { channelId }: ChannelRecord): Promise<readonly Delivery[]> {
  const [run] = (await store.digestRuns(channelId, 3)).filter(({ state }) => state === 'planned');
  return run === undefined ? [] : store.deliveries(channelId, run.date);
}

function stateOf({ blockedReason, pausedAt }: ChannelRecord): string {
  if (blockedReason !== null) return `blocked: ${blockedReason}`;
  return pausedAt === null ? '' : 'paused';
}

const showDelivery = (delivery: Delivery): Inside['deliveries'][number] => ({
  id: delivery.id,
  channel: delivery.channelId,
  part: `${delivery.date}, part ${delivery.part} of ${delivery.parts}`,
  state: delivery.state,
  attempts: delivery.attempts,
  reason: delivery.state === 'sent' ? '' : (delivery.reason ?? ''),
});

/** The latest requests, with the names of channels in place of their ids. */
function requestsOf({ requests, world }: LocalDiscord): Inside['requests'] {
  const name = (id: string) => world.channels.get(id)?.name ?? id;
  return requests
    .slice(-shown.requests)
    .reverse()
    .map(({ at, method, path, status }) => ({
      at,
      line: `${method} ${path.replace(/^\/channels\/(\d+)/, (_whole, id: string) => `/channels/#${name(id)}`)}`,
      status,
    }));
}
