import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { FatalDiscordError } from '../../src/discord/fatal-discord-error.ts';
import { connectGateway, type GatewayOptions } from '../../src/discord/gateway.ts';
import { createGatewayPulse } from '../../src/discord/gateway-pulse.ts';
import { sharedIdentifyTurns } from '../../src/discord/identify-throttle.ts';
import { createRest } from '../../src/discord/rest.ts';
import { haveGuild, readShards, type Shards } from '../../src/discord/shards.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import type { LimitSettings } from '../../src/playground/discord/rate-limits.ts';
import { call } from '../playground/discord/api.ts';
import { createKeptLog } from '../support/bot.ts';
import { createLeases } from '../support/leases.ts';

let discord: LocalDiscord;
afterEach(() => discord[Symbol.asyncDispose]());

/** Each guild is of a later millisecond, so that they are spread over the shards. */
async function start(limits: Partial<LimitSettings>): Promise<void> {
  let now = Date.parse('2026-06-12T07:00:00Z');
  const clock = () => {
    now += 1;
    return now;
  };
  discord = await startLocalDiscord({ clock, limits });
}

const inTurn = { identifyWindowMs: 0, maxConcurrency: 16 };

function connect(known: Partial<GatewayOptions> = {}) {
  const log = createKeptLog();
  const { token } = discord;
  const rest = createRest({ apiUrl: discord.url, token, userAgent: 'paperboy/test', log });
  const { signal } = new AbortController();
  return connectGateway({ token, rest, log, clock: Date.now, signal, onInteraction: () => {}, ...known });
}

const shardsOf = (text: string): Shards => readShards(text) ?? expect.fail(`${text} names no shards`);

const guildsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => discord.world.createGuild({ name: `g${index}`, channels: ['papers'] }));

describe('connectGateway with shards', () => {
  it('hears of the servers of its own shards, once each', async () => {
    await start(inTurn);
    const guilds = guildsOf(9);
    const heard: string[][] = [[], []];
    const listen = (index: number, shards: string) =>
      connect({
        shards: shardsOf(shards),
        onInteraction: ({ guild_id }) => void heard[index]?.push(guild_id ?? 'direct'),
      });
    await using low = await listen(0, '0-1/4');
    await using high = await listen(1, '2-3/4');
    for (const [one, shards] of [
      [low, low.shards],
      [high, high.shards],
    ] as const) {
      const own = guilds.filter(({ id }) => haveGuild(shards, id)).map(({ id }) => id);
      expect(own.length).toBeGreaterThan(0);
      await expect.poll(() => [...one.guilds].flatMap(([id, { isAvailable }]) => (isAvailable ? id : []))).toEqual(own);
    }
    await call(discord, 'POST', `/applications/${discord.applicationId}/commands`, {
      name: 'papers',
      description: 'd',
    });
    for (const guild of guilds) {
      const [channel = ''] = guild.channelIds;
      void discord
        .person({ name: 'ada', guild, channel })
        .run('/papers')
        .catch(() => {});
    }
    await expect.poll(() => heard.flat().length).toBe(guilds.length);
    expect(heard[0]?.every((id) => haveGuild(low.shards, id))).toBe(true);
    expect(heard[1]?.every((id) => haveGuild(high.shards, id))).toBe(true);
  });

  it('connects as many shards as Discord recommends if none are named', async () => {
    await start({ ...inTurn, guildsPerShard: 2 });
    guildsOf(5);
    await using gateway = await connect();
    expect(gateway.shards).toEqual({ first: 0, last: 2, count: 3 });
    expect(discord.gateway.connectedShards()).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(gateway.guilds.size).toBe(5);
    expect(discord.requests.filter(({ path }) => path === '/gateway/bot')).toHaveLength(1);
  });

  it('is connected only while all of its shards are, and the others stay when one breaks', async () => {
    await start(inTurn);
    const pulse = createGatewayPulse();
    const log = createKeptLog();
    await using _gateway = await connect({ shards: shardsOf('0-2/3'), pulse, log });
    expect(pulse.state()).toMatchObject({ isConnected: true, shards: 3, connected: 3 });
    discord.gateway.breakConnections(1);
    await expect.poll(() => pulse.state()).toMatchObject({ isConnected: false, shards: 3, connected: 2 });
    await expect.poll(() => pulse.state().isConnected, { timeout: 5_000 }).toBe(true);
    expect(log.lines.flatMap(({ event, ['shardId']: id }) => (event === 'gateway.closed' ? [id] : []))).toEqual([1]);
  });

  it('closes all of its shards', async () => {
    await start(inTurn);
    const gateway = await connect({ shards: shardsOf('0-3/4') });
    expect(discord.gateway.connected()).toBe(4);
    await gateway.close();
    await expect.poll(() => discord.gateway.connected()).toBe(0);
  });

  it('ends if Discord refuses the number of shards, and leaves none connected', async () => {
    await start({ ...inTurn, shardMultiple: 3 });
    const failure = await connect({ shards: shardsOf('0-3/4') }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FatalDiscordError);
    expect(failure).toMatchObject({ code: 'sharding', message: expect.stringContaining('Check SHARDS') });
    expect(discord.gateway.connected()).toBe(0);
  });

  it('ends if a shard has too many servers', async () => {
    await start({ ...inTurn, mostGuildsPerShard: 2 });
    guildsOf(9);
    await expect(connect({ shards: shardsOf('0-1/2') })).rejects.toThrow('Name more shards in SHARDS');
  });

  it('waits if fewer sessions are left than it has shards', async () => {
    await start({ ...inTurn, identifiesPerDay: 3 });
    const log = createKeptLog();
    const stopping = new AbortController();
    const connecting = connect({ shards: shardsOf('0-3/4'), log, signal: stopping.signal });
    await expect.poll(() => log.lines.some(({ event }) => event === 'gateway.unreachable')).toBe(true);
    expect(log.lines.at(-1)).toMatchObject({ reason: 'no gateway sessions are left for today' });
    stopping.abort(new Error('enough'));
    await expect(connecting).rejects.toThrow();
    expect(discord.gateway.connected()).toBe(0);
  });
});

describe('shards that identify', () => {
  it('take turns within a process, five seconds apart', async () => {
    await start({});
    const log = createKeptLog();
    const before = performance.now();
    await using _gateway = await connect({ shards: shardsOf('0-1/2'), log });
    expect(performance.now() - before).toBeGreaterThan(5_000);
    expect(log.lines.filter(({ event }) => event === 'gateway.closed')).toEqual([]);
  });

  it('take turns with those of other processes, so that Discord refuses none', async () => {
    await start({ identifyWindowMs: 400, maxConcurrency: 2 });
    const leases = createLeases();
    const connecting = ['0-1/6', '2-3/6', '4-5/6'].map((shards) =>
      connect({ shards: shardsOf(shards), takeIdentifyTurn: sharedIdentifyTurns(leases.user(), 500) }),
    );
    const gateways = await Promise.all(connecting);
    expect(await sessionsUsed()).toBe(6);
    for (const gateway of gateways) await gateway.close();
  });

  it('would be refused without turns', async () => {
    await start({ identifyWindowMs: 400, maxConcurrency: 2 });
    const stopping = new AbortController();
    const { signal } = stopping;
    const connecting = ['0-1/6', '2-3/6', '4-5/6'].map((shards) => connect({ shards: shardsOf(shards), signal }));
    await expect.poll(sessionsUsed).toBe(6);
    expect(discord.gateway.connected()).toBe(2);
    stopping.abort(new Error('enough'));
    const gateways = await Promise.allSettled(connecting);
    for (const one of gateways) if (one.status === 'fulfilled') await one.value.close();
    expect(gateways.filter(({ status }) => status === 'rejected')).toHaveLength(2);
  });

  it('wait while nobody can say whose turn it is', async () => {
    await start(inTurn);
    const leases = createLeases().user();
    leases.isCut = true;
    const connecting = connect({ shards: shardsOf('0/1'), takeIdentifyTurn: sharedIdentifyTurns(leases, 500) });
    await sleep(700);
    expect(await sessionsUsed()).toBe(0);
    leases.isCut = false;
    await (await connecting).close();
    expect(await sessionsUsed()).toBe(1);
  });
});

/** How many IDENTIFYs Discord has counted, refused ones among them. */
async function sessionsUsed(): Promise<number> {
  const { body } = await call(discord, 'GET', '/gateway/bot');
  const { total, remaining } = body.session_start_limit;
  return total - remaining;
}
