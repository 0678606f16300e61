import { expect, it } from 'vitest';
import type { GuildPlan } from '../../src/playground/discord/world-plans.ts';
import { startSampleSources } from '../../src/playground/sample-sources.ts';
import { dayMs } from '../../src/time.ts';
import { type RunningApp, runApp } from './running-app.ts';

const now = Date.parse('2026-06-12T07:00:00Z');

async function running(use: (app: RunningApp) => Promise<void>) {
  await using sources = await startSampleSources({ today: '2026-01-01' });
  await using app = await runApp({ sourcesUrl: sources.url, now });
  await use(app);
  expect(app.discord.violations).toEqual([]);
}

/** Lets the bot join a new server, whose first channel is its system channel. */
function invite({ discord: { world } }: RunningApp, plan: Partial<GuildPlan> = {}, hasSystemChannel = true) {
  const guild = world.createGuild({ name: 'Lab', channels: ['general'], ...plan, bot: false });
  const [channelId = ''] = guild.channelIds;
  if (hasSystemChannel) world.setSystemChannel(guild, channelId);
  const join = () => world.inviteBot(guild, plan.bot === false ? [] : plan.bot);
  const greetings = () => world.channel(channelId).messages ?? [];
  return { guild, channelId, join, greetings };
}

const whenLogged = (app: RunningApp, event: string, guildId: string) =>
  expect
    .poll(() => app.log.lines.filter((line) => line.event === event && line['guildId'] === guildId).length, {
      timeout: 10_000,
    })
    .toBe(1);

it('a server that the bot joins is greeted once, in its language, through reconnects, outages and restarts', async () => {
  await running(async (app) => {
    const { guild, join, greetings } = invite(app, { locale: 'de' });
    join();
    await whenLogged(app, 'guild.greeted', guild.id);
    expect(greetings().map(({ body }) => body.content)).toEqual([expect.stringMatching(/^\*\*Hallo! Ich bringe/)]);
    app.discord.world.setGuildOutage(guild, true);
    app.discord.world.setGuildOutage(guild, false);
    app.discord.gateway.invalidateSessions();
    await expect.poll(() => app.discord.gateway.connected(), { timeout: 20_000 }).toBe(1);
    await app.restart();
    app.discord.world.removeBot(guild);
    join();
    await app.restart();
    expect(greetings()).toHaveLength(1);
    const anna = app.discord.person({ name: 'anna', guild, permissions: ['ManageChannels'] });
    const [message] = anna.read();
    if (message === undefined) throw new Error('Anna sees no greeting.');
    const step = await anna.press(message, 'Einrichten');
    await app.restart();
    const [channel = ''] = guild.channelIds;
    expect((await anna.choose(step, 'Choose a channel…', channel)).content).toContain('step 2 of 4');
  });
});

it('a server that invited the bot while it was stopped is greeted when it starts', async () => {
  await running(async (app) => {
    const { guild, join, greetings } = invite(app);
    await app.whileStopped(join);
    await whenLogged(app, 'guild.greeted', guild.id);
    expect(greetings()).toHaveLength(1);
  });
});

it('a server that the bot joined long ago is not greeted', async () => {
  await running(async (app) => {
    const { join, greetings } = invite(app);
    await app.whileStopped(() => {
      join();
      app.setTime(now + dayMs + 1);
    });
    expect(greetings()).toEqual([]);
  });
});

it('without a system channel, or a permission to write there, the bot says nothing and logs one line', async () => {
  await running(async (app) => {
    const without = invite(app, {}, false);
    const silent = invite(app, { bot: ['ViewChannel'], everyone: ['ViewChannel'] });
    const hidden = invite(app);
    app.discord.world.setOverwrite(hidden.channelId, { deny: ['ViewChannel'] });
    for (const { guild, join, greetings } of [without, silent, hidden]) {
      join();
      await whenLogged(app, 'guild.not-greeted', guild.id);
      expect(greetings()).toEqual([]);
    }
    expect(app.discord.requests.filter(({ method, path }) => method === 'POST' && /messages$/.test(path))).toEqual([]);
  });
});

it('a greeting that Discord refuses is given up, and one whose answer is lost is not sent twice', async () => {
  await running(async (app) => {
    const refused = invite(app);
    app.discord.faults.add({ kind: 'refused', method: 'POST', path: /messages$/, status: 403, code: 50013 });
    refused.join();
    await whenLogged(app, 'guild.not-greeted', refused.guild.id);
    expect(refused.greetings()).toEqual([]);
    const lost = invite(app);
    app.discord.faults.add({ kind: 'bad-gateway', method: 'POST', path: /messages$/ });
    lost.join();
    await expect.poll(() => lost.greetings().length, { timeout: 10_000 }).toBe(1);
    await app.restart();
    expect(lost.greetings()).toHaveLength(1);
  });
});
