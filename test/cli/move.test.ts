import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { runCli as runHere } from '../../src/cli/run.ts';
import { openStore } from '../../src/store/databases.ts';
import { subscribed } from '../store/contract-channels.ts';
import { listingOf, noon } from '../store/invented-listings.ts';
import { serverOrSkip } from '../store/postgres/server.ts';
import { putNewDatabase } from '../support/new-database.ts';
import { FakeTerminal } from './fake-terminal.ts';
import { say } from './kept-output.ts';
import { emptyFolder, runCli } from './run-cli.ts';

/** A folder with a database that has two papers and a subscription. */
async function installation() {
  const folder = await emptyFolder();
  const place = (name: string) => join(folder, name);
  const url = `file:${place('paperboy.db')}`;
  putNewDatabase(place('paperboy.db'));
  await using store = await openStore({ url, searchesHere: true });
  await store.recordListing(listingOf('a/1', 'a/2'), noon);
  await subscribed(store, 'lake');
  const environment = { DATABASE_URL: url };
  return {
    folder,
    place,
    environment,
    move: (...args: string[]) => say(['move', ...args], environment),
    run: (name: string, statement: string) => {
      const database = new DatabaseSync(place(name));
      database.exec(statement);
      database.close();
    },
  };
}

const rowOf = (table: string, rows: number) => new RegExp(`^ {2}${table} +${rows} {2}[\\da-f]{16}$`, 'm');

describe('paperboy move', () => {
  it('prints each table with its checksum, and the next step', async () => {
    const { place, move } = await installation();
    const bytes = readFileSync(place('paperboy.db'));
    const { code, stdout, stderr } = await move('--to', `file:${place('new/other.db')}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Moved everything from ${place('paperboy.db')} to ${place('new/other.db')}:\n\n  table `);
    for (const [table, rows] of [
      ['papers', 2],
      ['subscriptions', 1],
      ['channels', 1],
    ] as const)
      expect(stdout).toMatch(rowOf(table, rows));
    expect(stdout).not.toMatch(/^ {2}deliveries/m);
    expect(stdout).toMatch(/^Each table has .* on both sides; \d+ further tables without rows\.$/m);
    expect(stdout).toContain('Next: set DATABASE_URL in .env to what --to was, then start the bot: npm start');
    expect(readFileSync(place('paperboy.db')).equals(bytes)).toBe(true);
    await using store = await openStore({ url: `file:${place('new/other.db')}`, searchesHere: true });
    expect(await store.counts()).toMatchObject({ papers: 2, subscriptions: 1 });
    const again = await move('--to', `file:${place('new/other.db')}`);
    expect(again.stdout).toContain('other.db has everything of ');
  });

  it('prints one JSON document', async () => {
    const { place, move } = await installation();
    const { stdout } = await move('--json', '--to', `file:${place('other.db')}`);
    const { from, to, tables, wasDone } = JSON.parse(stdout);
    expect({ from, to, wasDone }).toEqual({ from: place('paperboy.db'), to: place('other.db'), wasDone: false });
    expect(tables).toContainEqual({ name: 'papers', rows: 2, checksum: expect.stringMatching(/^[\da-f]{64}$/) });
  });

  it('moves to PostgreSQL and back, and never prints the password', async ({ skip }) => {
    const server = await serverOrSkip(skip);
    const { place, move } = await installation();
    const url = (await server.newDatabase()).replace('//tests@', '//tests:secret@');
    const there = await move('--to', url);
    expect(there).toMatchObject({ code: 0, stderr: '' });
    expect(there.stdout).toMatch(rowOf('papers', 2));
    expect(there.stdout).not.toContain('secret');
    const back = await say(['move', '--to', `file:${place('back.db')}`, '--json'], { DATABASE_URL: url });
    expect(JSON.parse(back.stdout).tables).toContainEqual(expect.objectContaining({ name: 'papers', rows: 2 }));
  });

  it.each([
    [[], /^The new database is missing\. Write it as --to postgres:/],
    [['--to', ' '], /^The new database is missing\./],
    [['--to', 'mysql://bot:secret@db.example/x'], /^--to \(a mysql: URL\) cannot be used\. .* Set it to a file/],
    [
      ['--to', 'postgres://bot:secret@db.example'],
      /^--to \(a postgres: URL\) cannot be used\. It does not name a database/,
    ],
    [['other.db'], /^Unexpected argument 'other\.db'\./],
  ])('refuses a command line that cannot be understood: %j', async (args, complaint) => {
    const { code, stderr } = await say(['move', ...args], { DATABASE_URL: 'file:nowhere.db' });
    expect(code).toBe(2);
    expect(stderr).toMatch(complaint);
    expect(stderr).toContain('See: npm run paperboy -- move --help');
    expect(stderr).not.toContain('secret');
  });

  it('fails with the next step if a database cannot be used, and makes nothing', async () => {
    const { folder, place, move } = await installation();
    const files = readdirSync(folder);
    const missing = await say(['move', '--to', `file:${place('other.db')}`], { DATABASE_URL: `file:${place('x.db')}` });
    expect(missing).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^move failed: There is no database .*x\.db/),
    });
    const same = await move('--to', `file:${place('./paperboy.db')}`);
    expect(same).toMatchObject({ code: 1, stderr: expect.stringContaining('DATABASE_URL and --to both name') });
    const nobody = await move('--to', 'postgres://bot:secret@127.0.0.1:1/x');
    expect(nobody.code).toBe(1);
    expect(nobody.stderr).toMatch(
      /^move failed: 127\.0\.0\.1:1\/x cannot be reached \(.*ECONNREFUSED.*\)\. Check that/,
    );
    const nowhere = await move('--to', 'postgres://bot:secret@nowhere.invalid/x');
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('Check the host in --to.') });
    const wrong = await say(['move', '--to', `file:${place('other.db')}`], { DATABASE_URL: 'oracle:x' });
    expect(wrong).toMatchObject({ code: 78, stderr: expect.stringContaining('DATABASE_URL must begin with file:') });
    const folderItself = await move('--to', `file:${folder}`);
    expect(folderItself).toMatchObject({ code: 1, stderr: expect.stringContaining('or set --to to a file') });
    expect(readdirSync(folder).filter((name) => !name.endsWith('.lock'))).toEqual(files);
  });

  it('lets no bot start on a database that is moved half, and goes on there', async () => {
    const { folder, place, move, run } = await installation();
    const to = `file:${place('other.db')}`;
    putNewDatabase(place('other.db'));
    run('other.db', 'create table paperboy_moving (name text primary key, value text not null)');
    const environment = { DATABASE_URL: to, DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://127.0.0.1:9' };
    const started = await runCli(['start'], folder, environment);
    expect(started).toMatchObject({ code: 78, stderr: expect.stringContaining('begun and not ended') });
    for (const args of [['preview', '--topic', 'x'], ['backup', place('copy.db')], ['pull']]) {
      const refused = await say(args, environment);
      expect(refused.stderr, args[0]).toContain('run npm run paperboy -- move --to again');
      expect(refused.code, args[0]).not.toBe(0);
    }
    const moved = await move('--to', to);
    expect(moved).toMatchObject({
      code: 0,
      stderr: 'DATABASE_URL has changed since this move began, so everything is copied again.\n',
    });
    await (await openStore({ url: to, searchesHere: true }))[Symbol.asyncDispose]();
    expect(existsSync(place('copy.db'))).toBe(false);
  });

  it('shows a bar on a terminal', async () => {
    const { place, environment } = await installation();
    const [stdout, stderr] = [new FakeTerminal(), new FakeTerminal()];
    const { signal } = new AbortController();
    const args = ['move', '--to', `file:${place('other.db')}`];
    expect(await runHere(args, { environment, envFile: '', stdout, stderr, signal })).toBe(0);
    for (const step of ['reading', 'copying', 'indexing', 'checking'])
      expect(stderr.written).toMatch(new RegExp(`\\[=* *\\] {1,3}\\d+ % {2}${step}`));
    expect(stderr.lines).toEqual([]);
  });

  it('stops when it is asked to', async () => {
    const { place, environment } = await installation();
    const signal = AbortSignal.abort();
    const stopped = await say(['move', '--to', `file:${place('other.db')}`], environment, { signal });
    expect(stopped).toMatchObject({
      code: 1,
      stderr: 'move failed: It was stopped. To go on, run the same command again: it goes on where it was.\n',
    });
  });
});
