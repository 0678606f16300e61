import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { inviteLink } from '../../src/discord/invite-link.ts';
import { type LocalDiscord, startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { type SampleSources, startSampleSources } from '../../src/playground/sample-sources.ts';
import { openStore } from '../../src/store/databases.ts';
import { dayMs, newYorkDate, utcDate } from '../../src/time.ts';
import { serverOrSkip } from '../store/postgres/server.ts';
import { startMailServer } from '../support/mail-server.ts';
import { say } from './kept-output.ts';
import { emptyFolder } from './run-cli.ts';

interface Finding {
  readonly check: string;
  readonly state: string;
  readonly text: string;
  readonly next?: string;
}

/** A machine with a valid configuration, a local Discord and sources that answer. */
interface Machine {
  readonly discord: LocalDiscord;
  readonly sources: SampleSources;
  readonly database: string;
  readonly environment: Record<string, string>;
}

/** A folder that is on a disk, because the doctor warns of a database in memory. */
async function folderOnDisk(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp('/var/tmp/paperboy-doctor-');
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

async function withMachine(use: (machine: Machine) => Promise<void>): Promise<void> {
  await using folder = await folderOnDisk();
  await using discord = await startLocalDiscord();
  await using sources = await startSampleSources({ today: utcDate(Date.now()), easternToday: newYorkDate(Date.now()) });
  const database = join(folder.path, 'paperboy.db');
  const environment = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DATABASE_URL: `file:${database}`,
    SOURCES: 'hf, arxiv',
    HUGGINGFACE_URL: sources.url,
    ARXIV_FEED_URL: sources.url,
    ARXIV_API_URL: sources.url,
    ARXIV_OAI_URL: sources.url,
    ARXIV_CATEGORIES: 'cs.CL',
  };
  await use({ discord, sources, database, environment });
}

/** An address that answers as Discord wants before it saves it. */
async function startEndpoint(): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    const isSigned = !/^0+$/.test(String(request.headers['x-signature-ed25519']));
    response.writeHead(isSigned ? 200 : 401).end('{"type":1}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/interactions`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const pace = { arxivSpacingMs: 0, huggingfaceSpacingMs: 0, arxivRetryPausesMs: [] };

async function examine(
  environment: Readonly<Record<string, string>>,
  { args = [], clock }: { readonly args?: readonly string[]; readonly clock?: () => number } = {},
) {
  const { code, stdout } = await say(['doctor', '--json', ...args], environment, { pace, ...(clock && { clock }) });
  const findings = JSON.parse(stdout) as readonly Finding[];
  return { code, findings, of: (check: string) => findings.filter((one) => one.check === check) };
}

describe('paperboy doctor', () => {
  it('says whether the mail server accepts the login', async () => {
    await using server = await startMailServer();
    await withMachine(async ({ environment }) => {
      const findMail = async (login: string) => {
        const settings = { SMTP_URL: `smtp://${login}@127.0.0.1:${server.port}`, MAIL_FROM: 'papers@example.org' };
        return (await examine({ ...environment, ...settings })).of('mail');
      };
      expect(await findMail('ada:right')).toMatchObject([{ state: 'ok' }]);
      expect(await findMail('ada:wrong')).toMatchObject([
        { state: 'fail', text: expect.stringContaining('535'), next: expect.stringContaining('SMTP_URL') },
      ]);
    });
    expect(server.inbox).toEqual([]);
  });

  it('finds nothing wrong with an installation that works', async () => {
    await withMachine(async ({ discord, environment }) => {
      discord.world.createGuild({ name: 'Reading group', channels: ['papers'] });
      await say(['pull'], environment, { pace });
      const { code, findings, of } = await examine(environment);
      expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
      expect(code).toBe(0);
      const checks = [
        'configuration',
        'node',
        'time zones',
        'database',
        'disk',
        'freshness',
        'discord',
        'clock',
        'sources',
        'mail',
      ];
      expect([...new Set(findings.map(({ check }) => check))]).toEqual(checks);
      expect(of('discord').map(({ text }) => text)).toEqual([
        expect.stringMatching(/^Discord knows the token: .*, application \d+, on 1 server$/),
        `Invite it: ${inviteLink(discord.applicationId)}`,
        expect.stringMatching(/^1 connection needed, [\d,]+ sessions left today$/),
      ]);
      expect(of('sources').map(({ text }) => text)).toEqual(['Hugging Face Daily Papers answers', 'arXiv answers']);
      expect(of('freshness')).toHaveLength(2);
    });
  });

  it('prints a line for each finding, with a sign and the next step', async () => {
    const environment = { DATABASE_URL: `file:${join(await emptyFolder(), 'paperboy.db')}` };
    const { code, stdout } = await say(['doctor', '--offline'], environment);
    expect(code).toBe(0);
    for (const line of stdout.trimEnd().split('\n')) expect(line).toMatch(/^[✓!✗] [a-z ]+: \S/u);
    expect(stdout).toContain('paperboy.db does not exist yet: the first start makes it');
    expect(stdout).not.toContain('discord:');
    expect(stdout).not.toContain('sources:');
  });

  it('says what is wrong with the token, and never shows it', async () => {
    await withMachine(async ({ environment }) => {
      const missing = await examine({ ...environment, DISCORD_TOKEN: '' });
      expect(missing.code).toBe(1);
      expect(missing.of('discord')).toEqual([
        {
          check: 'discord',
          state: 'fail',
          text: 'DISCORD_TOKEN is not set.',
          next: 'Run npm run paperboy -- setup, which asks for it.',
        },
      ]);
      const wrong = await examine({ ...environment, DISCORD_TOKEN: 'bm90.YQ.token' });
      expect(wrong.code).toBe(1);
      expect(wrong.of('discord')[0]).toMatchObject({
        state: 'fail',
        text: expect.stringContaining('Discord does not accept the token'),
        next: expect.stringContaining('Reset the token'),
      });
      expect(JSON.stringify(wrong.findings)).not.toContain('bm90.YQ.token');
    });
  });

  it('says when Discord posts commands to where the bot does not take them', async () => {
    await withMachine(async ({ discord, environment }) => {
      const own = { INTERACTIONS_PORT: '8082', DISCORD_PUBLIC_KEY: discord.endpoint.publicKey.toUpperCase() };
      const found = async (more: Readonly<Record<string, string>>) => {
        const { of } = await examine({ ...environment, ...more });
        return of('discord').slice(3);
      };
      expect(await found({})).toEqual([]);
      expect(await found(own)).toEqual([
        expect.objectContaining({ state: 'warn', next: expect.stringContaining('Interactions Endpoint URL') }),
      ]);
      await using endpoint = await startEndpoint();
      await discord.endpoint.save(endpoint.url);
      expect(await found(own)).toEqual([
        { check: 'discord', state: 'ok', text: `Discord posts commands to ${endpoint.url}` },
      ]);
      expect(await found({})).toEqual([
        expect.objectContaining({ state: 'fail', text: expect.stringContaining('nobody gets an answer') }),
      ]);
      expect(await found({ ...own, DISCORD_PUBLIC_KEY: 'ab'.repeat(32) })).toEqual([
        expect.objectContaining({ state: 'fail', text: expect.stringContaining('not the key of this application') }),
      ]);
    });
  });

  it('says when Discord is down, and when a source is down', async () => {
    await withMachine(async ({ discord, sources, environment }) => {
      sources.setDown(true);
      discord.setOutage(true);
      const { code, of } = await examine(environment);
      expect(code).toBe(1);
      expect(of('discord')[0]).toMatchObject({ state: 'fail', next: expect.stringContaining('network') });
      expect(of('clock')[0]).toMatchObject({ state: 'warn' });
      expect(of('sources')).toEqual([
        expect.objectContaining({
          state: 'warn',
          text: expect.stringMatching(/^Hugging Face Daily Papers does not answer: .*503/),
        }),
        expect.objectContaining({ state: 'warn', text: expect.stringMatching(/^arXiv does not answer: .*503/) }),
      ]);
    });
  });

  it('says how far the clock is from Discord’s', async () => {
    await withMachine(async ({ environment }) => {
      const ahead = await examine(environment, { clock: () => Date.now() + 20_000 });
      expect(ahead.of('clock')[0]).toMatchObject({
        state: 'warn',
        text: expect.stringContaining("ahead of Discord's"),
      });
      const behind = await examine(environment, { clock: () => Date.now() - dayMs });
      expect(behind.of('clock')[0]).toMatchObject({ state: 'fail', next: expect.stringContaining('NTP') });
      expect(behind.code).toBe(1);
    });
  });

  it('says what is wrong with settings, and goes on with those that can be read', async () => {
    await withMachine(async ({ environment }) => {
      const broken = await examine({ ...environment, SOURCES: 'arxvi' });
      expect(broken.code).toBe(1);
      expect(broken.findings).toEqual([
        expect.objectContaining({
          check: 'configuration',
          state: 'fail',
          text: expect.stringContaining('Did you mean arxiv?'),
        }),
      ]);
      const misspelt = await examine({ ...environment, KEEP_PAPER_DAYS: '30' }, { args: ['--offline'] });
      expect(misspelt.code).toBe(0);
      expect(misspelt.of('configuration')[0]).toMatchObject({
        state: 'warn',
        text: expect.stringContaining('KEEP_PAPERS_DAYS'),
      });
      expect(misspelt.of('database')).toHaveLength(1);
    });
  });

  it('says what is wrong with the database', async () => {
    await withMachine(async ({ database, environment }) => {
      const offline = { args: ['--offline'] };
      await (await openStore({ url: environment['DATABASE_URL'] ?? '' }))[Symbol.asyncDispose]();
      expect((await examine(environment, offline)).of('freshness')[0]).toMatchObject({
        text: 'No papers were pulled yet.',
      });

      const changed = new DatabaseSync(database);
      changed.exec("insert into __drizzle_migrations (hash, created_at) values ('future', 9999999999999)");
      changed.close();
      const newer = await examine(environment, offline);
      expect(newer.code).toBe(1);
      expect(newer.of('database')[0]).toMatchObject({
        state: 'fail',
        text: expect.stringContaining('was last used by a newer Paperboy'),
        next: 'Run that version, or restore a backup made before it: npm run paperboy -- restore FILE',
      });

      await writeFile(database, 'This is not a database. '.repeat(400));
      const garbage = await examine(environment, offline);
      expect(garbage.of('database')[0]).toMatchObject({
        state: 'fail',
        text: expect.stringContaining('not a SQLite database'),
      });
      expect(garbage.code).toBe(1);
    });
  });

  it('examines a database on a server, whose disk it cannot see', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    const DATABASE_URL = await server.newDatabase();
    const offline = { args: ['--offline'] };
    const empty = await examine({ DATABASE_URL }, offline);
    expect(empty.of('database')).toEqual([
      {
        check: 'database',
        state: 'ok',
        text: expect.stringMatching(/ has no tables yet: the first start makes them$/),
      },
    ]);
    expect(empty.of('disk')).toEqual([]);
    await using bot = await openStore({ url: DATABASE_URL, isBot: true });
    expect(await bot.counts()).toMatchObject({ papers: 0 });
    const [used] = (await examine({ DATABASE_URL }, offline)).of('database');
    expect(used?.text).toMatch(/: 0 papers, 0 subscriptions, no damage; a bot is running on it$/);
    const missing = await examine({ DATABASE_URL: `${DATABASE_URL.replace('/paperboy_', '/other_')}` }, offline);
    expect(missing.of('database')).toEqual([
      expect.objectContaining({ state: 'fail', next: 'Make it: createdb --owner=USER DATABASE' }),
    ]);
  });

  it('says the role and the shards of a process among several', async () => {
    await withMachine(async ({ discord, environment }) => {
      const offline = { args: ['--offline'] };
      const shared = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' };
      const roleOf = async (more: Readonly<Record<string, string>>) =>
        (await examine({ ...environment, ...more }, offline)).of('role').map(({ text }) => text);
      expect(await roleOf({})).toEqual([]);
      expect(await roleOf({ ...shared, ROLE: 'worker' })).toEqual(['ROLE=worker: it pulls, plans and delivers']);
      expect(await roleOf({ ...shared, ROLE: 'gateway', SHARDS: '0-3/16' })).toEqual([
        'ROLE=gateway: it answers people, with the shards 0-3/16',
      ]);
      expect(await roleOf(shared)).toEqual([
        'ROLE=all: it answers people, and pulls, plans and delivers, with all shards that Discord recommends',
      ]);
      for (let made = 0; made < 2001; made += 1) discord.world.createGuild({ name: `g${made}` });
      const { of } = await examine({ ...environment, SHARDS: '0-1/2' });
      expect(of('discord').slice(2)).toEqual([
        { check: 'discord', state: 'ok', text: '2 connections needed, 1,000 sessions left today' },
        expect.objectContaining({ state: 'warn', text: 'Discord recommends 3 shards, and SHARDS counts 2.' }),
      ]);
    });
  });

  it('warns when the papers are old', async () => {
    await withMachine(async ({ environment }) => {
      await say(['pull'], environment, { pace });
      const { code, of } = await examine(environment, { args: ['--offline'], clock: () => Date.now() + 3 * dayMs });
      expect(code).toBe(0);
      expect(of('freshness').map(({ state }) => state)).toEqual(['warn', 'warn']);
    });
  });
});
