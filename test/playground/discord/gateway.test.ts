import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { call } from './api.ts';
import { connectBot, startBot } from './bot.ts';

let discord: LocalDiscord;
let now: number;

beforeEach(async () => {
  now = 1_000_000;
  discord = await startLocalDiscord({ limits: { clock: () => now, identifiesPerDay: 3 } });
});
afterEach(() => discord[Symbol.asyncDispose]());

describe('identifying', () => {
  test('READY lists the guilds as unavailable, then each gets a GUILD_CREATE', async () => {
    const guild = discord.world.createGuild({ name: 'Lab', channels: ['papers'] });
    discord.world.createGuild({ name: 'Elsewhere', bot: false });
    using bot = await connectBot(discord);
    expect(await bot.hear((payload) => payload.op === 10)).toMatchObject({ d: { heartbeat_interval: 41_250 } });
    bot.identify();
    const ready = await bot.hearEvent('READY');
    expect(ready).toMatchObject({ op: 0, s: 1, d: { v: 10, guilds: [{ id: guild.id, unavailable: true }] } });
    const created = await bot.hearEvent('GUILD_CREATE');
    expect(created).toMatchObject({ s: 2, d: { id: guild.id, name: 'Lab', channels: [{ name: 'papers' }] } });
    bot.send(1, 2);
    await bot.hear((payload) => payload.op === 11);
  });

  test.each<[string, object, number]>([
    ['a wrong token', { token: 'wrong' }, 4004],
    ['an intent that does not exist', { intents: 1 << 30 }, 4013],
    ['guild members without permission', { intents: 1 | (1 << 1) }, 4014],
    ['message content without permission', { intents: 1 << 15 }, 4014],
    ['a shard beyond the count', { shard: [2, 2] }, 4010],
  ])('%s closes the connection', async (_, more, code) => {
    using bot = await connectBot(discord);
    bot.identify(more);
    expect(await bot.closed()).toBe(code);
  });

  test.each<[string, string, number]>([
    ['a text that is not JSON', '{', 4002],
    ['an unknown opcode', '{"op":99}', 4001],
    ['presence before IDENTIFY', '{"op":3,"d":{}}', 4003],
  ])('%s closes the connection', async (_, text, code) => {
    using bot = await connectBot(discord);
    bot.socket.send(text);
    expect(await bot.closed()).toBe(code);
  });

  test('identifying twice, or in another version of the API, closes the connection', async () => {
    using bot = await startBot(discord);
    bot.identify();
    expect(await bot.closed()).toBe(4005);
    using old = await connectBot(discord, 'v=6&encoding=json');
    expect(await old.closed()).toBe(4012);
  });

  test('a second IDENTIFY within five seconds has to wait, and their number per day is limited', async () => {
    using first = await startBot(discord);
    using second = await connectBot(discord);
    second.identify();
    expect(await second.hear((payload) => payload.op === 9)).toMatchObject({ d: false });
    now += 5000;
    second.identify();
    await second.hearEvent('READY');
    const { body } = await call(discord, 'GET', '/gateway/bot');
    expect(body.session_start_limit).toEqual({ total: 3, remaining: 0, reset_after: 86_395_000, max_concurrency: 1 });
    const old = discord.token;
    now += 5000;
    using third = await connectBot(discord);
    third.identify();
    expect(await third.closed()).toBe(4004);
    expect(discord.token).not.toBe(old);
    expect(first.socket.readyState).toBe(1);
  });

  test('more than 2,500 guilds need shards, and each shard gets its own', async () => {
    for (let made = 0; made < 2501; made += 1) discord.world.createGuild({ name: `g${made}` });
    using alone = await connectBot(discord);
    alone.identify();
    expect(await alone.closed()).toBe(4011);
    now += 5000;
    using shard = await startBot(discord, { shard: [0, 2] });
    const { guilds } = (await shard.hearEvent('READY')).d;
    expect(guilds.length).toBeGreaterThan(0);
    expect(guilds.every(({ id }: { id: string }) => (BigInt(id) >> 22n) % 2n === 0n)).toBe(true);
  });

  test('GET /gateway/bot recommends shards, and the largest bots need a multiple of a number', async () => {
    await using large = await startLocalDiscord({
      limits: { guildsPerShard: 2, shardMultiple: 3, identifyWindowMs: 0 },
    });
    const recommended = async () => (await call(large, 'GET', '/gateway/bot')).body.shards;
    expect(await recommended()).toBe(3);
    for (let made = 0; made < 7; made += 1) large.world.createGuild({ name: `g${made}` });
    expect(await recommended()).toBe(6);
    using wrong = await connectBot(large);
    wrong.identify({ shard: [0, 4] });
    expect(await wrong.closed()).toBe(4010);
    using right = await startBot(large, { shard: [4, 6] });
    using other = await startBot(large, { shard: [0, 6] });
    expect(large.gateway.connectedShards()).toEqual([
      [0, 6],
      [4, 6],
    ]);
    expect([right, other].every(({ socket }) => socket.readyState === 1)).toBe(true);
  });

  test('shards with another remainder by max_concurrency may identify within the same five seconds', async () => {
    await using wide = await startLocalDiscord({ limits: { clock: () => now, maxConcurrency: 2 } });
    using _first = await startBot(wide, { shard: [0, 4] });
    using _second = await startBot(wide, { shard: [1, 4] });
    using third = await connectBot(wide);
    third.identify({ shard: [2, 4] });
    expect(await third.hear((payload) => payload.op === 9)).toMatchObject({ d: false });
    now += 5000;
    third.identify({ shard: [2, 4] });
    await third.hearEvent('READY');
  });

  test('a compressed session is deflated', async () => {
    using bot = await connectBot(discord);
    const texts: string[] = [];
    bot.socket.removeAllListeners('message');
    const { promise, resolve } = Promise.withResolvers<void>();
    bot.socket.on('message', (data, isBinary) => {
      if (!isBinary) return;
      texts.push(inflateSync(data as Buffer).toString());
      resolve();
    });
    bot.identify({ compress: true });
    await promise;
    expect(JSON.parse(texts[0] ?? '')).toMatchObject({ t: 'READY' });
  });
});

describe('resuming', () => {
  test('missed events are replayed, then RESUMED follows', async () => {
    const guild = discord.world.createGuild({ name: 'Lab' });
    const bot = await startBot(discord);
    const { session_id } = (await bot.hearEvent('READY')).d;
    const { s: seq } = await bot.hearEvent('GUILD_CREATE');
    const gone = bot.closed();
    discord.gateway.breakConnections();
    expect(await gone).toBe(1006);
    discord.world.createChannel({ guild, name: 'missed' });
    using again = await connectBot(discord);
    again.send(6, { token: discord.token, session_id, seq });
    await again.hearEvent('RESUMED');
    expect(again.heard.map((each) => each.t).filter(Boolean)).toEqual(['CHANNEL_CREATE', 'RESUMED']);
    discord.world.createChannel({ guild, name: 'live' });
    await again.hear((payload) => payload.d?.name === 'live');
  });

  test('a session that was closed with 1000, or never was, cannot be resumed', async () => {
    const bot = await startBot(discord);
    const { session_id } = (await bot.hearEvent('READY')).d;
    const closed = bot.closed();
    bot.socket.close(1000);
    await closed;
    using again = await connectBot(discord);
    again.send(6, { token: discord.token, session_id, seq: 1 });
    expect(await again.hear((payload) => payload.op === 9)).toMatchObject({ d: false });
  });

  test('the server can ask for a reconnect, and end sessions', async () => {
    using bot = await startBot(discord);
    discord.gateway.requestReconnect();
    await bot.hear((payload) => payload.op === 7);
    discord.gateway.invalidateSessions();
    await bot.hear((payload) => payload.op === 9);
  });

  test('a client that misses heartbeats is dropped', async () => {
    await using hasty = await startLocalDiscord({ heartbeatIntervalMs: 10 });
    using bot = await startBot(hasty);
    expect(await bot.closed()).toBe(4009);
  });
});

describe('events', () => {
  test('come only with their intents', async () => {
    const guild = discord.world.createGuild({ name: 'Lab', channels: ['papers'] });
    using deaf = await startBot(discord, { intents: 0 });
    now += 5000;
    using keen = await startBot(discord, { intents: 1 | (1 << 9) });
    discord.person({ name: 'Ada', guild }).say('hello');
    discord.world.removeBot(guild);
    expect(await keen.hearEvent('MESSAGE_CREATE')).toMatchObject({ d: { content: '', author: { username: 'Ada' } } });
    await keen.hearEvent('GUILD_DELETE');
    expect(deaf.heard.map((each) => each.t).filter(Boolean)).toEqual(['READY']);
  });

  test('an outage of a guild differs from a removal of the bot', async () => {
    const guild = discord.world.createGuild({ name: 'Lab' });
    using bot = await startBot(discord);
    discord.world.setGuildOutage(guild, true);
    expect((await bot.hearEvent('GUILD_DELETE')).d).toEqual({ id: guild.id, unavailable: true });
    bot.heard.length = 0;
    discord.world.setGuildOutage(guild, false);
    await bot.hearEvent('GUILD_CREATE');
    discord.world.removeBot(guild, true);
    expect((await bot.hearEvent('GUILD_DELETE')).d).toEqual({ id: guild.id });
  });

  test('changed and deleted channels are reported', async () => {
    const guild = discord.world.createGuild({ name: 'Lab' });
    using bot = await startBot(discord);
    const channel = discord.world.createChannel({ guild, name: 'papers' });
    discord.world.setOverwrite(channel, { deny: ['SendMessages'] });
    expect((await bot.hearEvent('CHANNEL_UPDATE')).d.permission_overwrites).toEqual([
      { id: guild.id, type: 0, allow: '0', deny: '2048' },
    ]);
    discord.world.deleteChannel(channel);
    expect((await bot.hearEvent('CHANNEL_DELETE')).d).toMatchObject({ id: channel.id, guild_id: guild.id });
  });
});
