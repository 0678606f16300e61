import { createPoster } from '../../../src/discord/posting/poster.ts';
import { createSendGate } from '../../../src/discord/posting/send-gate.ts';
import { createRest } from '../../../src/discord/rest.ts';
import type { FaultKind, FaultPlan } from '../../../src/playground/discord/faults.ts';
import { startLocalDiscord } from '../../../src/playground/discord/local-discord.ts';
import { hourMs } from '../../../src/time.ts';
import { describePoster, type Failure } from '../../posting/poster-contract.ts';
import { createKeptLog } from '../../support/bot.ts';
import { checkSchema } from '../../support/discord-schema.ts';
import { createQuickPace, quickLimits } from '../../support/quick-discord.ts';

describePoster('Discord', async () => {
  let now = Date.now();
  const clock = () => now;
  const discord = await startLocalDiscord({ checkSchema, clock, limits: { ...quickLimits, messagesPerWindow: 1_000 } });
  const guild = discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
  const [channelId = ''] = guild.channelIds;
  const log = createKeptLog();
  const gate = createSendGate({ clock, log });
  const access = { apiUrl: discord.url, token: discord.token, userAgent: 'paperboy/test' };
  const rest = createRest({ ...access, log, gate, pace: createQuickPace(), timeoutMs: 2_000 });
  const poster = createPoster({ rest, log, clock, gate });
  const fault = (kind: FaultKind, more: Partial<FaultPlan> = {}) =>
    discord.faults.add({ kind, method: 'POST', path: /\/messages$/, ...more });
  const failure = (name: string, provoke: () => void, outcome: Failure['outcome'], arrives = false): Failure => ({
    ...{ name, provoke, outcome, arrives },
  });
  let cleared = 0;
  return {
    poster,
    compose: (digest) => poster.compose(digest),
    addressed: { channelId, destination: null },
    messages: () =>
      discord
        .messages(channelId)
        .slice(cleared)
        .map(({ embeds, pings }) => ({
          links: embeds.flatMap(({ url }) => url ?? []),
          mentions: [...(pings.everyone ? ['everyone'] : []), ...pings.userIds, ...pings.roleIds],
        })),
    clear() {
      cleared = discord.messages(channelId).length;
      discord.faults.clear();
      now += hourMs; // Discord has forgotten the nonces.
    },
    failures: [
      failure('it is never answered', () => fault('hang'), 'retry', true),
      failure('the connection breaks', () => fault('reset'), 'retry', true),
      failure('a broken gateway', () => fault('bad-gateway'), 'retry', true),
      failure('a busy Discord', () => fault('unavailable'), 'retry'),
      failure('a message that it refuses', () => fault('refused', { status: 400, code: 50_035 }), 'rejected'),
      failure('a missing permission', () => fault('refused', { status: 403, code: 50_013 }), 'blocked'),
      failure('too many messages', () => fault('rate-limited', { retryAfterMs: 1 }), 'retry'),
    ],
    found: 'found',
    trusted: /^(arxiv\.org|doi\.org|github\.com|huggingface\.co)$/,
    [Symbol.asyncDispose]: () => discord[Symbol.asyncDispose](),
  };
});
