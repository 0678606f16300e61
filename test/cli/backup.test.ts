import {
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { openStore } from '../../src/store/databases.ts';
import { utcDate } from '../../src/time.ts';
import { subscribed } from '../store/contract-channels.ts';
import { listingOf, noon } from '../store/invented-listings.ts';
import { planOf } from '../store/invented-requests.ts';
import { emptyFolder, runCli, startCli } from './run-cli.ts';

let folder: string;
let url: string;
const place = (name: string) => join(folder, name);
const cli = (...args: string[]) => runCli(args, folder, { DATABASE_URL: url });

beforeEach(async () => {
  folder = await emptyFolder();
  url = `file:${place('paperboy.db')}`;
});

async function fill(...papers: string[]): Promise<void> {
  await using store = await openStore({ url });
  await store.recordListing(listingOf(...papers), noon);
  await store.recordFailedPull('arxiv', '2026-03-03', 'arXiv did not answer', noon);
  await subscribed(store, 'lake');
}

/** Writes junk over the middle of a file. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  const { size } = statSync(path);
  for (let at = 8_192; at < size; at += 4_096) writeSync(file, Buffer.alloc(600, 0xa5), 0, 600, at + 200);
}

describe('paperboy backup and restore', () => {
  it('copies the database while another process writes, and restores it', async () => {
    await fill('a/1', 'a/2');
    await using writer = await openStore({ url });
    const backup = await cli('backup', 'saved.db', '--json');
    expect(backup).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(backup.stdout)).toMatchObject({ papers: 2, subscriptions: 1, newestListing: '2026-03-02' });
    await writer.recordListing(listingOf('a/3'), noon);
    await writer[Symbol.asyncDispose]();

    const restored = await cli('restore', 'saved.db');
    expect(restored.code).toBe(0);
    expect(restored.stdout).toContain('2 papers, the newest listing of 2026-03-02');
    expect(restored.stdout).toContain('is kept as');
    await using store = await openStore({ url });
    expect(await store.paper('a/3')).toBeNull();
    const [kept = ''] = readdirSync(folder).filter((name) => name.includes('before-restore'));
    await using earlier = await openStore({ url: `file:${place(kept)}` });
    expect(await earlier.paper('a/3')).not.toBeNull();
  });

  it('marks messages that may have been posted since, so that they are looked for first', async () => {
    await fill('a/1');
    await using before = await openStore({ url });
    await before.planDigest(planOf(2));
    await before[Symbol.asyncDispose]();
    await cli('backup', 'saved.db');
    await cli('restore', 'saved.db');
    await using store = await openStore({ url });
    expect((await store.deliveries('channel', '2026-03-02')).map(({ inDoubt }) => inDoubt)).toEqual([true, true]);
    const today = utcDate(Date.now());
    await store.planDigest(planOf(1, { date: today }));
    await store.planDigest(planOf(1, { date: '2999-01-01' }));
    const doubt = async (date: string) => (await store.deliveries('channel', date)).map(({ inDoubt }) => inDoubt);
    expect([await doubt(today), await doubt('2999-01-01')]).toEqual([[true], [false]]);
  });

  it('never replaces a file, and needs a database and a name', async () => {
    expect(await cli('backup', 'saved.db')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing to back up'),
    });
    await fill('a/1');
    writeFileSync(place('saved.db'), 'precious');
    expect(await cli('backup', 'saved.db')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('exists already'),
    });
    expect(readFileSync(place('saved.db'), 'utf8')).toBe('precious');
    expect(await cli('backup')).toMatchObject({ code: 2, stderr: expect.stringContaining('FILE is missing') });
    expect(await cli('backup', 'a', 'b')).toMatchObject({ code: 2 });
  });

  it.runIf(process.platform === 'linux')('names the place that cannot be written, and not another', async () => {
    await fill('a/1');
    const words = (path: string) => `failed: ${path} cannot be opened or written (ENOENT)`;
    const saved = await cli('backup', '/proc/paperboy/saved.db');
    expect(saved).toMatchObject({ code: 1, stderr: expect.stringContaining(words('/proc/paperboy/saved.db')) });
    await cli('backup', 'saved.db');
    url = 'file:/proc/paperboy/paperboy.db';
    const restored = await cli('restore', 'saved.db');
    expect(restored).toMatchObject({ code: 1, stderr: expect.stringContaining(words('/proc/paperboy/paperboy.db')) });
  });

  it.each([
    ['is damaged', () => damage(place('bad.db')), 'is damaged'],
    ['is not a database', () => writeFileSync(place('bad.db'), 'Not a database. '.repeat(99)), 'not a SQLite database'],
    ['is not there', () => {}, 'There is no file'],
  ])('refuses a backup that %s', async (name, spoil, complaint) => {
    await fill('a/1', 'a/2');
    if (name !== 'is not there') copyFileSync(place('paperboy.db'), place('bad.db'));
    spoil();
    const refused = await cli('restore', 'bad.db');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining(complaint) });
    await using store = await openStore({ url });
    expect(await store.paper('a/2')).not.toBeNull();
    expect(readdirSync(folder).filter((file) => file.includes('before-restore'))).toEqual([]);
  });
});

describe('paperboy start', () => {
  const environment = (discord: { token: string; url: string }) => ({
    DATABASE_URL: url,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    HUGGINGFACE_URL: 'http://127.0.0.1:9',
    ARXIV_FEED_URL: 'http://127.0.0.1:9',
  });

  it('refuses a database that another bot uses, and takes it once that bot was killed', async () => {
    await using discord = await startLocalDiscord({ limits: { identifyWindowMs: 0 } });
    const first = startCli(['start'], folder, environment(discord));
    await first.says('app.ready');
    const second = await runCli(['start'], folder, environment(discord));
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining('Another Paperboy is running on') });
    const beside = () => runCli(['pull', '--source', 'huggingface'], folder, environment(discord));
    expect((await beside()).stderr).toContain('The bot is running. Better stop it meanwhile');
    await fill('a/1');
    await cli('backup', 'saved.db');
    expect((await cli('restore', 'saved.db')).stderr).toContain('Another Paperboy is running on');
    expect(existsSync(place('saved.db'))).toBe(true);
    first.process.kill('SIGKILL');
    await first.result;
    expect((await beside()).stderr).not.toContain('The bot is running');
    const third = startCli(['start'], folder, environment(discord));
    await third.says('app.ready');
    third.process.kill('SIGTERM');
    expect((await third.result).code).toBe(0);
  }, 120_000);

  it('reports a damaged database, and says what to do', async () => {
    await fill('a/1', 'a/2');
    damage(place('paperboy.db'));
    const refused = await runCli(['start'], folder, { ...environment({ token: 'a.b.c', url: 'http://127.0.0.1:9' }) });
    expect(refused.code).toBe(78);
    expect(refused.stderr).toMatch(/is damaged .*npm run paperboy -- restore FILE/s);
  });
});
