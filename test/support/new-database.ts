import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/databases.ts';

/**
 * Writes a new database, as the first start leaves it. Its migrations are applied once for all tests of this process,
 * because they take as long as the rest of opening a database.
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
