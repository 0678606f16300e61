import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { StoreError, type StoreErrorCode } from '../../store-error.ts';

const nameABackup = 'Name a file that npm run paperboy -- backup FILE made.';
/** The files that SQLite and Paperboy keep beside a database, by the ends of their names. */
const companions = ['-wal', '-shm', '-journal', '.lock', '.restoring'];

/**
 * Refuses a place where no copy of the database may be written.
 * @throws StoreError `conflict`
 */
export function refuseTarget(target: string, database: string): void {
  const path = resolve(target);
  const problem = problemOfTarget(target, path, database);
  if (problem !== null) throw new StoreError('conflict', `${path} ${problem}`);
}

function problemOfTarget(target: string, path: string, database: string): string | null {
  if (isSameFile(path, database)) return 'is the database itself. Name another file.';
  if (companions.some((end) => path === database + end)) return 'belongs to the database. Name another file.';
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() || /[/\\]$/.test(target))
    return `is a folder. Name a file in it, such as ${join(path, 'backup.db')}.`;
  return stats === undefined ? null : 'exists already. Name another file.';
}

/**
 * Refuses a file that cannot be a backup of the database, before it is opened.
 * @throws StoreError `unknown`, `conflict`, `not-a-database`
 */
export function refuseBackup(path: string, database: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new StoreError('unknown', `There is no file ${path}. ${nameABackup}`);
  if (isSameFile(path, database))
    throw new StoreError('conflict', `${path} is the database itself. Name a backup of it.`);
  const problem = stats.isDirectory() ? 'is a folder' : stats.isFile() ? null : 'is not a file';
  if (problem !== null) throw new StoreError('conflict', `${path} ${problem}. ${nameABackup}`);
  if (stats.size === 0) throw new StoreError('not-a-database', `${path} is empty. ${nameABackup}`);
}

function isSameFile(path: string, other: string): boolean {
  if (path === other) return true;
  if (!existsSync(path) || !existsSync(other)) return false;
  const [one, two] = [statSync(path, { bigint: true }), statSync(other, { bigint: true })];
  return one.dev === two.dev && one.ino === two.ino;
}

/** What to say of a backup instead of what is said of the database. The advice is about FILE, not about DATABASE_URL. */
const ofBackups: Readonly<Partial<Record<StoreErrorCode, string>>> = {
  'not-a-database': `is not a SQLite database, or is damaged. ${nameABackup}`,
  'foreign-database': `is a database of another program. ${nameABackup}`,
  missing: `is a database without anything in it. ${nameABackup}`,
  damaged: 'is damaged. Name an older backup.',
  busy: 'is in use by another program. Stop that program, then try again.',
  unwritable: "cannot be read. Allow Paperboy's user to read it, or name another backup.",
};

/** Turns a store error about a backup into one whose advice is about FILE. Other errors stay as they are. */
export function asBackupError(error: unknown, path: string): unknown {
  const words = error instanceof StoreError ? ofBackups[error.code] : undefined;
  if (!(error instanceof StoreError) || words === undefined) return error;
  return new StoreError(error.code, `${path} ${words} Nothing has changed.`, { cause: error });
}
