import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { emptyFolder, runCli } from './run-cli.ts';

describe('a DATABASE_URL that names the wrong place', () => {
  it.each([
    ['preview', '--topic', 'x'],
    ['preview', '--topic', 'x', '--json'],
    ['backup', 'saved.db'],
  ])('creates no database where there is none for a command that only reads: %s %s', async (...args) => {
    const folder = await emptyFolder();
    const missing = await runCli(args, folder, { DATABASE_URL: 'file:elsewhere/paperboy.db' });
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toContain(`There is no database ${join(folder, 'elsewhere/paperboy.db')}`);
    expect(missing.stderr).toContain('Check DATABASE_URL');
    expect(await readdir(folder)).toEqual([]);
    await writeFile(join(folder, 'empty.db'), '');
    const empty = await runCli(args, folder, { DATABASE_URL: 'file:empty.db' });
    expect(empty).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/empty\.db is empty/) });
    expect(await readdir(folder)).toEqual(['empty.db']);
    expect((await stat(join(folder, 'empty.db'))).size).toBe(0);
  });

  it.each([
    ['preview', '--topic', 'x'],
    ['backup', 'saved.db'],
    ['pull', '--source', 'huggingface'],
  ])('does not change or copy the database of another program: %s', async (...args) => {
    const folder = await emptyFolder();
    const path = join(folder, 'other.db');
    const other = new DatabaseSync(path);
    other.exec('create table songs (title text)');
    other.close();
    const before = await readFile(path);
    const result = await runCli(args, folder, { DATABASE_URL: 'file:other.db', HUGGINGFACE_URL: 'http://127.0.0.1:9' });
    expect(result.stderr).toContain('other.db is a database of another program. Set DATABASE_URL to');
    expect(result.code).not.toBe(0);
    expect(await readFile(path)).toEqual(before);
    expect(await readdir(folder)).toEqual(['other.db']);
  });
});
