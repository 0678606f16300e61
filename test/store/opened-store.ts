import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { putNewDatabase } from '../support/new-database.ts';
import { meaning } from '../support/shipped-meaning.ts';

/** A place for a store, which can be opened there any number of times. */
export interface StorePlace {
  open(): Promise<Store>;
}

/** A new folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * A SQLite file in a new folder. Its stores are closed after the test.
 * @param searchesHere the alternative is a thread, whose start takes half a second of the processor
 */
export function sqlitePlace(folder = temporaryFolder(), searchesHere = true): StorePlace & { readonly path: string } {
  const path = join(folder, 'paperboy.db');
  return {
    path,
    open: async () => {
      if (!existsSync(path)) putNewDatabase(path);
      const store = await openSqliteStore({ url: `file:${path}`, meaning, searchesHere });
      onTestFinished(() => store[Symbol.asyncDispose]());
      return store;
    },
  };
}
