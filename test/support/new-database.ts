import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/databases.ts';

/**
 * Puts a new database there, as the first start leaves it. Its migrations were applied once, for all tests of this
 * process: applying them takes as long as all else that opening a database does.
 */
export const putNewDatabase = (path: string): void => writeFileSync(path, newDatabase, { flag: 'wx' });

const newDatabase = await makeDatabase();

async function makeDatabase(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-new-'));
  const path = join(folder, 'new.db');
  try {
    await (await openStore({ url: `file:${path}` }))[Symbol.asyncDispose]();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
