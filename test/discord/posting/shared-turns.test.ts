import { expect, it } from 'vitest';
import { createPace } from '../../../src/discord/posting/pace.ts';
import { createSharedTurns } from '../../../src/discord/posting/turns.ts';
import { createRest } from '../../../src/discord/rest.ts';
import { startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import type { Store } from '../../../src/store/store.ts';
import { type StorePlace, sqlitePlace } from '../../store/opened-store.ts';
import { pglitePlace, serverPlaces } from '../../store/postgres/places.ts';
import { serverOrSkip } from '../../store/postgres/server.ts';
import { createKeptLog } from '../../support/bot.ts';

/** Sends requests as fast as three processes may, and returns how many a second Discord got. */
async function rateOf(stores: readonly Store[], requestsEach: number): Promise<number> {
  await using discord = await startLocalDiscord({ latencyMs: 10 });
  const { token, url: apiUrl } = discord;
  const log = createKeptLog();
  const sending = stores.map(async (store, index) => {
    const [channelId] = discord.world.createGuild({ name: `g${index}`, channels: ['papers'] }).channelIds;
    const reserve = (wanted: number, apartMs: number) => store.reserveRequests('discord', wanted, apartMs);
    const pace = createPace({ turns: createSharedTurns({ reserve, log }) });
    const rest = createRest({ apiUrl, token, userAgent: 'paperboy/test', log, pace });
    await Promise.all(Array.from({ length: requestsEach }, () => rest.get(`/channels/${channelId}`)));
  });
  await Promise.all(sending);
  const { requests } = discord;
  expect(requests).toHaveLength(stores.length * requestsEach);
  expect(requests.filter(({ status }) => status === 429)).toEqual([]);
  const times = requests.map(({ at }) => at);
  return ((times.length - 1) / (Math.max(...times) - Math.min(...times))) * 1_000;
}

/** The most that one token may send, without what the distance of turns leaves as a reserve. */
const least = 45;

async function expectRate(stores: readonly Store[]): Promise<void> {
  let rate = 0;
  // A busy machine may hold up an attempt, and never lets more requests through.
  for (let attempt = 1; rate <= least && attempt <= 8; attempt += 1) rate = await rateOf(stores, 50);
  expect(rate).toBeGreaterThan(least);
}

it('three processes on one server of PostgreSQL send 45 requests a second, and Discord refuses none', async ({
  skip,
}) => {
  const server = await serverOrSkip(skip);
  const place = serverPlaces(async () => server)();
  await expectRate([await place.open(), await place.open(), await place.open()]);
});

it.each<[string, () => StorePlace]>([
  ['PGlite', pglitePlace],
  ['SQLite', sqlitePlace],
])('three users of one store in %s send 45 requests a second, and Discord refuses none', async (_name, place) => {
  const store = await place().open();
  await expectRate([store, store, store]);
});
