import { join } from 'node:path';
import Connection from 'better-sqlite3';
import { expect, it } from 'vitest';
import { runCli } from '../../src/cli/run.ts';
import { openStore } from '../../src/store/databases.ts';
import { FakeTerminal } from './fake-terminal.ts';
import { say } from './kept-output.ts';
import { emptyFolder } from './run-cli.ts';

/** A database that takes longer to copy than the bar takes to be drawn. */
async function largeDatabase(folder: string): Promise<string> {
  const path = join(folder, 'paperboy.db');
  await using _store = await openStore({ url: `file:${path}` });
  const connection = new Connection(path);
  connection.exec(`insert into facts (name, value) values ('padding', zeroblob(100000000))`);
  connection.close();
  return `file:${path}`;
}

it('backup and restore show a bar on a terminal, and nothing elsewhere', async () => {
  const folder = await emptyFolder();
  const environment = { DATABASE_URL: await largeDatabase(folder) };
  for (const args of [
    ['backup', join(folder, 'copy.db')],
    ['restore', join(folder, 'copy.db')],
  ]) {
    const [stdout, stderr] = [new FakeTerminal(), new FakeTerminal()];
    const { signal } = new AbortController();
    expect(await runCli(args, { environment, envFile: '', stdout, stderr, signal })).toBe(0);
    expect(stderr.written).toMatch(/\[ {24}\] {3}0 % {2}checking/);
    expect(stderr.written).toMatch(/\[=+ *\] {1,2}\d+ % {2}copying/);
    expect(stderr.lines).toEqual([]);
  }
  expect((await say(['backup', join(folder, 'another.db')], environment)).stderr).toBe('');
});
