import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { startLocalDiscord } from '../../src/playground/discord/local-discord.ts';
import { openStore } from '../../src/store/databases.ts';
import { utcDate } from '../../src/time.ts';
import { subscribed } from '../store/contract-channels.ts';
import { listingOf, noon } from '../store/invented-listings.ts';
import { planOf } from '../store/invented-requests.ts';
import { putNewDatabase } from '../support/new-database.ts';
import { say } from './kept-output.ts';
import { emptyFolder, runCli, startCli } from './run-cli.ts';

/** A folder with the database of a bot. Each test has its own, so that none can touch that of another. */
async function createInstallation() {
  const folder = await emptyFolder();
  const place = (name: string) => join(folder, name);
  const url = `file:${place('paperboy.db')}`;
  return {
    folder,
    place,
    url,
    files: () => readdirSync(folder).toSorted(),
    /** Runs a command in this process. Names of files are those in the folder. */
    cli: (...args: string[]) =>
      say(
        args.map((arg, index) => (index === 0 ? arg : inFolder(folder, arg))),
        { DATABASE_URL: url },
      ),
    async fill(...papers: string[]): Promise<void> {
      if (!existsSync(place('paperboy.db'))) putNewDatabase(place('paperboy.db'));
      await using store = await openStore({ url });
      await store.recordListing(listingOf(...papers), noon);
      await store.recordFailedPull('arxiv', '2026-03-03', 'arXiv did not answer', noon);
      await subscribed(store, 'lake');
    },
  };
}

const inFolder = (folder: string, arg: string): string =>
  arg.trim() === '' || arg.startsWith('-') || isAbsolute(arg) ? arg : `${folder}/${arg}`;

type Installation = Awaited<ReturnType<typeof createInstallation>>;

/** Writes junk over the middle of a file. */
function damage(path: string): void {
  const file = openSync(path, 'r+');
  const { size } = statSync(path);
  for (let at = 8_192; at < size; at += 4_096) writeSync(file, Buffer.alloc(600, 0xa5), 0, 600, at + 200);
}

describe('paperboy backup and restore', () => {
  it('copies the database while another process writes, and restores it', async () => {
    const { folder, place, url, fill } = await createInstallation();
    const run = (...args: string[]) => runCli(args, folder, { DATABASE_URL: 'file:paperboy.db' });
    await fill('a/1', 'a/2');
    await using writer = await openStore({ url });
    const backup = await run('backup', 'saved.db', '--json');
    expect(backup).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(backup.stdout)).toMatchObject({ papers: 2, subscriptions: 1, newestListing: '2026-03-02' });
    await writer.recordListing(listingOf('a/3'), noon);
    await writer[Symbol.asyncDispose]();

    const restored = await run('restore', 'saved.db');
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
    const { url, cli, fill } = await createInstallation();
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

  it('counts one thing in the singular, and says that there is no listing yet', async () => {
    const { url, cli, fill } = await createInstallation();
    await (await openStore({ url }))[Symbol.asyncDispose]();
    expect((await cli('backup', 'first.db')).stdout).toContain('\n  0 papers, no listing yet\n');
    await fill('a/1');
    await using store = await openStore({ url });
    await store.planDigest(planOf(1));
    const { stdout } = await cli('backup', 'saved.db');
    expect(stdout).toContain('\n  1 paper, the newest listing of 2026-03-02\n');
    expect(stdout).toContain('\n  1 subscription in 1 channel\n  1 message not posted yet\n');
  });

  it('never replaces a file, and needs a database and a name', async () => {
    const { place, cli, fill } = await createInstallation();
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
    const { place, cli, fill } = await createInstallation();
    await fill('a/1');
    const words = (path: string) => `failed: ${path} cannot be opened or written (ENOENT)`;
    const saved = await cli('backup', '/proc/paperboy/saved.db');
    expect(saved).toMatchObject({ code: 1, stderr: expect.stringContaining(words('/proc/paperboy/saved.db')) });
    await cli('backup', 'saved.db');
    const elsewhere = { DATABASE_URL: 'file:/proc/paperboy/paperboy.db' };
    const restored = await say(['restore', place('saved.db')], elsewhere);
    expect(restored).toMatchObject({ code: 1, stderr: expect.stringContaining(words('/proc/paperboy/paperboy.db')) });
  });

  it('leaves no file of SQLite beside the databases, also after the bot was killed', async () => {
    const { place, url, cli, fill, files } = await createInstallation();
    await fill('a/1');
    await cli('backup', 'saved.db');
    expect(files()).toEqual(['paperboy.db', 'saved.db']);
    await using killed = await openStore({ url });
    await killed.recordListing(listingOf('a/2'), noon);
    // A killed bot leaves its database and the write-ahead log as they are at that moment.
    for (const end of ['', '-wal']) copyFileSync(place(`paperboy.db${end}`), place(`other.db${end}`));
    const restored = await say(['restore', place('saved.db')], { DATABASE_URL: `file:${place('other.db')}` });
    expect(restored.code).toBe(0);
    const kept = files().filter((name) => name.startsWith('other.db.before-restore'));
    expect(files().filter((name) => name.startsWith('other.db'))).toEqual(['other.db', ...kept, 'other.db.lock']);
    expect(kept).toHaveLength(1);
    await using earlier = await openStore({ url: `file:${place(kept[0] ?? '')}` });
    expect(await earlier.paper('a/2')).not.toBeNull();
  });

  const notABackup = 'Name a file that npm run paperboy -- backup FILE made.';
  it.each<[string, (installation: Installation) => void, string]>([
    ['is damaged', ({ place }) => damage(place('bad.db')), 'bad.db is damaged. Name an older backup.'],
    [
      'is not a database',
      ({ place }) => writeFileSync(place('bad.db'), 'Not a database. '.repeat(99)),
      `bad.db is not a SQLite database, or is damaged. ${notABackup}`,
    ],
    ['is empty', ({ place }) => writeFileSync(place('bad.db'), ''), `bad.db is empty. ${notABackup}`],
    ['is not there', ({ place }) => rmSync(place('bad.db')), `There is no file`],
    [
      'is a folder',
      ({ place }) => {
        rmSync(place('bad.db'));
        mkdirSync(place('bad.db'));
      },
      `bad.db is a folder. ${notABackup}`,
    ],
    [
      'is the database of another program',
      ({ place }) => {
        rmSync(place('bad.db'));
        const other = new DatabaseSync(place('bad.db'));
        other.exec('create table songs (title text)');
        other.close();
      },
      `bad.db is a database of another program. ${notABackup}`,
    ],
    [
      'is the database itself under another name',
      ({ place }) => {
        rmSync(place('bad.db'));
        symlinkSync(place('paperboy.db'), place('bad.db'));
      },
      'bad.db is the database itself. Name a backup of it.',
    ],
  ])('refuses a backup that %s, with advice about FILE', async (_, spoil, complaint) => {
    const installation = await createInstallation();
    const { place, url, cli, fill, files } = installation;
    await fill('a/1', 'a/2');
    copyFileSync(place('paperboy.db'), place('bad.db'));
    spoil(installation);
    const before = files();
    const refused = await cli('restore', 'bad.db');
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(complaint) });
    expect(refused.stderr).not.toContain('DATABASE_URL');
    expect(files()).toEqual(before);
    await using store = await openStore({ url });
    expect(await store.paper('a/2')).not.toBeNull();
  });

  it.runIf(process.platform === 'linux')('refuses /etc/passwd and /dev/null as a backup', async () => {
    const { cli, files } = await createInstallation();
    const refused = await cli('restore', '/etc/passwd');
    expect(refused.stderr).toBe(
      `restore failed: /etc/passwd is not a SQLite database, or is damaged. ${notABackup} Nothing has changed.\n`,
    );
    expect((await cli('restore', '/dev/null')).stderr).toContain(`/dev/null is not a file. ${notABackup}`);
    expect(files()).toEqual([]);
  });

  it.each([
    ['.', /is a folder\. Name a file in it, such as .*backup\.db\./],
    ['new/', /new is a folder\. Name a file in it, such as .*new.backup\.db\./],
    ['paperboy.db', /paperboy\.db is the database itself\. Name another file\./],
    ['./x/../paperboy.db', /paperboy\.db is the database itself\. Name another file\./],
    ['paperboy.db-wal', /paperboy\.db-wal belongs to the database\. Name another file\./],
    ['paperboy.db.lock', /paperboy\.db\.lock belongs to the database\. Name another file\./],
  ])('refuses to write a backup to %s, with advice about FILE', async (target, complaint) => {
    const { cli, fill, files } = await createInstallation();
    await fill('a/1');
    expect(await cli('backup', target)).toMatchObject({ code: 1, stderr: expect.stringMatching(complaint) });
    expect(files()).toEqual(['paperboy.db']);
  });

  it('speaks of DATABASE_URL where that is a folder, and not of FILE', async () => {
    const { folder, place, cli, files } = await createInstallation();
    const { stderr } = await say(['backup', place('saved.db')], { DATABASE_URL: `file:${folder}` });
    expect(stderr).toContain('or set DATABASE_URL to a file');
    expect(files()).toEqual([]);
    expect((await cli('backup', 'saved.db')).stderr).toContain('Check DATABASE_URL');
  });

  it.each(['backup', 'restore'])('asks for FILE where it is blank: %s', async (command) => {
    const { cli } = await createInstallation();
    for (const blank of ['', '  ']) {
      expect(await cli(command, blank)).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/^FILE is missing\.\n/),
      });
    }
  });
});

describe('paperboy start', () => {
  const environmentOf = ({ url }: Installation, discord: { token: string; url: string }) => ({
    DATABASE_URL: url,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    HUGGINGFACE_URL: 'http://127.0.0.1:9',
    ARXIV_FEED_URL: 'http://127.0.0.1:9',
  });

  it('refuses a database that another bot uses, and takes it once that bot was killed', async () => {
    const installation = await createInstallation();
    const { folder, place, cli, fill } = installation;
    await using discord = await startLocalDiscord({ limits: { identifyWindowMs: 0 } });
    const environment = environmentOf(installation, discord);
    const first = startCli(['start'], folder, environment);
    await first.says('app.ready');
    const second = await runCli(['start'], folder, environment);
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining('Another Paperboy is running on') });
    const beside = () => runCli(['pull', '--source', 'huggingface'], folder, environment);
    expect((await beside()).stderr).toContain('The bot is running. Better stop it meanwhile');
    await fill('a/1');
    await cli('backup', 'saved.db');
    expect((await cli('restore', 'saved.db')).stderr).toContain('Another Paperboy is running on');
    expect(existsSync(place('saved.db'))).toBe(true);
    first.process.kill('SIGKILL');
    await first.result;
    expect((await beside()).stderr).not.toContain('The bot is running');
    const third = startCli(['start'], folder, environment);
    await third.says('app.ready');
    third.process.kill('SIGTERM');
    expect((await third.result).code).toBe(0);
  }, 120_000);

  it('reports a damaged database, and says what to do', async () => {
    const installation = await createInstallation();
    const { folder, place, fill } = installation;
    await fill('a/1', 'a/2');
    damage(place('paperboy.db'));
    const nowhere = { token: 'a.b.c', url: 'http://127.0.0.1:9' };
    const refused = await runCli(['start'], folder, environmentOf(installation, nowhere));
    expect(refused.code).toBe(78);
    expect(refused.stderr).toMatch(/is damaged .*npm run paperboy -- restore FILE/s);
  });
});
