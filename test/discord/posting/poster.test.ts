import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Digest } from '../../../src/digests/digest.ts';
import { type ChannelPoster, createPoster } from '../../../src/discord/posting/poster.ts';
import { createSendGate, type SendGate } from '../../../src/discord/posting/send-gate.ts';
import { digestReference } from '../../../src/discord/rendering/digest-messages.ts';
import { createRest } from '../../../src/discord/rest.ts';
import type { FaultKind } from '../../../src/playground/discord/faults.ts';
import { type LocalDiscord, startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import type { Delivery } from '../../../src/store/outbox.ts';
import { dayMs } from '../../../src/time.ts';
import { noHighlights } from '../../../src/topics/matching/highlights.ts';
import { createKeptLog } from '../../support/bot.ts';
import { checkSchema } from '../../support/discord-schema.ts';
import { inventPapers } from '../../support/invented-papers.ts';

let discord: LocalDiscord;
let channelId: string;
let poster: ChannelPoster;
let delivery: Delivery;
let gate: SendGate;
let now = Date.parse('2026-06-12T07:00:00Z');

const digestFor = (id: string): Digest => ({
  channelId: id,
  date: '2026-06-12',
  topics: ['diffusion'],
  items: inventPapers(3, 'diffusion').map((paper) => ({
    paper,
    announceType: 'new',
    matches: [],
    highlights: noHighlights,
  })),
  matchedCount: 3,
  announcedCount: 3,
});

beforeEach(async () => {
  discord = await startLocalDiscord({ clock: () => now, checkSchema });
  const guild = discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
  channelId = [...guild.channelIds][0] ?? '';
  gate = createSendGate({ clock: () => now, log: createKeptLog() });
  poster = posterWith({ timeoutMs: 10_000 });
  const [part] = poster.compose(digestFor(channelId));
  if (part === undefined) throw new Error('nothing was composed');
  const state = {
    state: 'sending',
    attempts: 1,
    inDoubt: false,
    dueAt: 0,
    messageId: null,
    threadId: null,
    destination: null,
    reason: null,
    leftOut: [],
  } as const;
  const { json, nonce } = part;
  const payload = JSON.parse(json);
  delivery = { payload, nonce, ...state, plannedAt: now, id: 1, channelId, date: '2026-06-12', part: 1, parts: 1 };
});
afterEach(async () => {
  expect(discord.violations).toEqual([]);
  await discord[Symbol.asyncDispose]();
});

/** The timeout is long, so that a busy machine does not miss an answer. Tests without an answer set a shorter one. */
function posterWith({ timeoutMs }: { readonly timeoutMs: number }): ChannelPoster {
  const log = createKeptLog();
  const options = { apiUrl: discord.url, token: discord.token, userAgent: 'paperboy/test', log, gate, timeoutMs };
  return createPoster({ rest: createRest(options), log, clock: () => now, gate });
}

const fault = (kind: FaultKind, retryAfterMs?: number) =>
  discord.faults.add({
    kind,
    method: 'POST',
    path: /\/messages$/,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
const posts = () =>
  discord.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages')).length;

describe('post', () => {
  it('sends the frozen payload, which pings nobody, and returns the id of the message', async () => {
    const outcome = await poster.post(delivery);
    const [message] = discord.messages(channelId);
    expect(outcome).toEqual({ kind: 'sent', messageId: message?.id, threadId: null });
    expect(message?.embeds).toHaveLength(3);
    expect(message?.nonce).toBe(delivery.nonce);
    expect(message?.pings).toEqual({ everyone: false, userIds: [], roleIds: [] });
  });

  it.each(['hang', 'bad-gateway', 'reset'] as const)(
    'asks for a retry after %s, and the retry posts nothing twice',
    async (kind) => {
      fault(kind);
      const impatient = posterWith({ timeoutMs: 300 });
      expect(await impatient.post(delivery)).toMatchObject({ kind: 'retry', inDoubt: true });
      expect(posts()).toBe(1);
      now += 3_600_000; // Discord has forgotten the nonce; the channel's history has not forgotten the part.
      const outcome = await poster.post({ ...delivery, inDoubt: true });
      expect(outcome).toEqual({ kind: 'sent', messageId: discord.messages(channelId)[0]?.id, threadId: null });
      expect(discord.messages(channelId)).toHaveLength(1);
    },
  );

  it('does not retry by itself what was not accepted', async () => {
    fault('unavailable');
    expect(await poster.post(delivery)).toMatchObject({ kind: 'retry', reason: 'Discord answered 503' });
    expect(discord.messages(channelId)).toEqual([]);
    expect(posts()).toBe(1);
  });

  it('waits at least as long as a 429 says', async () => {
    fault('rate-limited', 1_163_000);
    const outcome = await poster.post(delivery);
    expect(outcome.kind).toBe('retry');
    expect(outcome.kind === 'retry' && outcome.delayMs).toBeGreaterThanOrEqual(1_163_000);
    expect(posts()).toBe(1);
  });

  it("stays away for a minute after Cloudflare's page, and does not quote it", async () => {
    fault('cloudflare');
    const outcome = await poster.post(delivery);
    expect(outcome.kind === 'retry' && outcome.delayMs).toBeGreaterThanOrEqual(60_000);
    expect(JSON.stringify(outcome)).not.toContain('<');
  });

  it('says what is missing if nothing can be posted', async () => {
    discord.world.setOverwrite(channelId, { member: discord.applicationId, deny: ['SendMessages'] });
    const outcome = await poster.post(delivery);
    expect(outcome).toMatchObject({ kind: 'blocked', reason: expect.stringContaining('Send Messages') });
    discord.world.deleteChannel(channelId);
    expect(await poster.post(delivery)).toMatchObject({
      kind: 'blocked',
      reason: expect.stringContaining('exist'),
    });
  });

  it('gives up a payload that Discord does not accept', async () => {
    const outcome = await poster.post({ ...delivery, payload: { content: 'x'.repeat(2_001) } });
    expect(outcome).toMatchObject({ kind: 'rejected', reason: expect.stringContaining('50035') });
    expect(discord.violations.splice(0)).toHaveLength(1);
  });

  it.each([
    [20016, 400, { kind: 'retry', inDoubt: false }],
    [130000, 403, { kind: 'retry', inDoubt: false }],
    [40006, 400, { kind: 'retry', delayMs: 900_000 }],
    [50027, 401, { kind: 'blocked' }],
    [160005, 400, { kind: 'blocked' }],
    [200000, 400, { kind: 'rejected' }],
    [40333, 403, { kind: 'unauthorized' }],
    [10008, 404, { kind: 'sent', messageId: null }],
  ] as const)('goes by the code before the status: %i with %i → %o', async (code, status, expected) => {
    discord.faults.add({ kind: 'refused', code, status, method: 'POST', path: /\/messages$/ });
    expect(await poster.post(delivery)).toMatchObject(expected);
  });

  it('stops before Discord bans the address, and goes on once half of the budget is free again', async () => {
    for (let refusal = 0; refusal < 999; refusal++) {
      gate.countRefusal();
      now += 300;
    }
    expect(gate.waitMs()).toBe(0);
    gate.countRefusal();
    const waitMs = gate.waitMs();
    expect(waitMs).toBeGreaterThan(4 * 60_000);
    expect(await poster.post(delivery)).toMatchObject({ kind: 'retry', delayMs: waitMs, inDoubt: false });
    expect(posts()).toBe(0);
    now += waitMs;
    expect(await poster.post(delivery)).toMatchObject({ kind: 'sent' });
  });

  it('does not wait longer after the clock was set back', () => {
    gate.close(60_000, 'a test');
    expect(gate.waitMs()).toBe(60_000);
    now -= 3_600_000;
    expect(gate.waitMs()).toBe(0);
  });

  it('does not search for a message that was certainly refused, and reports one that may have arrived', async () => {
    const bot = { member: discord.applicationId };
    discord.world.setOverwrite(channelId, { ...bot, deny: ['ReadMessageHistory'] });
    expect(await poster.post({ ...delivery, attempts: 5, inDoubt: true })).toMatchObject({ kind: 'uncertain' });
    expect(posts()).toBe(0);
    expect(await poster.post({ ...delivery, attempts: 5 })).toMatchObject({ kind: 'sent' });
  });

  it('reports a refused token, also after the library has forgotten it', async () => {
    discord.resetToken();
    expect(await poster.post(delivery)).toMatchObject({ kind: 'unauthorized' });
    expect(await poster.post(delivery)).toMatchObject({ kind: 'unauthorized' });
  });
});

describe('find', () => {
  it('finds the part in the history among other messages, and no other part', async () => {
    expect(await poster.find(delivery)).toEqual({ kind: 'absent' });
    const sent = await poster.post(delivery);
    const reader = discord.person({
      name: 'reader',
      guild: discord.world.guild([...discord.world.guilds.keys()][0] ?? ''),
    });
    reader.say('nice');
    expect(await poster.find(delivery)).toEqual({
      kind: 'found',
      messageId: sent.kind === 'sent' && sent.messageId,
      threadId: null,
    });
    expect(await poster.find({ ...delivery, nonce: 'another' })).toEqual({ kind: 'absent' });
  });

  it("does not mistake a person's copy for the part", async () => {
    const reader = discord.person({ name: 'reader', guild: [...discord.world.guilds.keys()][0] ?? '' });
    reader.say(`-# ${digestReference(delivery.nonce)}`);
    expect(await poster.find(delivery)).toEqual({ kind: 'absent' });
  });

  it('distinguishes a hidden channel, an unreadable history and an empty channel', async () => {
    expect(await poster.find(delivery)).toEqual({ kind: 'absent' });
    const bot = { member: discord.applicationId };
    discord.world.setOverwrite(channelId, { ...bot, deny: ['ReadMessageHistory'] });
    expect(await poster.find(delivery)).toMatchObject({ kind: 'unreadable' });
    discord.world.setOverwrite(channelId, { ...bot, deny: ['ViewChannel'] });
    expect(await poster.find(delivery)).toMatchObject({ kind: 'blocked' });
    discord.setOutage(true);
    expect(await poster.find(delivery)).toMatchObject({ kind: 'retry' });
  });

  it('finds a part that many messages follow', async () => {
    await poster.post(delivery);
    const guild = [...discord.world.guilds.keys()][0] ?? '';
    const reader = discord.person({ name: 'reader', guild });
    for (let index = 0; index < 250; index++) reader.say(`message ${index}`);
    expect(await poster.find(delivery)).toMatchObject({ kind: 'found' });
  });

  it('searches no further back than the part can have been posted', async () => {
    const guild = [...discord.world.guilds.keys()][0] ?? '';
    const reader = discord.person({ name: 'reader', guild });
    for (let index = 0; index < 250; index++) reader.say(`message ${index}`);
    now += 30 * dayMs;
    expect(await poster.find({ ...delivery, plannedAt: now })).toEqual({ kind: 'absent' });
    expect(discord.requests.filter(({ path }) => path.includes('/messages?'))).toHaveLength(1);
  });
});
