import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { compareTexts } from '../../../compare-texts.ts';
import type { Instant } from '../../../ports.ts';

/** The file beside a database that keeps it as it was before this version migrated it. */
export const backupPath = (path: string, version: string, at: Instant): string =>
  `${path}.before-${version}-${new Date(at).toISOString().replace(/[:.]/g, '-')}`;

const named = /^\d+\.\d+\.\d+.*-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z)$/;

/** The backups from before migrations, newest first. Files that a restore set aside are not among them. */
export function keptBackups(path: string): readonly string[] {
  const folder = dirname(path);
  const start = `${basename(path)}.before-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(start))
    .flatMap((name) => {
      const at = named.exec(name.slice(start.length))?.[1];
      return at === undefined ? [] : [{ name, at }];
    })
    .toSorted((one, other) => compareTexts(other.at, one.at))
    .map(({ name }) => join(folder, name));
}
