import { afterEach, beforeEach, expect, it } from 'vitest';
import { readShards, type Shards } from '../../src/discord/shards.ts';
import { hourMs } from '../../src/time.ts';
import { startNetwork } from '../store/postgres/network.ts';
import { serverOrSkip, type TestServer } from '../store/postgres/server.ts';
import { type BotProcess, leaseMs, type SharedWorld, startSharedWorld } from './several-processes.ts';

let server: TestServer;
let url: string;
let world: SharedWorld;
let opened: AsyncDisposableStack;

beforeEach(async ({ skip }) => {
  server = await serverOrSkip(skip);
  url = await server.newDatabase();
  opened = new AsyncDisposableStack();
  world = opened.use(await startSharedWorld(url));
});
afterEach(async () => {
  if (opened === undefined) return;
  expect(world.discord.violations).toEqual([]);
  await opened.disposeAsync();
});

const start = async (config: Parameters<SharedWorld['start']>[0] = {}): Promise<BotProcess> =>
  opened.use(await world.start(config));
const shards = (text: string): Shards => readShards(text) ?? expect.fail(text);
const soon = { timeout: 6 * leaseMs };

const managerOf = (index: number) => {
  const { id: guild, channelId: channel } = world.guilds[index] ?? expect.fail('no such guild');
  return world.discord.person({ name: 'maria', guild, channel, permissions: ['ManageChannels'] });
};

async function subscribe(index: number): Promise<void> {
  const manager = managerOf(index);
  const preview = await manager.run('/subscribe', { topic: 'diffusion' });
  await manager.press(await preview.answered(), 'Subscribe');
  await expect.poll(() => messages(index).length).toBeGreaterThan(0);
}

const messages = (index: number) => world.discord.messages(world.guilds[index]?.channelId ?? '');
/** How many of the messages in a channel have papers. */
const digests = (index: number): number => messages(index).filter(({ embeds }) => embeds.length > 0).length;

it('a gateway answers people, workers deliver, and one of them does everything else', async () => {
  const gateway = await start({ role: 'gateway' });
  const [one, two] = [await start({ role: 'worker' }), await start({ role: 'worker' })];
  expect([gateway, one, two].map(({ app }) => app.gateway()?.isConnected ?? null)).toEqual([true, null, null]);
  expect(world.discord.gateway.connected()).toBe(1);
  expect([gateway, one, two].map((each) => each.has('leases.leading'))).toEqual([false, true, false]);
  for (const index of [0, 1, 2]) await subscribe(index);
  await world.announce(1, one);
  world.pass(3 * hourMs);
  await Promise.all([gateway, one, two].map(({ app }) => app.wake()));
  await two.app.wake();
  expect([0, 1, 2].map(digests)).toEqual([1, 1, 1]);
  const sent = [one, two].map(({ log }) => log.lines.filter(({ event }) => event === 'delivery.sent').length);
  expect(sent.reduce((sum, each) => sum + each)).toBe(3);
});

it('a digest that somebody asks for is posted by the process that answers', async () => {
  const gateway = await start({ role: 'gateway' });
  await subscribe(0);
  await world.announce(1, gateway);
  const answer = await (await managerOf(0).run('/digest now')).answered();
  expect(answer.content).toContain('1 paper posted');
  expect(digests(0)).toBe(1);
  expect(gateway.has('delivery.sent')).toBe(true);
  await (await start({ role: 'worker' })).app.wake();
  expect(digests(0)).toBe(1);
});

it('processes with shards answer their own servers, and keep the data of all', async () => {
  const low = await start({ role: 'gateway', shards: shards('0-1/4') });
  const high = await start({ role: 'gateway', shards: shards('2-3/4') });
  const worker = await start({ role: 'worker' });
  expect(world.discord.gateway.connectedShards().map(([id]) => id)).toEqual([0, 1, 2, 3]);
  for (const index of [0, 1, 2, 3]) await subscribe(index);
  // A process that starts later sees subscriptions of servers that are not on its shards.
  await high[Symbol.asyncDispose]();
  await start({ role: 'gateway', shards: shards('2-3/4') });
  expect(await worker.app.store.guildsRemovedBefore(Number.MAX_SAFE_INTEGER)).toEqual([]);
  expect(low.has('commands.written')).toBe(true);
  expect(high.has('commands.written') || high.has('commands.unchanged')).toBe(false);
});

it('a server that the bot left while nobody heard is noticed by the process with its shard', async () => {
  const [first] = world.guilds;
  const before = await start({ role: 'gateway' });
  await subscribe(0);
  await before[Symbol.asyncDispose]();
  world.discord.world.removeBot(first?.id ?? '');
  const other = await start({ role: 'gateway', shards: shards('1-3/4') });
  const removed = () => other.app.store.guildsRemovedBefore(Number.MAX_SAFE_INTEGER);
  const isOurs = (await removed()).length === 1;
  await start({ role: 'gateway', shards: shards('0/4') });
  expect(await removed()).toEqual([first?.id]);
  // Which of the two it was depends on the id of the server alone.
  expect(isOurs).toBe((BigInt(first?.id ?? 0) >> 22n) % 4n !== 0n);
});

it('a second process with the same shards waits, and takes over when the first one stops', async () => {
  const first = await start({ role: 'gateway' });
  const second = await start({ role: 'gateway' });
  expect(second.app.gateway()).toMatchObject({ isConnected: false, isStandby: true });
  expect(world.discord.gateway.connected()).toBe(1);
  await first[Symbol.asyncDispose]();
  await expect.poll(() => second.app.gateway()?.isConnected, soon).toBe(true);
  expect(second.app.gateway()?.isStandby).toBe(false);
  await subscribe(0);
  expect(second.log.lines.filter(({ event }) => event === 'gateway.standby')).toHaveLength(1);
});

it('a process that waits is well, and a worker says nothing of the gateway', async () => {
  const healthPort = 0;
  const page = async ({ log }: BotProcess, path: string): Promise<string> => {
    const line = log.lines.find(({ event }) => event === 'health.ready');
    return await (await fetch(`${line?.['url']}${path}`)).text();
  };
  await start({ role: 'gateway' });
  const waiting = await start({ role: 'gateway', healthPort });
  expect(await page(waiting, '/readyz')).toContain('ok gateway: another process is connected to Discord');
  expect(await page(waiting, '/metrics')).toMatch(/^paperboy_gateway_connected NaN$/im);
  const worker = await start({ role: 'worker', healthPort });
  expect(await page(worker, '/readyz')).not.toContain('gateway');
  expect(await page(worker, '/metrics')).not.toContain('paperboy_gateway');
});

it('commands over HTTP are answered by processes that wait, too', async () => {
  const { endpoint } = world.discord;
  await start({ role: 'gateway' });
  const { log } = await start({ role: 'gateway', interactionsPort: 0, discordPublicKey: endpoint.publicKey });
  await endpoint.save(`${log.lines.find(({ event }) => event === 'interactions.ready')?.['url']}/interactions`);
  await subscribe(0);
});

it('two complete processes share the work, and one of them is enough', async () => {
  const [one, two] = [await start(), await start()];
  expect(world.discord.gateway.connected()).toBe(1);
  expect([one, two].map((each) => each.has('leases.leading'))).toEqual([true, false]);
  await subscribe(0);
  await one[Symbol.asyncDispose]();
  await expect.poll(() => two.app.gateway()?.isConnected, soon).toBe(true);
  await expect.poll(() => two.has('leases.leading'), soon).toBe(true);
  await world.announce(1, two);
  world.pass(3 * hourMs);
  await two.app.wake();
  expect(digests(0)).toBe(1);
});

it('a process that is cut off from the database leaves Discord, before another one connects', async ({ skip }) => {
  const socket = server.process?.socket ?? skip('a server of somebody else has no socket here');
  const network = opened.use(await startNetwork(socket));
  const database = new URL(url.replace('@/', '@host/')).pathname;
  const lonely = await start({ role: 'gateway', databaseUrl: `postgres://tests@127.0.0.1:${network.port}${database}` });
  const other = await start({ role: 'gateway' });
  let mostAtOnce = 0;
  const watch = setInterval(() => {
    mostAtOnce = Math.max(mostAtOnce, world.discord.gateway.connected());
  }, 1);
  network.stall();
  // PostgreSQL ends a transaction of somebody who is silent after five seconds.
  await expect.poll(() => other.app.gateway()?.isConnected, { timeout: 2 * leaseMs + 10_000 }).toBe(true);
  clearInterval(watch);
  expect(mostAtOnce).toBe(1);
  expect(lonely.has('gateway.lost')).toBe(true);
  await subscribe(0);
  await network[Symbol.asyncDispose]();
});
