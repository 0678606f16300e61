import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { connectGateway } from '../../src/discord/gateway.ts';
import { createRest } from '../../src/discord/rest.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { createKeptLog } from '../support/bot.ts';

let discord: LocalDiscord;
beforeEach(async () => {
  discord = await startLocalDiscord({ limits: { identifyWindowMs: 0 } });
});
afterEach(() => discord[Symbol.asyncDispose]());

const neverAborted = new AbortController().signal;

function connect(signal = neverAborted) {
  const log = createKeptLog();
  const rest = createRest({ apiUrl: discord.url, token: discord.token, userAgent: 'paperboy/test', log });
  const gateway = connectGateway({ token: discord.token, rest, log, clock: Date.now, signal, onInteraction: () => {} });
  return { gateway, log };
}

/** Longer than the library's pause before it reconnects. */
const reconnectMs = 700;
/** A close takes longer only if it waits for more than the other side's answer. */
const patienceMs = 2_500;

async function closesInTime(closing: Promise<unknown>): Promise<void> {
  const late = sleep(patienceMs, 'late', { ref: false });
  expect(await Promise.race([closing.then(() => 'closed'), late])).toBe('closed');
}

describe('a gateway that is closed while it reconnects', () => {
  it.each([0, 100, 505])('stays closed: %i ms after it lost its connection', async (ms) => {
    const { gateway, log } = connect();
    const connected = await gateway;
    discord.gateway.breakConnections();
    await expect.poll(() => log.lines.some(({ event }) => event === 'gateway.closed')).toBe(true);
    await sleep(ms);
    await closesInTime(connected.close());
    await sleep(reconnectMs);
    expect(discord.gateway.connected()).toBe(0);
  });

  it('leaves no session behind that the next gateway of the process would resume', async () => {
    const first = connect();
    const lost = await first.gateway;
    discord.gateway.breakConnections();
    await expect.poll(() => first.log.lines.some(({ event }) => event === 'gateway.closed')).toBe(true);
    await closesInTime(lost.close());
    const next = connect();
    await closesInTime(next.gateway);
    expect(next.log.lines.filter(({ event }) => event === 'gateway.unreachable')).toEqual([]);
    await closesInTime((await next.gateway).close());
  });
});

describe('a gateway that is closed while it connects', () => {
  const hello = JSON.stringify({ op: 10, d: { heartbeat_interval: 60_000 } });

  /** A gateway that stops at a given point. */
  async function startHalfGateway(greets: boolean) {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    const heard: string[] = [];
    server.on('connection', (socket) => {
      heard.push('connected');
      socket.on('message', (data) => void heard.push(`op ${JSON.parse(String(data)).op}`));
      socket.on('close', (code) => void heard.push(`closed ${code}`));
      if (greets) socket.send(hello);
    });
    return {
      heard,
      url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
      [Symbol.dispose]() {
        for (const socket of server.clients) socket.terminate();
        server.close();
      },
    };
  }

  it.each([
    ['before it was greeted', false, 'connected'],
    ['while it waits to be let in', true, 'op 2'],
  ])('ends in time, and does not reconnect: %s', async (_when, greets, sign) => {
    using half = await startHalfGateway(greets);
    const stopping = new AbortController();
    const rest = createRest({
      apiUrl: discord.url,
      token: discord.token,
      userAgent: 'paperboy/test',
      log: createKeptLog(),
    });
    const get = rest.get.bind(rest);
    rest.get = async (route, options) => {
      const answer = await get(route, options);
      return route === '/gateway/bot' ? { ...(answer as object), url: half.url } : answer;
    };
    const connecting = connectGateway({
      token: discord.token,
      rest,
      log: createKeptLog(),
      clock: Date.now,
      signal: stopping.signal,
      onInteraction: () => {},
    });
    connecting.catch(() => {});
    await expect.poll(() => half.heard).toContain(sign);
    stopping.abort(new Error('enough'));
    await closesInTime(expect(connecting).rejects.toThrow('enough'));
    await sleep(reconnectMs);
    expect(half.heard.filter((one) => one === 'connected')).toHaveLength(1);
  });
});
