import { expect, it } from 'vitest';
import { connectGateway } from '../../src/discord/gateway.ts';
import { createGatewayPulse } from '../../src/discord/gateway-pulse.ts';
import { createRest } from '../../src/discord/rest.ts';
import { startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { createKeptLog } from '../support/bot.ts';

it('the pulse of the gateway knows whether it is connected, and how fast it answers', async () => {
  await using discord = await startLocalDiscord({ heartbeatIntervalMs: 50 });
  const { token } = discord;
  const log = createKeptLog();
  const rest = createRest({ apiUrl: discord.url, token, userAgent: 'paperboy/test', log });
  const { signal } = new AbortController();
  const pulse = createGatewayPulse();
  const none = { isConnected: false, latencyMs: null, shards: 0, connected: 0, isStandby: false };
  expect(pulse.state()).toEqual(none);
  await using _gateway = await connectGateway({
    token,
    rest,
    log,
    clock: Date.now,
    signal,
    pulse,
    onInteraction: () => {},
  });
  await expect.poll(() => pulse.state().latencyMs).toBeGreaterThanOrEqual(0);
  expect(pulse.state().isConnected).toBe(true);
  discord.setOutage(true);
  await expect.poll(() => pulse.state()).toEqual({ ...none, shards: 1 });
  discord.setOutage(false);
  await expect.poll(() => pulse.state().isConnected, { timeout: 5_000 }).toBe(true);
});
