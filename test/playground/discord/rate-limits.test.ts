import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FaultKind } from '../../../src/playground/discord/faults.ts';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { call } from './api.ts';

let discord: LocalDiscord;
let channel: string;
let now: number;

beforeEach(async () => {
  now = 1_000_000;
  discord = await startLocalDiscord({ limits: { clock: () => now, invalidBeforeBan: 30 } });
  const guild = discord.world.createGuild({ name: 'Lab' });
  channel = discord.world.createChannel({ guild, name: 'papers' }).id;
});
afterEach(() => discord[Symbol.asyncDispose]());

const post = (id = channel) => call(discord, 'POST', `/channels/${id}/messages`, { content: 'a' });

describe('buckets', () => {
  test('five messages in five seconds to one channel, counted down in the headers', async () => {
    for (const left of ['4', '3', '2', '1', '0']) {
      const { status, headers } = await post();
      expect(status).toBe(200);
      expect(headers.get('x-ratelimit-limit')).toBe('5');
      expect(headers.get('x-ratelimit-remaining')).toBe(left);
      expect(headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{32}$/);
      now += 100;
    }
    const sixth = await post();
    expect(sixth.status).toBe(429);
    expect(sixth.body).toEqual({ message: 'You are being rate limited.', retry_after: 4.5, global: false });
    expect(sixth.headers.get('retry-after')).toBe('5');
    expect(sixth.headers.get('x-ratelimit-scope')).toBe('user');
    expect(sixth.headers.get('x-ratelimit-reset-after')).toBe('4.500');
    expect(sixth.headers.get('x-ratelimit-reset')).toBe('1005.000');
    expect(sixth.headers.get('x-ratelimit-global')).toBeNull();
    now += 4500;
    expect((await post()).status).toBe(200);
  });

  test('another channel has another bucket', async () => {
    const other = discord.world.createChannel({ guild: discord.world.channel(channel).guildId ?? '', name: 'b' }).id;
    for (let sent = 0; sent < 5; sent += 1) await post();
    expect((await post()).status).toBe(429);
    expect((await post(other)).status).toBe(200);
  });
});

describe('the global limit', () => {
  test('is 50 in any second, and the answer says so', async () => {
    for (let sent = 0; sent < 50; sent += 1) {
      expect((await call(discord, 'GET', `/channels/${channel}`)).status).toBe(200);
      now += 10;
    }
    const refused = await call(discord, 'GET', '/users/@me');
    expect(refused.status).toBe(429);
    expect(refused.body).toEqual({ message: 'You are being rate limited.', retry_after: 0.5, global: true });
    expect(refused.headers.get('x-ratelimit-global')).toBe('true');
    expect(refused.headers.get('x-ratelimit-scope')).toBe('global');
    now += 501;
    expect((await call(discord, 'GET', '/users/@me')).status).toBe(200);
  });

  test('does not concern answers to interactions', async () => {
    for (let sent = 0; sent < 50; sent += 1) await call(discord, 'GET', `/channels/${channel}`);
    const answer = await call(discord, 'POST', '/interactions/1/token/callback', { type: 5 }, null);
    expect(answer.body.code).toBe(10062);
    expect(answer.headers.get('x-ratelimit-bucket')).toBeNull();
  });
});

describe('invalid requests', () => {
  test('401, 403 and 429 count; enough of them ban the address with a page of HTML', async () => {
    for (let sent = 0; sent < 25; sent += 1) await call(discord, 'GET', '/users/@me', undefined, 'Bot wrong');
    for (let sent = 0; sent < 10; sent += 1) await post();
    expect(discord.invalidRequests).toBe(30);
    const banned = await call(discord, 'GET', '/users/@me');
    expect(banned.status).toBe(429);
    expect(banned.headers.get('content-type')).toContain('text/html');
    expect(banned.headers.get('retry-after')).toBeNull();
    expect(banned.body).toContain('1015');
    now += 600_001;
    expect((await call(discord, 'GET', '/users/@me')).status).toBe(200);
  });

  test('a 429 of a shared limit does not count, nor does a 404', async () => {
    discord.faults.add({ kind: 'shared-rate-limited' });
    const shared = await post();
    expect(shared.headers.get('x-ratelimit-scope')).toBe('shared');
    await post('1');
    expect(discord.invalidRequests).toBe(0);
  });
});

describe('faults', () => {
  test.each<[FaultKind, number, object | string]>([
    ['bad-gateway', 502, 'Bad Gateway'],
    ['unavailable', 503, 'upstream connect error'],
    ['unauthorized', 401, { message: '401: Unauthorized', code: 0 }],
    ['rate-limited', 429, { message: 'You are being rate limited.', retry_after: 1, global: false }],
  ])('%s hits one request and not the next', async (kind, status, body) => {
    discord.faults.add({ kind, method: 'POST', path: /messages$/ });
    expect((await call(discord, 'GET', `/channels/${channel}`)).status).toBe(200);
    expect(await post()).toMatchObject({ status, body });
    expect(discord.messages(channel)).toHaveLength(kind === 'bad-gateway' ? 1 : 0);
    expect((await post()).status).toBe(200);
  });

  test('reset and hang accept the message and lose the answer', async () => {
    discord.faults.add({ kind: 'reset' });
    await expect(post()).rejects.toThrow();
    discord.faults.add({ kind: 'hang' });
    const hanging = fetch(`${discord.url}/v10/channels/${channel}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: '{"content":"a"}',
      signal: AbortSignal.timeout(50),
    });
    await expect(hanging).rejects.toThrow('timeout');
    expect(discord.messages(channel)).toHaveLength(2);
  });

  test('a slow channel asks for a longer wait in its body than in its header; Cloudflare asks for none', async () => {
    discord.faults.add({ kind: 'slow-channel', retryAfterMs: 1_163_000 });
    const slow = await post();
    expect(slow.body).toMatchObject({ code: 20028, retry_after: 1163 });
    expect(slow.headers.get('retry-after')).toBe('1');
    discord.faults.add({ kind: 'cloudflare' });
    const wall = await post();
    expect(wall.status).toBe(429);
    expect(wall.headers.get('content-type')).toContain('text/html');
    expect([...wall.headers.keys()].filter((key) => key.startsWith('x-ratelimit'))).toEqual([]);
  });

  test('any other error can be planned', async () => {
    discord.faults.add({ kind: 'refused', status: 403, code: 50095 });
    expect(await post()).toMatchObject({ status: 403, body: { code: 50095 } });
  });

  test('during an outage each request is 503', async () => {
    discord.setOutage(true);
    expect((await post()).status).toBe(503);
    discord.setOutage(false);
    expect((await post()).status).toBe(200);
  });
});

describe('authorization and routes', () => {
  test('a wrong, missing or replaced token is 401', async () => {
    const refused = { status: 401, body: { message: '401: Unauthorized', code: 0 } };
    expect(await call(discord, 'GET', '/users/@me', undefined, null)).toMatchObject(refused);
    expect(await call(discord, 'GET', '/users/@me', undefined, discord.token)).toMatchObject(refused);
    const old = `Bot ${discord.token}`;
    discord.resetToken();
    expect(await call(discord, 'GET', '/users/@me', undefined, old)).toMatchObject(refused);
    expect((await call(discord, 'GET', '/users/@me')).body.id).toBe(discord.applicationId);
  });

  test('unknown paths are 404, wrong methods 405', async () => {
    expect(await call(discord, 'GET', '/nothing')).toMatchObject({ status: 404, body: { code: 0 } });
    expect(await call(discord, 'PUT', '/users/@me')).toMatchObject({ status: 405, body: { code: 0 } });
  });

  test('the request log has times and codes, but no interaction tokens', async () => {
    await post('1');
    await call(discord, 'POST', '/interactions/1/secret/callback', { type: 5 }, null);
    expect(discord.requests).toMatchObject([
      { at: now, method: 'POST', path: '/channels/1/messages', status: 404, code: 10003, body: { content: 'a' } },
      { path: '/interactions/1/:token/callback' },
    ]);
  });
});
