import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openStore } from '../../../src/store/databases.ts';
import { move } from '../../../src/store/moving/move.ts';
import { meaning } from '../../support/shipped-meaning.ts';
import { temporaryFolder } from '../opened-store.ts';
import { serverOrSkip } from '../postgres/server.ts';
import { answersOf, fillEmptyTables, filledFile, fillLargeStore } from './filled-store.ts';
import { drawn } from './interrupted.ts';

const child = fileURLToPath(new URL('move-child.ts', import.meta.url));

interface Ended {
  readonly signal: string | null;
  readonly steps: number;
  readonly error: string;
}

/** Moves in a separate process, until the step at which it is killed. */
const moveIn = (from: string, to: string, step: number | null): Promise<Ended> =>
  new Promise((resolve) => {
    const args = [child, from, to, ...(step === null ? [] : [String(step)])];
    execFile(process.execPath, args, (error, stdout, stderr) =>
      resolve({ signal: error?.signal ?? null, steps: Number(stdout), error: stderr }),
    );
  });

const newFile = async (): Promise<string> => `file:${join(temporaryFolder(), 'new.db')}`;

it.for<[string, (skip: (why: string) => never) => Promise<string>]>([
  ['a file', newFile],
  ['PostgreSQL (a server)', async (skip) => await (await serverOrSkip(skip)).newDatabase()],
])('a move to %s that is killed again and again goes on where it was', async ([, newUrl], { skip }) => {
  const path = await filledFile(fillLargeStore);
  fillEmptyTables(path);
  const from = `file:${path}`;
  const to = await newUrl(skip);
  const bytes = readFileSync(path);
  const whole = await moveIn(from, await newFile(), null);
  expect(whole).toMatchObject({ signal: null, error: '' });
  const steps = drawn(() => Math.ceil(whole.steps / 3));
  for (let count = 0; count < 4; count += 1)
    expect(await moveIn(from, to, steps.next().value)).toMatchObject({ signal: 'SIGKILL', error: '' });
  await expect(openStore({ url: to })).rejects.toMatchObject({ code: 'half-moved' });

  const { tables, wasDone } = await move(from, to);
  expect(wasDone).toBe(false);
  expect(tables.every(({ rows }) => rows > 0)).toBe(true);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  const opened = (url: string) => openStore({ url, meaning, searchesHere: true });
  await using before = await opened(from);
  await using after = await opened(to);
  expect(await answersOf(after)).toEqual(await answersOf(before));
});
