import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inviteLink } from '../../src/discord/invite-link.ts';
import { startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { startSampleSources } from '../../src/playground/sample-sources.ts';
import { utcDate } from '../../src/time.ts';
import { version } from '../../src/version.ts';
import { say } from './kept-output.ts';
import { emptyFolder, runCli, startCli } from './run-cli.ts';

async function environmentFor(discord: { url: string; token: string }, sourcesUrl: string) {
  return {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    HUGGINGFACE_URL: sourcesUrl,
    ARXIV_FEED_URL: sourcesUrl,
    ARXIV_API_URL: sourcesUrl,
    ARXIV_OAI_URL: sourcesUrl,
    ARXIV_CATEGORIES: 'cs.CL',
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('paperboy start', () => {
  it('explains how to get a token if none is set, and points to the demo', async () => {
    const result = await runCli(['start'], await emptyFolder());
    expect(result.code).toBe(78);
    expect(result.stderr).toContain('https://discord.com/developers/applications');
    expect(result.stderr).toContain('npm run demo');
  });

  it('names unknown settings of .env, also a misspelled token', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, '.env'), 'DISCORD_TOKN=a.b.c\n');
    const words = '.env sets DISCORD_TOKN, which is not a setting. Did you mean DISCORD_TOKEN?';
    expect(await runCli(['start'], folder)).toMatchObject({ code: 78, stderr: expect.stringContaining(words) });
    await using discord = await startLocalDiscord();
    const environment = { DISCORD_TOKEN: 'bm90.YQ.token', DISCORD_API_URL: discord.url };
    const logged = (await runCli(['start'], folder, environment)).stderr.split('\n');
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ level: 'warn', event: 'config.unused', msg: words });
  });

  it('ends with exit code 78 if Discord refuses the token, and does not print it', async () => {
    await using discord = await startLocalDiscord();
    await using sources = await startSampleSources({ today: '2026-06-12' });
    const environment = await environmentFor({ url: discord.url, token: 'bm90.YQ.token' }, sources.url);
    const result = await runCli(['start'], await emptyFolder(), environment);
    expect(result.code).toBe(78);
    expect(result.stderr).toContain('token');
    expect(result.stderr).not.toContain('bm90.YQ.token');
  });

  it('ends with exit code 78 if the token is reset while it runs', async () => {
    await using discord = await startLocalDiscord();
    await using sources = await startSampleSources({ today: '2026-06-12' });
    const cli = startCli(['start'], await emptyFolder(), await environmentFor(discord, sources.url));
    await cli.says('is ready');
    discord.resetToken();
    discord.gateway.breakConnections();
    const { code } = await cli.result;
    expect(code).toBe(78);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('finishes running work and ends with exit code 0 on %s', async (signal) => {
    await using discord = await startLocalDiscord();
    await using sources = await startSampleSources({ today: utcDate(Date.now()) });
    discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
    const cli = startCli(['start'], await emptyFolder(), await environmentFor(discord, sources.url));
    await cli.says('is ready');
    cli.process.kill(signal);
    const { code, stdout, stderr } = await cli.result;
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    for (const line of stderr.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('event');
    expect(stderr).toContain('"event":"app.stopped"');
    expect(stderr).not.toContain(discord.token);
  });

  it('says what it starts with, what it waits for, and how to invite it', async () => {
    await using discord = await startLocalDiscord();
    await using sources = await startSampleSources({ today: '2026-06-12' });
    discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
    const folder = await emptyFolder();
    discord.setOutage(true);
    const journals = { CROSSREF_ISSNS: '2049-3630', CROSSREF_URL: sources.url, CONTACT: 'me@example.org' };
    const environment = {
      ...(await environmentFor(discord, sources.url)),
      SOURCES: 'arxiv, hf, crossref',
      ...journals,
    };
    const cli = startCli(['start'], folder, environment);
    await cli.says('gateway.unreachable');
    discord.setOutage(false);
    await cli.says('is ready');
    cli.process.kill('SIGTERM');
    const lines = (await cli.result).stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const saidAt = (event: string) => lines.find((line) => line.event === event);
    expect(lines[0]).toMatchObject({
      event: 'app.starting',
      msg:
        `Paperboy ${version} starts with the database ${join(folder, 'data/paperboy.db')} ` +
        'and papers of arXiv, Hugging Face Daily Papers and 1 journal',
    });
    expect(lines[1].msg).toBe(`waiting for Discord at ${discord.url}`);
    expect(saidAt('gateway.unreachable').msg).toMatch(/^waiting for Discord: Discord .*; trying again in \d+ s$/);
    const invite = inviteLink(discord.applicationId);
    expect(saidAt('app.ready').msg).toBe(`Paperboy ${version} is ready on 1 server; invite it: ${invite}`);
  });

  it('shows on its health pages that it waits for Discord', async () => {
    await using discord = await startLocalDiscord();
    await using sources = await startSampleSources({ today: '2026-06-12' });
    discord.setOutage(true);
    const environment = { ...(await environmentFor(discord, sources.url)), HEALTH_PORT: String(await freePort()) };
    const cli = startCli(['start'], await emptyFolder(), environment);
    await cli.says('gateway.unreachable');
    const page = (path: string) => fetch(`http://127.0.0.1:${environment.HEALTH_PORT}${path}`);
    expect((await page('/healthz')).status).toBe(200);
    const ready = await page('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.text()).toContain('fail gateway: not connected to Discord');
    cli.process.kill('SIGTERM');
    expect((await cli.result).code).toBe(0);
  });

  it('ends with exit code 78 if the port of the health pages is taken', async () => {
    await using discord = await startLocalDiscord();
    const { port } = new URL(discord.url);
    const environment = { ...(await environmentFor(discord, discord.url)), HEALTH_PORT: port };
    const result = await runCli(['start'], await emptyFolder(), environment);
    const words = `Another program uses port ${port} of 127.0.0.1. Set HEALTH_PORT to another port, or stop that program.`;
    expect(result).toMatchObject({ code: 78, stderr: expect.stringContaining(words) });
  });

  it.each([
    [{ HEALTH_PORT: '70000' }, 'HEALTH_PORT must be a port from 1 to 65535, or empty'],
    [{ HEALTH_PORT: 'http' }, 'HEALTH_PORT must be a port from 1 to 65535, or empty'],
    [{ HEALTH_HOST: 'http://x' }, 'HEALTH_HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0'],
  ])('refuses %j', async (environment, words) => {
    const result = await say(['start'], { DISCORD_TOKEN: 'bm90.YQ.token', ...environment });
    expect(result).toMatchObject({ code: 78, stderr: expect.stringContaining(words) });
  });

  it('waits for a Discord that is down, and a signal ends the wait', async () => {
    await using discord = await startLocalDiscord();
    await using sources = await startSampleSources({ today: '2026-06-12' });
    discord.setOutage(true);
    const cli = startCli(['start'], await emptyFolder(), await environmentFor(discord, sources.url));
    await cli.says('gateway.unreachable');
    discord.setOutage(false);
    await cli.says('is ready');
    cli.process.kill('SIGTERM');
    expect((await cli.result).code).toBe(0);

    discord.setOutage(true);
    const waiting = startCli(['start'], await emptyFolder(), await environmentFor(discord, sources.url));
    await waiting.says('gateway.unreachable');
    waiting.process.kill('SIGTERM');
    expect((await waiting.result).code).toBe(0);
  });
});
