import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FatalDiscordError } from '../../src/discord/fatal-discord-error.ts';
import { connectGateway, type GatewayOptions } from '../../src/discord/gateway.ts';
import { createRest } from '../../src/discord/rest.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { createKeptLog } from '../support/bot.ts';

let discord: LocalDiscord;
beforeEach(async () => {
  discord = await startLocalDiscord();
});
afterEach(() => discord[Symbol.asyncDispose]());

function connect(known: Partial<GatewayOptions> = {}) {
  const log = createKeptLog();
  const token = known.token ?? discord.token;
  const rest = createRest({ apiUrl: discord.url, token, userAgent: 'paperboy/test', log });
  const { signal } = new AbortController();
  return connectGateway({ token, rest, log, clock: Date.now, signal, onInteraction: () => {}, ...known });
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < 3_000; waited += 5) await sleep(5);
  expect(holds()).toBe(true);
}

describe('connectGateway', () => {
  it('knows who the bot is and on which guilds, and follows joins, outages and removals', async () => {
    const first = discord.world.createGuild({ name: 'First' });
    const removed: string[] = [];
    await using gateway = await connect({ onGuildRemoved: (guildId) => removed.push(guildId) });
    expect(gateway.applicationId).toBe(discord.applicationId);
    await until(() => gateway.guilds.get(first.id)?.name === 'First');
    const second = discord.world.createGuild({ name: 'Second' });
    await until(() => gateway.guilds.has(second.id));
    discord.world.setGuildOutage(first, true);
    await until(() => gateway.guilds.get(first.id)?.isAvailable === false);
    expect(removed).toEqual([]);
    discord.world.removeBot(second);
    await until(() => removed.length > 0);
    expect(removed).toEqual([second.id]);
    expect([...gateway.guilds.keys()]).toEqual([first.id]);
  });

  it('fails permanently if the token is not valid', async () => {
    const failure = await connect({ token: 'bm90.a.token' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FatalDiscordError);
    expect(failure).toMatchObject({ code: 'token' });
  });

  it('tries again after a temporary failure', async () => {
    discord.faults.add({ kind: 'unavailable', path: /gateway/ });
    await using gateway = await connect();
    expect(gateway.botUserId).toBe(discord.world.bot.id);
  });

  it('tries ever more rarely while Discord refuses connections, and is back afterwards', async () => {
    const log = createKeptLog();
    await using _gateway = await connect({ log });
    discord.setOutage(true);
    await sleep(5_000);
    // It loses the connection, and tries again after 0.5, 1.5 and 2.5 seconds more.
    const closes = log.lines.filter(({ event }) => event === 'gateway.closed').length;
    expect(closes).toBeGreaterThanOrEqual(2);
    expect(closes).toBeLessThanOrEqual(4);
    discord.setOutage(false);
    await expect.poll(() => discord.gateway.connected(), { timeout: 20_000 }).toBe(1);
  });

  it('notifies the app if the token is refused later', async () => {
    const failed = Promise.withResolvers<FatalDiscordError>();
    await using _gateway = await connect({ onFatal: failed.resolve });
    discord.resetToken();
    discord.gateway.breakConnections();
    expect(await failed.promise).toMatchObject({ code: 'token' });
  });

  it('stops trying when aborted', async () => {
    discord.setOutage(true);
    const stopping = new AbortController();
    const connecting = connect({ signal: stopping.signal });
    stopping.abort(new Error('enough'));
    await expect(connecting).rejects.toThrow(/enough|aborted/);
  });
});
