import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../../../folder.ts';
import { asPlaceError, asStoreError } from './file-errors.ts';
import { openFile } from './inspection.ts';
import { ownMigrations, refuseUnknownForm } from './migrations.ts';

/** The name of a copy until it is complete. */
export const partialPath = (target: string): string => `${target}.partial`;

/** Copies a database. The copy has another name until it is complete on disk, so that half a copy never looks whole. */
export function copyInto(path: string, target: string): void {
  const connection = openFile(path);
  const partial = partialPath(target);
  try {
    refuseUnknownForm(connection, ownMigrations);
    makeFolder(dirname(target));
    rmSync(partial, { force: true });
    connection.prepare('vacuum into ?').run(partial);
    syncFile(partial);
    renameSync(partial, target);
    syncFolder(target);
  } catch (error) {
    if (existsSync(partial)) rmSync(partial);
    // Errors of writing are about the copy, and all others about the database.
    throw asStoreError(asPlaceError(error, target), path);
  } finally {
    connection.close();
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** Makes a rename survive a power cut. Windows cannot sync a folder, and does not need it. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(resolve(path)), 'r');
  fsyncSync(folder);
  closeSync(folder);
}
