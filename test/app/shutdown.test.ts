import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { deliveryNonce } from '../../src/digests/delivery-nonce.ts';
import { defaultSchedule } from '../../src/digests/schedule.ts';
import { digestReference } from '../../src/discord/rendering/digest-messages.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { openStore } from '../../src/store/databases.ts';
import { parseTopic } from '../../src/topics/language/parse.ts';
import { startCli } from '../cli/run-cli.ts';

const date = '2026-06-12';

/** A database in which a digest of one message waits to be sent. */
async function databaseWithDelivery(guildId: string, channelId: string): Promise<string> {
  const url = `file:${join(await mkdtemp(join(tmpdir(), 'paperboy-')), 'paperboy.db')}`;
  await using store = await openStore({ url });
  const parsed = parseTopic('diffusion');
  if (!parsed.ok) throw new Error(parsed.error.message);
  const at = Date.now();
  const defaults = { schedule: defaultSchedule, maxPapers: 10, language: 'en' as const, nextDigestAt: at + 3600_000 };
  await store.subscribe({ guildId, channelId, topic: parsed.topic, userId: '1', at, defaults, cap: 50 });
  const nonce = deliveryNonce(channelId, date, 1);
  const payload = {
    content: `Papers\n-# ${digestReference(nonce)}`,
    nonce,
    enforce_nonce: true,
    allowed_mentions: { parse: [] },
  };
  const times = { nextDigestAt: at + 3600_000, at };
  await store.planDigest({
    channelId,
    date,
    papers: [],
    parts: [{ json: JSON.stringify(payload), nonce }],
    consideredNewsNumber: 0,
    ...times,
  });
  return url;
}

async function whenPosting(discord: LocalDiscord): Promise<void> {
  const isPosting = () => discord.requests.some(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
  while (!isPosting()) await pause(5);
}

async function startWithDelivery(discord: LocalDiscord) {
  const guild = discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
  const [channelId = ''] = guild.channelIds;
  const databaseUrl = await databaseWithDelivery(guild.id, channelId);
  const nowhere = 'http://127.0.0.1:9';
  const environment = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DATABASE_URL: databaseUrl,
    HUGGINGFACE_URL: nowhere,
    ARXIV_FEED_URL: nowhere,
  };
  const start = () => startCli(['start'], tmpdir(), environment);
  const state = async () => {
    await using store = await openStore({ url: databaseUrl });
    return (await store.deliveries(channelId, date)).map((delivery) => delivery.state);
  };
  return { channelId, start, state };
}

describe('stopping', () => {
  it('finishes the message that is being sent', async () => {
    await using discord = await startLocalDiscord({ latencyMs: 300 });
    const { channelId, start, state } = await startWithDelivery(discord);
    const cli = start();
    await whenPosting(discord);
    cli.process.kill('SIGTERM');
    expect((await cli.result).code).toBe(0);
    expect(discord.messages(channelId)).toHaveLength(1);
    expect(await state()).toEqual(['sent']);
  });

  it('ends at once at the second signal, and the next start posts the interrupted message once', async () => {
    await using discord = await startLocalDiscord({ limits: { identifyWindowMs: 0 }, nonceWindowMs: 0 });
    const { channelId, start, state } = await startWithDelivery(discord);
    discord.faults.add({ kind: 'hang', method: 'POST', path: /\/messages$/ });
    const cli = start();
    await whenPosting(discord);
    cli.process.kill('SIGTERM');
    await pause(100);
    const before = Date.now();
    cli.process.kill('SIGTERM');
    expect((await cli.result).code).toBe(1);
    expect(Date.now() - before).toBeLessThan(2_000);
    expect(await state()).toEqual(['sending']);

    const again = start();
    await again.says('delivery.sent');
    again.process.kill('SIGTERM');
    expect((await again.result).code).toBe(0);
    expect(discord.messages(channelId)).toHaveLength(1);
    expect(await state()).toEqual(['sent']);
  });
});
